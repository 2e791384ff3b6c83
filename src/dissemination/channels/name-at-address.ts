import type { Payload } from 'payload'

import { openService } from '../../channels/channel-for.ts'
import { serviceNamed } from '../../channels/services.ts'
import { env } from '../../env.ts'
import { type AccountRow, settingsOf } from '../open-account.ts'

/**
 * What a channel's service calls the post at an address that a person gives. Asks nobody, and needs no secrets.
 * @returns null where the service's addresses do not tell; `not-there` where no post of this account can be.
 */
export async function nameAtAddress(
  payload: Payload,
  channelId: string,
  address: string,
): Promise<{ readonly name: string | null } | { readonly error: 'not-there'; readonly example: string }> {
  const account = (await payload.findByID({
    collection: 'channels',
    id: channelId,
    depth: 0,
    disableErrors: true,
  })) as AccountRow | null
  const service = account === null ? null : serviceNamed(account.service)
  if (account === null || service === null) return { name: null }
  const { addresses } = openService(
    service,
    { baseUrl: account.baseUrl, settings: settingsOf(account), secrets: {} },
    { allowedPrivateHosts: env.ALLOWED_PRIVATE_HOSTS, publicUrl: env.PUBLIC_URL },
  )
  if (addresses === undefined) return { name: null }
  const name = addresses.nameOf(address)
  return name === null ? { error: 'not-there', example: addresses.example } : { name }
}
