import type { ChannelAccount } from '../channels/channel-for.ts'
import { openSecret, sealSecret } from '../secrets/secret.ts'

/** An account as it is stored. */
export interface AccountRow {
  readonly service: ChannelAccount['service']
  readonly baseUrl: string
  readonly sealedSecret?: string | null
}

/** A secret is bound to the service and address it was given for: whoever changes the address must know the secret. */
const placeOf = ({ service, baseUrl }: AccountRow): string => `channels/${service}/${baseUrl}`

/** Seals what a person typed in, for storage. */
export const sealAccountSecret = (secret: string, account: AccountRow): string =>
  sealSecret(secret, placeOf(account))

/** @throws {SecretError} when the secret was not given for this address, or its key left the ring. */
export function openAccount(account: AccountRow): ChannelAccount {
  const secret = account.sealedSecret ? openSecret(account.sealedSecret, placeOf(account)) : ''
  return account.service === 'mastodon'
    ? { service: 'mastodon', baseUrl: account.baseUrl, accessToken: secret }
    : { service: 'webhook', endpoint: account.baseUrl, secret }
}
