import { type CollectionBeforeValidateHook, type PayloadRequest, ValidationError } from 'payload'

import type { Service, ServiceSetting } from '../channels/service.ts'
import { serviceNamed, services } from '../channels/services.ts'
import { env } from '../env.ts'
import { adminText, listOf } from '../i18n/admin-text.ts'
import { isReadOnTheWay } from '../network/guard.ts'
import { SecretError } from '../secrets/secret.ts'
import { type AccountRow, openAccount } from './open-account.ts'

interface Account extends AccountRow {
  readonly secrets?: unknown
}

interface Fault {
  readonly path: 'service' | 'baseUrl' | 'settings' | 'secrets'
  readonly message: string
}

/** Longest value of a setting that says nothing else of how it must look. */
const MAX_SETTING = 300
const MAX_SECRET = 8000

/**
 * Refuses an account that its service could not be used with: an unknown service, settings that are missing or malformed,
 * secrets that nobody gave. Where a service is the same place for everybody, that place is filled in. An account that is
 * saved without a change to any of this is let through: it may have become unusable meanwhile, which must not keep anybody
 * from pausing it.
 */
export const checkAccount: CollectionBeforeValidateHook = ({ data, originalDoc, operation, req }) => {
  const before: Account = originalDoc ?? { service: '', baseUrl: '' }
  const account: Account = { ...before, ...data }
  // A service that was not named is for its own field to ask for.
  if (!account.service) return data
  const service = serviceNamed(account.service)
  if (service === null) {
    const names = listOf(
      req,
      services.map(({ name }) => name),
    )
    const message = adminText(req, 'views.channel.service.unknown', { name: account.service, names })
    throw refusal([{ path: 'service', message }], req)
  }
  const place = { ...account, baseUrl: service.fixedUrl ?? account.baseUrl }
  const isSame =
    operation === 'update' &&
    place.service === before.service &&
    place.baseUrl === before.baseUrl &&
    JSON.stringify(textsIn(place.settings)) === JSON.stringify(textsIn(before.settings)) &&
    Object.keys(textsIn(place.secrets)).length === 0
  if (isSame) return data
  const faults = [
    ...addressFaults(service, place.baseUrl, req),
    ...settingFaults(service, place.settings, req),
    ...secretFaults(service, place, req),
  ]
  if (faults.length > 0) throw refusal(faults, req)
  return { ...data, baseUrl: place.baseUrl, settings: textsIn(place.settings) }
}

const refusal = (faults: readonly Fault[], req: PayloadRequest): ValidationError =>
  new ValidationError({ collection: 'channels', errors: joined(faults), req }, req.t)

/** A field holds all settings or all secrets of an account, so it tells of all that is wrong with them. */
const joined = (faults: readonly Fault[]): Fault[] =>
  [...Map.groupBy(faults, ({ path }) => path)].map(([path, ofField]) => ({
    path,
    message: ofField.map(({ message }) => message).join('\n'),
  }))

/** Secrets go over no connection that others can read, but to a place on our own network that an operator named. */
function addressFaults({ secrets }: Service, baseUrl: unknown, req: PayloadRequest): Fault[] {
  const url = typeof baseUrl === 'string' ? URL.parse(baseUrl) : null
  const isOpen = secrets.length > 0 && url !== null && isReadOnTheWay(url, env.ALLOWED_PRIVATE_HOSTS)
  return isOpen ? [{ path: 'baseUrl', message: adminText(req, 'invalid.webAddress') }] : []
}

function settingFaults(service: Service, given: unknown, req: PayloadRequest): Fault[] {
  const values = textsIn(given)
  const names = service.settings.map(({ name }) => name)
  const known = service.settings.flatMap((setting) => settingFault(setting, values[setting.name], req))
  const unknown = Object.keys(values)
    .filter((name) => !names.includes(name))
    .map((name) => adminText(req, 'views.channel.setting.unknown', { name }))
  return [...known, ...unknown].map((message) => ({ path: 'settings', message }))
}

/** In a sentence that names the setting. Empty: nothing is wrong with it. */
function settingFault(
  { name: key, required, options, pattern }: ServiceSetting,
  value: string | undefined,
  req: PayloadRequest,
): string[] {
  const name = adminText(req, `views.channel.setting.${key}`)
  if (value === undefined) return required ? [adminText(req, 'views.channel.secret.missing', { name })] : []
  if (options !== undefined && !options.includes(value)) {
    const labels = options.map((option) => adminText(req, `views.channel.choice.${option}`))
    return [adminText(req, 'views.channel.setting.option', { name, options: listOf(req, labels) })]
  }
  if (pattern !== undefined && !pattern.test(value))
    return [adminText(req, 'views.channel.setting.malformed', { name })]
  if (pattern === undefined && options === undefined && value.length > MAX_SETTING)
    return [adminText(req, 'views.channel.setting.tooLong', { name, number: MAX_SETTING })]
  return []
}

/** A secret belongs to its service and address: for another place it is to be given again. */
function secretFaults(service: Service, account: Account, req: PayloadRequest): Fault[] {
  const given = textsIn(account.secrets)
  const kept = storedSecretNames(account)
  return service.secrets.flatMap(({ name: key, required }): Fault[] => {
    const name = adminText(req, `views.channel.secret.${key}`)
    if ((given[key]?.length ?? 0) > MAX_SECRET)
      return [
        {
          path: 'secrets',
          message: adminText(req, 'views.channel.setting.tooLong', { name, number: MAX_SECRET }),
        },
      ]
    if (!required || given[key] !== undefined || kept.includes(key)) return []
    return [{ path: 'secrets', message: adminText(req, 'views.channel.secret.missing', { name }) }]
  })
}

/** Which secrets of an account are stored and can be used at its address. Their values leave this function never. */
export function storedSecretNames(account: AccountRow): string[] {
  try {
    return Object.entries(openAccount(account).secrets)
      .filter(([, secret]) => secret !== '')
      .map(([name]) => name)
  } catch (error) {
    if (error instanceof SecretError) return []
    throw error
  }
}

/** What was really given, without the spaces around it. */
const textsIn = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).flatMap(([name, text]) =>
      typeof text === 'string' && text.trim() !== '' ? [[name, text.trim()]] : [],
    ),
  )
