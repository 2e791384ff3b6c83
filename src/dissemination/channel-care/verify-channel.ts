import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import type { Channel, RemoteAccount } from '../../channels/channel.ts'
import { ChannelError, type ChannelErrorReason } from '../../channels/channel-error.ts'
import { databaseOf } from '../../database/database.ts'
import { noteVerified } from '../../ledger/channel-checks.ts'
import { noteFollowers } from '../../ledger/channel-followers.ts'
import { openChannel, type StoredChannel } from './open-channel.ts'

/** What a look at an account found. `message`: what the service said, without secrets. */
export type Verdict =
  | { readonly ok: true; readonly account: RemoteAccount }
  | { readonly ok: false; readonly reason: ChannelErrorReason; readonly message: string }

const TIMEOUT_MS = 30_000

/** Asks a service whether our account can be used, which readers see nothing of, and notes until when and how many follow it. */
export async function verifyChannel(payload: Payload, channel: StoredChannel): Promise<Verdict> {
  try {
    const opened = await openChannel(payload, channel)
    if (opened === null)
      return { ok: false, reason: 'misconfigured', message: 'the secrets are to be given again' }
    const now = new Date()
    const key = `verify.${randomUUID()}`
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const account = await opened.verify({ key, identity: key, plannedAt: now, now, signal })
    const limits = (await opened.limits?.({ now, signal })) ?? null
    await noteVerified(channel.id, { end: account.expiresAt ?? null, limits }, databaseOf(payload))
    await countFollowers(payload, channel.id, opened)
    return { ok: true, account }
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    return { ok: false, reason: error.reason, message: error.message }
  }
}

/** What a service does not tell today is not made up: the last count stands with its day. */
async function countFollowers(payload: Payload, channelId: string, opened: Channel): Promise<void> {
  const now = new Date()
  try {
    const followers = (await opened.followers?.({ now, signal: AbortSignal.timeout(TIMEOUT_MS) })) ?? null
    if (followers !== null) await noteFollowers(channelId, followers, now, databaseOf(payload))
  } catch (err) {
    if (!(err instanceof ChannelError)) throw err
    payload.logger.warn({ msg: 'followers were not counted', channelId, err })
  }
}
