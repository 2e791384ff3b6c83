import { randomUUID } from 'node:crypto'

import type { ContentCollection, ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** A post of ours at the other side. */
export interface StandingPost {
  /** The service's name for it. */
  readonly id: string
  /** Null where people cannot see it. */
  readonly url: string | null
  /** ISO 8601: when it was posted. Null: it is not known. */
  readonly since: string | null
}

/** A delivery that this worker holds. */
export interface ClaimedDelivery {
  readonly id: string
  readonly leaseToken: string
  readonly item: ItemReference
  readonly locale: Locale
  readonly channelId: string
  /** As it was called when it was public last. */
  readonly title: string
  /** Where the item's page is or was, as the newest post has it. */
  readonly itemUrl: string
  readonly desired: 'live' | 'absent'
  readonly outboxId: number
  /** Counts what was planned or decided. */
  readonly revision: number
  readonly reason: string | null
  readonly remoteState: RemoteState
  /** Null beside `live`: a person said that it stands there, and the service did not tell its name. */
  readonly remoteId: string | null
  readonly remoteUrl: string | null
  /** Of what stood there when it was last known, whatever attempts were made since. */
  readonly remoteMark: string | null
  /** What attempts since then would have made it say: see `Channel.saying`. */
  readonly attempted: readonly string[]
  /** Of the post that stands or may stand. Null: it is not known what that says. */
  readonly remoteHash: string | null
  readonly remoteSince: Date | null
  readonly leftStanding: readonly StandingPost[]
  /** It takes the place of one that we removed for the same change. */
  readonly replaces: boolean
  /** A person looked at a change made there and wants ours. */
  readonly overwrite: boolean
  /** Digest of the words that the person saw there. Null: they saw none. */
  readonly overwrites: string | null
  readonly plannedAt: Date
  readonly generation: number
  /** The one under way included. */
  readonly attempts: number
  /** When the first of the earlier ones failed. Null: none did. */
  readonly failingSince: Date | null
}

/** What stands at the other side. `unlinked`: somebody removed or changed our post there, which is respected for good. */
export type RemoteState = 'none' | 'live' | 'absent' | 'unconfirmed' | 'unlinked'

/** Longer than any request may take, or two workers would submit the same delivery. */
const LEASE = '5 minutes'

interface ClaimedRow extends Record<string, unknown> {
  id: string
  collection: ContentCollection
  item_id: string
  locale: Locale
  channel_id: string
  title: string
  item_url: string
  desired: 'live' | 'absent'
  outbox_id: string
  revision: number
  reason: string | null
  remote_state: RemoteState
  remote_id: string | null
  remote_url: string | null
  remote_mark: string | null
  attempted: string[]
  remote_hash: string | null
  remote_since: string | Date | null
  left_standing: StandingPost[]
  remote_outbox_id: string | null
  probe: 'live' | 'gone' | 'changed' | null
  overwrite: boolean
  overwrites: string | null
  planned_at: string | Date
  generation: number
  attempts: number
  failing_since: string | Date | null
}

/** A channel that is paused keeps its deliveries: they go on when a person resumes it. */
const onActiveChannel = sql`not exists (select from channels c where c.id = channel_id and c.paused)`

/**
 * Takes a delivery that is due, or answers null: it is done, not due yet, its channel is paused, or somebody else holds
 * it. One statement, committed before anything is sent, so that a crash leaves a trace.
 */
export async function claim(deliveryId: string, database: Database): Promise<ClaimedDelivery | null> {
  const leaseToken = randomUUID()
  const { rows } = await database.execute<ClaimedRow>(sql`
    update channel_deliveries
    set state = 'submitting', attempts = attempts + 1, lease_token = ${leaseToken},
        lease_until = now() + ${LEASE}::interval, updated_at = now()
    where id = (
      select id from channel_deliveries where id = ${deliveryId} and state = 'planned' and due_at <= now() and ${onActiveChannel}
      for update skip locked
    )
    returning *
  `)
  const [row] = rows
  return row === undefined ? null : claimed(row, leaseToken)
}

const claimed = (row: ClaimedRow, leaseToken: string): ClaimedDelivery => ({
  id: row.id,
  leaseToken,
  item: { collection: row.collection, id: row.item_id },
  locale: row.locale,
  channelId: row.channel_id,
  title: row.title,
  itemUrl: row.item_url,
  desired: row.desired,
  outboxId: Number(row.outbox_id),
  revision: row.revision,
  reason: row.reason,
  remoteState: row.remote_state,
  remoteId: row.remote_id,
  remoteUrl: row.remote_url,
  remoteMark: row.remote_mark,
  attempted: row.attempted,
  remoteHash: row.remote_hash,
  remoteSince: row.remote_since === null ? null : new Date(row.remote_since),
  leftStanding: row.left_standing,
  replaces: row.remote_outbox_id === row.outbox_id && row.probe !== 'gone',
  overwrite: row.overwrite,
  overwrites: row.overwrites,
  plannedAt: new Date(row.planned_at),
  generation: row.generation,
  attempts: row.attempts,
  failingSince: row.failing_since === null ? null : new Date(row.failing_since),
})

/** Stands in for the fingerprint of a post that is being removed: until that is settled, it may be gone by us. */
export const REMOVING = 'removing:'

/** As long as what a service refuses for now is tried: see `retryAt`. */
const LAPSES_FOR = '72 hours'

/** Whether what was written ahead may have arrived. */
const mayHaveArrived = sql`(
  remote_state = 'unconfirmed' or (remote_state = 'live') = (remote_hash is null or remote_hash = ${REMOVING})
)`

/**
 * Deliveries whose worker vanished in the middle: they are due again. Where a post had been written ahead, it may have
 * been accepted: the next worker asks the other side before it sends anything. One that ends every worker for three days is
 * left to a person.
 */
export async function releaseLapsed(database: Database): Promise<void> {
  const isOver = sql`failing_since < now() - ${LAPSES_FOR}::interval`
  await database.execute(sql`
    update channel_deliveries
    set state = case when not coalesce(${isOver}, false) then 'planned' when ${mayHaveArrived} then 'unconfirmed' else 'failed' end,
        reason = case when ${isOver} and not ${mayHaveArrived} then 'never-finished' else 'worker-vanished' end,
        due_at = now(), failing_since = coalesce(failing_since, now()), lease_token = null, lease_until = null,
        remote_state = case when remote_state in ('none', 'absent') and remote_hash is not null then 'unconfirmed' else remote_state end,
        updated_at = now()
    where id in (
      select id from channel_deliveries where state = 'submitting' and lease_until < now() for update skip locked
    )
  `)
}

/** Whoever carries out one goes on with the next on its channel: a few jobs are enough to begin with. */
const JOBS_A_CHANNEL = 25

/**
 * Deliveries that are due, for the sweep, which finds those whose job was lost or whose time has come: withdrawals first,
 * since readers see what should not be there, then those that wait longest. A few of each channel, so that one where
 * thousands wait hides no other.
 */
export async function dueDeliveries(limit: number, database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    with due as (
      select id, due_at, desired = 'absent' as first,
        row_number() over (partition by channel_id order by desired = 'absent' desc, due_at) as place
      from channel_deliveries where state = 'planned' and due_at <= now() and ${onActiveChannel}
    )
    select id from due where place <= ${JOBS_A_CHANNEL} order by first desc, due_at limit ${limit}
  `)
  return rows.map(({ id }) => id)
}
