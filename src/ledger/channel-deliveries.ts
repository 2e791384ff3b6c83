import { randomUUID } from 'node:crypto'

import type { ContentCollection, ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ChannelSkipReason, DeliveryState } from './delivery-state.ts'

/** What one change calls for on one channel account in one locale. */
export interface PlannedDelivery {
  readonly item: ItemReference
  readonly locale: Locale
  readonly channelId: string
  readonly service: string
  /** Empty for a withdrawal: the row keeps the last one. */
  readonly title: string
  /** Address of the item's page, by which a post is found again. Empty for a withdrawal. */
  readonly url: string
  readonly desired: 'live' | 'absent'
  readonly outboxId: number
  /** Null: to be carried out. Otherwise why it is not. */
  readonly skip: ChannelSkipReason | null
}

/** A delivery that this worker holds. */
export interface ClaimedDelivery {
  readonly id: string
  readonly leaseToken: string
  readonly item: ItemReference
  readonly locale: Locale
  readonly channelId: string
  /** Where the item's page is or was. */
  readonly itemUrl: string
  readonly desired: 'live' | 'absent'
  readonly outboxId: number
  readonly remoteState: RemoteState
  readonly remoteId: string | null
  readonly remoteUrl: string | null
  readonly remoteMark: string | null
  readonly overwrite: boolean
  readonly plannedAt: Date
  readonly generation: number
  /** The one under way included. */
  readonly attempts: number
}

/** What stands at the other side. `unlinked`: somebody removed our post there, which is respected for good. */
export type RemoteState = 'none' | 'live' | 'absent' | 'unconfirmed' | 'unlinked'

export type ChannelAction = 'publish' | 'update' | 'remove' | 'none'

/** What came of an attempt. */
export interface ChannelSettlement {
  readonly action: ChannelAction
  readonly state: Exclude<DeliveryState, 'submitting'>
  readonly reason: string | null
  /** For `planned`: when to try again. */
  readonly dueAt?: Date
  /** The attempt does not count: the fault is the account's, not the post's. */
  readonly uncounted?: boolean
  readonly remote?: {
    readonly state: Exclude<RemoteState, 'none'>
    readonly id: string | null
    readonly url: string | null
    /** Absent: it cannot be told any more. */
    readonly mark?: string | null
  }
}

/** Longer than any request may take, or two workers would submit the same delivery. */
const LEASE = '5 minutes'

/**
 * Enters a plan. The ledger keeps one row per item, locale and channel: a later change overwrites what is desired, an
 * earlier one never does, and a skip overwrites nothing but another skip. A row under way keeps its state (`settle` sees
 * that it was overtaken), and so does an unconfirmed one: only a person plans it again. Entering a plan twice changes nothing. Answers the ids of the rows that are to be worked on.
 */
export async function enter(deliveries: readonly PlannedDelivery[], database: Database): Promise<string[]> {
  if (deliveries.length === 0) return []
  const rows = deliveries.map(({ item, ...rest }) => ({
    ...rest,
    id: randomUUID(),
    collection: item.collection,
    itemId: item.id,
    state: rest.skip === null ? 'planned' : 'skipped',
  }))
  const { rows: entered } = await database.execute<{ id: string }>(sql`
    insert into channel_deliveries as d
      (id, collection, item_id, locale, channel_id, service, title, item_url, desired, outbox_id, state, reason)
    select id, collection, "itemId", locale, "channelId", service, title, url, desired, "outboxId", state, skip
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      id uuid, collection text, "itemId" uuid, locale text, "channelId" uuid, service text, title text, url text,
      desired text, "outboxId" bigint, state text, skip text
    )
    on conflict (collection, item_id, locale, channel_id) do update set
      desired = excluded.desired,
      outbox_id = excluded.outbox_id,
      title = case when excluded.title = '' then d.title else excluded.title end,
      item_url = case when excluded.item_url = '' then d.item_url else excluded.item_url end,
      state = case when d.state in ('submitting', 'unconfirmed') then d.state else excluded.state end,
      reason = case when d.state in ('submitting', 'unconfirmed') then d.reason else excluded.reason end,
      attempts = 0, due_at = now(), updated_at = now()
    where d.outbox_id < excluded.outbox_id
      and (excluded.state = 'planned' or (d.state = 'skipped' and d.remote_state in ('none', 'absent')))
    returning id, state
  `)
  return entered.filter((row) => (row as { state?: string }).state === 'planned').map(({ id }) => id)
}

