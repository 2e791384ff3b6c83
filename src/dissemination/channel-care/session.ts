import { createHash } from 'node:crypto'

import type { Payload } from 'payload'

import type { ChannelSession } from '../../channels/service.ts'
import { type Database, databaseOf, inTransaction, sql } from '../../database/database.ts'
import { openSecret, SecretError, sealSecret } from '../../secrets/secret.ts'
import type { AccountRow } from '../open-account.ts'

/**
 * What a service gave us for one account, shared by all processes and kept sealed. One that was made with other secrets
 * or at another address cannot be opened any more: it ends when the account changes.
 */
export function sessionOf(channelId: string, payload: Payload): ChannelSession {
  return {
    current: async () => openOrNull(await keptOf(channelId, databaseOf(payload))),

    renew: (stale, make) =>
      inTransaction(payload, async (transaction) => {
        await transaction.execute(
          sql`insert into channel_sessions (channel_id) values (${channelId}) on conflict do nothing`,
        )
        // Whoever comes second waits here for what the first got.
        await transaction.execute(
          sql`select from channel_sessions where channel_id = ${channelId} for update`,
        )
        const kept = await keptOf(channelId, transaction)
        const standing = openOrNull(kept)
        if (standing !== null && standing !== stale) return standing
        const { value, expiresAt } = await make()
        await transaction.execute(sql`
          update channel_sessions set
            sealed = ${sealSecret(value, kept.place)}, expires_at = ${expiresAt?.toISOString() ?? null}, renewed_at = now()
          where channel_id = ${channelId}
        `)
        return value
      }),
  }
}

interface Kept {
  readonly sealed: string | null
  /** Where it is sealed for: the account as it is now. */
  readonly place: string
}

async function keptOf(channelId: string, database: Database): Promise<Kept> {
  const { rows } = await database.execute<{
    sealed: string | null
    service: string
    base_url: string
    sealed_secret: string | null
  }>(sql`
    select s.sealed, c.service, c.base_url, c.sealed_secret
    from channels c left join channel_sessions s on s.channel_id = c.id where c.id = ${channelId}
  `)
  const [row] = rows
  if (row === undefined) throw new Error(`channel ${channelId} is gone`)
  const account = { service: row.service, baseUrl: row.base_url, sealedSecret: row.sealed_secret }
  return { sealed: row.sealed, place: sessionPlace(channelId, account) }
}

/** For which place a session is sealed: of another account, or of the same with other secrets, it is of no use. */
export function sessionPlace(channelId: string, { service, baseUrl, sealedSecret }: AccountRow): string {
  const account = createHash('sha256')
    .update(JSON.stringify([service, baseUrl, sealedSecret ?? null]))
    .digest('base64url')
  return `channel-sessions/${channelId}/${account}`
}

function openOrNull({ sealed, place }: Kept): string | null {
  if (sealed === null) return null
  try {
    return openSecret(sealed, place)
  } catch (error) {
    // Made for an account that is no more, or under a key that is: a new one is made.
    if (error instanceof SecretError) return null
    throw error
  }
}
