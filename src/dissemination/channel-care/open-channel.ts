import type { Payload } from 'payload'

import type { Channel } from '../../channels/channel.ts'
import { channelFor } from '../../channels/channel-for.ts'
import type { ChannelWatch } from '../../channels/guarded-channel.ts'
import { serviceNamed } from '../../channels/services.ts'
import { SecretError } from '../../secrets/secret.ts'
import { type AccountRow, openAccount } from '../open-account.ts'
import { channelNetwork } from './channel-network.ts'

/** A channel as it is stored, as far as taking care of it needs to know it. */
export interface StoredChannel extends AccountRow {
  readonly id: string
  readonly name: string
  readonly locales?: readonly string[] | null
  readonly collections?: readonly string[] | null
  readonly mode?: 'auto' | 'ask' | 'off' | null
  readonly edits?: 'ignore' | 'replace' | 'correct' | null
  readonly withdrawals?: 'leave' | 'notice' | null
  readonly removals?: 'respect' | 'recreate' | null
  readonly backfillPerDay?: number | null
  readonly paused?: boolean | null
  readonly pausedReason?: string | null
}

/** Null: there is none. */
export async function storedChannel(payload: Payload, id: string): Promise<StoredChannel | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null
  return (await payload.findByID({
    collection: 'channels',
    id,
    depth: 0,
    disableErrors: true,
    showHiddenFields: true,
  })) as StoredChannel | null
}

/** Opens an account. Null: its secrets are to be given again, or no service is called so any more. */
export async function openChannel(
  payload: Payload,
  channel: StoredChannel,
  watch?: ChannelWatch,
): Promise<Channel | null> {
  if (serviceNamed(channel.service) === null) return null
  try {
    return channelFor(openAccount(channel), await channelNetwork(payload, channel.id, watch))
  } catch (error) {
    if (error instanceof SecretError) return null
    throw error
  }
}
