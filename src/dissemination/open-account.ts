import type { ChannelAccount } from '../channels/channel-for.ts'
import { serviceNamed } from '../channels/services.ts'
import { openSecret, sealSecret } from '../secrets/secret.ts'

/** An account as it is stored. */
export interface AccountRow {
  readonly service: string
  readonly baseUrl: string
  readonly settings?: unknown
  readonly sealedSecret?: string | null
}

export type Secrets = Readonly<Record<string, string>>

/** A secret is bound to the service and address it was given for: whoever changes the address must know the secret. */
export const accountPlace = ({ service, baseUrl }: AccountRow): string => `channels/${service}/${baseUrl}`

/** Seals what a person typed in, for storage. */
export const sealAccountSecrets = (secrets: Secrets, account: AccountRow): string =>
  sealSecret(JSON.stringify(secrets), accountPlace(account))

/** @throws {SecretError} when the secrets were not given for this address, or their key left the ring. */
export function openAccount(account: AccountRow): ChannelAccount {
  const opened = account.sealedSecret ? openSecret(account.sealedSecret, accountPlace(account)) : '{}'
  return {
    service: account.service,
    baseUrl: account.baseUrl,
    settings: settingsOf(account),
    secrets: secretsIn(opened, account.service),
  }
}

/** What an account says beside its address. */
export const settingsOf = ({ settings }: AccountRow): Readonly<Record<string, string>> => texts(settings)

/** Accounts that are older than services with several secrets hold the one alone. */
function secretsIn(opened: string, service: string): Secrets {
  if (opened.startsWith('{')) return texts(JSON.parse(opened))
  const [only] = serviceNamed(service)?.secrets ?? []
  return only === undefined ? {} : { [only.name]: opened }
}

/** The texts of what should be an object of texts. */
const texts = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
