import { randomUUID } from 'node:crypto'

import type { ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ChannelSkipReason, HoldReason } from './delivery-state.ts'
import { settlesAt } from './settles-at.ts'

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
  /** Null or absent: nobody needs to be asked. */
  readonly hold?: HoldReason | null
  /** Not before this moment, as long as nothing stands there yet. Null or absent: at once. */
  readonly dueAt?: Date | null
  /**
   * How long it waits for further changes at least, in milliseconds, and twice that at most, unless a person wants it now.
   * Absent: not at all.
   */
  readonly settlesAfterMs?: number
  /** What called for it. Absent: that the item changed. */
  readonly origin?: DeliveryOrigin
}

export type DeliveryOrigin = 'publish' | 'backfill' | 'manual'

/** A row that is to be worked on now, or as soon as it has settled. */
export interface EnteredDelivery {
  readonly id: string
  /** Zero: now. */
  readonly inMs: number
}

/** Rules about what is announced. What stands there already was announced, and is kept up to date whatever they say now. */
const aboutNew = [
  'channel-off',
  'collection-not-wanted',
  'topic-not-wanted',
] as const satisfies readonly ChannelSkipReason[]
/** An editor took it out of the channel: what stands there goes too. */
const takesBack = 'not-chosen' satisfies ChannelSkipReason

const among = (values: readonly string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )

const standsThere = sql`(d.remote_state in ('live', 'unconfirmed') or d.left_standing <> '[]'::jsonb)`
const isSkip = sql`(excluded.state = 'skipped')`
const keepsCurrent = sql`(${isSkip} and ${standsThere} and excluded.reason in (${among(aboutNew)}))`
const isTakenBack = sql`(${isSkip} and ${standsThere} and excluded.reason = ${takesBack})`
/** Whoever holds it sees that it was overtaken. What is in doubt, or was let go, only a person plans again. */
const keepsState = sql`(d.state in ('submitting', 'unconfirmed') or d.remote_state = 'unlinked')`
/** What is spread over days stays so, unless a person wants it now. */
const keepsPace = sql`(d.origin = 'backfill' and d.state = 'planned' and not ${standsThere} and excluded.origin <> 'manual')`

/**
 * Enters a plan. The ledger keeps one row per item, locale and channel: a later change overwrites what is desired, an
 * earlier one never does. A row under way keeps its state (`settle` sees that it was overtaken), and so does an
 * unconfirmed one: only a person plans it again. Entering a plan twice changes nothing. Answers the rows that are to be
 * worked on next; those that wait for longer are found when their time has come.
 * @param again also if nothing happened to the item since: an editor chose something else for the channel.
 */
export async function enter(
  deliveries: readonly PlannedDelivery[],
  database: Database,
  { again = false }: { readonly again?: boolean } = {},
): Promise<EnteredDelivery[]> {
  if (deliveries.length === 0) return []
  const rows = deliveries.map(({ item, skip, hold = null, dueAt = null, origin = 'publish', ...rest }) => ({
    ...rest,
    origin,
    dueAt,
    id: randomUUID(),
    collection: item.collection,
    itemId: item.id,
    state: skip !== null ? 'skipped' : hold !== null ? 'held' : 'planned',
    reason: skip ?? hold,
  }))
  const settled = settledBy(deliveries)
  const { rows: entered } = await database.execute<{ id: string; is_next: boolean; in_ms: number }>(sql`
    insert into channel_deliveries as d
      (id, collection, item_id, locale, channel_id, service, title, item_url, desired, outbox_id, state, reason, due_at, origin)
    select id, collection, "itemId", locale, "channelId", service, title, url, desired, "outboxId", state, reason,
      greatest(${settled(sql`"channelId"`)}, "dueAt"), origin
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      id uuid, collection text, "itemId" uuid, locale text, "channelId" uuid, service text, title text, url text,
      desired text, "outboxId" bigint, state text, reason text, "dueAt" timestamptz, origin text
    )
    on conflict (collection, item_id, locale, channel_id) do update set
      desired = case when ${keepsCurrent} then 'live' else excluded.desired end,
      outbox_id = excluded.outbox_id,
      revision = d.revision + 1,
      service = excluded.service,
      title = case when excluded.title = '' then d.title else excluded.title end,
      -- What is in doubt is looked for where it would stand.
      item_url = case when excluded.item_url = '' or ${standsThere} or d.state = 'submitting' then d.item_url else excluded.item_url end,
      state = case
        when ${keepsState} then d.state
        when ${keepsCurrent} or ${isTakenBack} then 'planned'
        else excluded.state end,
      reason = case
        when ${keepsState} then d.reason
        when ${keepsCurrent} or ${isTakenBack} then null
        else excluded.reason end,
      due_at = case
        when ${keepsPace} then greatest(d.due_at, excluded.due_at)
        when ${standsThere} then ${settled(sql`excluded.channel_id`)}
        else excluded.due_at end,
      origin = case when ${keepsPace} or ${standsThere} then d.origin else excluded.origin end,
      attempts = 0, failing_since = null, updated_at = now()
    where (d.outbox_id < excluded.outbox_id or (${again} and d.outbox_id = excluded.outbox_id))
      and (
        not ${isSkip} or ${keepsCurrent} or ${isTakenBack}
        or (not ${standsThere} and d.state <> 'submitting' and (d.state = 'skipped' or excluded.reason <> 'not-translated'))
        or (d.state = 'submitting' and excluded.reason = ${takesBack})
      )
    returning id, state = 'planned' and due_at <= ${settled(sql`channel_id`)} as is_next,
      greatest(0, extract(epoch from due_at - now()) * 1000)::float8 as in_ms
  `)
  return entered.filter((row) => row.is_next).map(({ id, in_ms: inMs }) => ({ id, inMs }))
}

/** When a channel takes what is entered now, if nothing else speaks against it. */
function settledBy(deliveries: readonly PlannedDelivery[]) {
  const waits = deliveries
    .filter(({ origin }) => origin !== 'manual')
    .map(({ channelId, settlesAfterMs = 0 }) => [channelId, settlesAfterMs])
  const byChannel = JSON.stringify(Object.fromEntries(waits))
  return (channelId: ReturnType<typeof sql>) =>
    settlesAt(sql`coalesce((${byChannel}::jsonb ->> (${channelId})::text)::float8, 0)`)
}
