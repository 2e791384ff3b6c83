import type { TFunction } from 'i18next'

import type { Service } from '../../channels/service.ts'
import { services } from '../../channels/services.ts'
import { sourceLocale } from '../../i18n/locales.ts'
import { messages } from '../../i18n/translator.ts'
import { capabilityLines } from './capability-lines.ts'

/** A service as the form offers it: everything in words, nothing of how it works. */
export interface ServiceOption {
  readonly name: string
  readonly label: string
  readonly look: Service['look']
  /** What it can do and what it cannot, a sentence each. */
  readonly lines: readonly string[]
  /** Null: each account says where it is. */
  readonly fixedUrl: string | null
  readonly settings: readonly SettingInput[]
  readonly secrets: readonly AccountInput[]
}

/** Something that an account is to say. */
export interface AccountInput {
  readonly name: string
  readonly label: string
  readonly help: string | null
  readonly isRequired: boolean
}

export interface SettingInput extends AccountInput {
  /** Null: it is written freely. */
  readonly options: readonly { readonly value: string; readonly label: string }[] | null
}

const known = messages(sourceLocale, 'admin')

/** Every service, by look and then by name. */
export const serviceOptions = (t: TFunction): ServiceOption[] =>
  services
    .map(({ name, look, capabilities, fixedUrl, settings, secrets }) => ({
      name,
      label: t(`views.service.${name}`),
      look,
      lines: capabilityLines(capabilities, t),
      fixedUrl,
      settings: settings.map((setting) => ({
        ...inputOf('setting', setting, t),
        options:
          setting.options?.map((value) => ({ value, label: t(`views.channel.choice.${value}`) })) ?? null,
      })),
      secrets: secrets.map((secret) => inputOf('secret', secret, t)),
    }))
    .sort((one, other) => one.look.localeCompare(other.look) || one.label.localeCompare(other.label))

function inputOf(
  kind: 'setting' | 'secret',
  { name, required }: { readonly name: string; readonly required: boolean },
  t: TFunction,
): AccountInput {
  const key = `views.channel.${kind}.${name}`
  const help = `${key}.help`
  return { name, label: t(key), help: help in known ? t(help) : null, isRequired: required }
}
