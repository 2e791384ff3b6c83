import type { ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** One attempt to bring something to a channel, and what came of it. */
export interface LoggedAttempt {
  /** Greater: later. */
  readonly attemptId: number
  readonly deliveryId: string
  readonly item: ItemReference
  readonly locale: Locale
  /** As the item was called when it was public last. */
  readonly title: string
  readonly action: 'publish' | 'update' | 'remove' | 'none'
  /** State of the delivery after it. */
  readonly outcome: string
  readonly reason: string | null
  /** What the other side said when it did not take it, without secrets. */
  readonly error: string | null
  /** HTTP. Null: there was no answer, or none that failed. */
  readonly status: number | null
  readonly tookMs: number | null
  readonly at: Date
}

interface LogQuery {
  readonly channelId: string
  /** Only what came before this attempt. Null: the latest. */
  readonly before: number | null
  /** Only attempts that did not arrive. */
  readonly failedOnly: boolean
  readonly limit: number
}

interface Row extends Record<string, unknown> {
  attempt_id: string
  delivery_id: string
  collection: ItemReference['collection']
  item_id: string
  locale: Locale
  title: string
  action: LoggedAttempt['action']
  outcome: string
  reason: string | null
  error: string | null
  status: number | null
  took_ms: number | null
  at: string | Date
}

/** What was tried on a channel, latest first. */
export async function channelLog(
  { channelId, before, failedOnly, limit }: LogQuery,
  database: Database,
): Promise<LoggedAttempt[]> {
  const { rows } = await database.execute<Row>(sql`
    select a.id as attempt_id, a.delivery_id, d.collection, d.item_id, d.locale, d.title, a.action, a.outcome, a.reason,
      a.error, a.status, a.took_ms, a.at
    from channel_attempts a join channel_deliveries d on d.id = a.delivery_id
    where d.channel_id = ${channelId}::uuid and (${before}::bigint is null or a.id < ${before}::bigint)
      and (not ${failedOnly}::boolean or a.error is not null or a.outcome in ('failed', 'unconfirmed'))
    order by a.id desc limit ${limit}
  `)
  return rows.map((row) => ({
    attemptId: Number(row.attempt_id),
    deliveryId: row.delivery_id,
    item: { collection: row.collection, id: row.item_id },
    locale: row.locale,
    title: row.title,
    action: row.action,
    outcome: row.outcome,
    reason: row.reason,
    error: row.error,
    status: row.status,
    tookMs: row.took_ms,
    at: new Date(row.at),
  }))
}