interface ClaimedRow extends Record<string, unknown> {
  id: string
  collection: ContentCollection
  item_id: string
  locale: Locale
  channel_id: string
  item_url: string
  desired: 'live' | 'absent'
  outbox_id: string
  remote_state: ClaimedDelivery['remoteState']
  remote_id: string | null
  remote_url: string | null
  remote_mark: string | null
  overwrite: boolean
  planned_at: string | Date
  generation: number
  attempts: number
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
  if (row === undefined) return null
  return {
    id: row.id,
    leaseToken,
    item: { collection: row.collection, id: row.item_id },
    locale: row.locale,
    channelId: row.channel_id,
    itemUrl: row.item_url,
    desired: row.desired,
    outboxId: Number(row.outbox_id),
    remoteState: row.remote_state,
    remoteId: row.remote_id,
    remoteUrl: row.remote_url,
    remoteMark: row.remote_mark,
    overwrite: row.overwrite,
    plannedAt: new Date(row.planned_at),
    generation: row.generation,
    attempts: row.attempts,
  }
}

/**
 * Writes down what came of an attempt, if this worker still holds the delivery.
 * Answers `overtaken` when a change was planned meanwhile, which is then due at once, and `refused` to a late writer.
 */
export async function settle(
  { id, leaseToken, outboxId }: ClaimedDelivery,
  { action, state, reason, dueAt, remote, uncounted = false }: ChannelSettlement,
  database: Database,
): Promise<'written' | 'overtaken' | 'refused'> {
  const wrote = remote !== undefined && remote.state !== 'unconfirmed'
  const { rows } = await database.execute<{ overtaken: boolean }>(sql`
    with settled as (
      update channel_deliveries set
        state = case when outbox_id > ${outboxId} and ${state} <> 'unconfirmed' then 'planned' else ${state} end,
        reason = case when outbox_id > ${outboxId} and ${state} <> 'unconfirmed' then null else ${reason}::text end,
        due_at = case when outbox_id > ${outboxId} then now() else coalesce(${dueAt?.toISOString() ?? null}::timestamptz, due_at) end,
        remote_state = coalesce(${remote?.state ?? null}::text, remote_state),
        remote_id = case when ${remote !== undefined} then ${remote?.id ?? null}::text else remote_id end,
        remote_url = case when ${remote !== undefined} then ${remote?.url ?? null}::text else remote_url end,
        remote_mark = case when ${remote !== undefined} then ${remote?.mark ?? null}::text else remote_mark end,
        remote_outbox_id = case when ${wrote} then ${outboxId}::bigint else remote_outbox_id end,
        attempts = case when ${uncounted} then attempts - 1 else attempts end,
        generation = case when ${remote?.state === 'absent'} then generation + 1 else generation end,
        submitted_at = case when ${state === 'submitted'} then now() else submitted_at end,
        lease_token = null, lease_until = null, updated_at = now()
      where id = ${id} and state = 'submitting' and lease_token = ${leaseToken}
      returning id, state = 'planned' and outbox_id > ${outboxId} as overtaken
    ), noted as (
      insert into channel_attempts (delivery_id, action, outcome, reason, remote_url)
      select id, ${action}, ${state}, ${reason}::text, ${remote?.url ?? null}::text from settled
    )
    select overtaken from settled
  `)
  const [settled] = rows
  if (settled === undefined) return 'refused'
  return settled.overtaken ? 'overtaken' : 'written'
}

/**
 * Deliveries whose worker vanished in the middle: what it had sent may have been accepted. They are due again, marked
 * so that the next worker asks the other side before it sends anything.
 */
export async function releaseLapsed(database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    update channel_deliveries
    set state = 'planned', reason = 'worker-vanished', due_at = now(), lease_token = null, lease_until = null,
        remote_state = case when remote_state = 'none' or remote_state = 'absent' then 'unconfirmed' else remote_state end,
        updated_at = now()
    where state = 'submitting' and lease_until < now()
    returning id
  `)
  return rows.map(({ id }) => id)
}

/** Whoever carries out one goes on with the next on its channel: a few jobs are enough to begin with. */
const JOBS_A_CHANNEL = 25

/**
 * Deliveries that are due, oldest first: for the sweep, which finds those whose job was lost or whose time has come. A few
 * of each channel, so that one where thousands wait hides no other.
 */
export async function dueDeliveries(limit: number, database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    with due as (
      select id, due_at, row_number() over (partition by channel_id order by due_at) as place
      from channel_deliveries where state = 'planned' and due_at <= now() and ${onActiveChannel}
    )
    select id from due where place <= ${JOBS_A_CHANNEL} order by due_at limit ${limit}
  `)
  return rows.map(({ id }) => id)
}
