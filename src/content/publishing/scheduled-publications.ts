import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { TranslatableCollection, TranslatableReference } from '../translatable.ts'
import type { PublicationAction } from './publish-locales.ts'

type ScheduledState = 'planned' | 'done' | 'failed' | 'cancelled'

/** Why it was not carried out. After a colon, what exactly: `incomplete: summary`. */
export type ScheduledReason = 'incomplete' | 'not-allowed' | 'no-such-item' | 'nothing-written' | 'unexpected'

/** An item that is to be published or taken back in one language, or in all, at a moment. */
export interface ScheduledPublication {
  readonly scheduledId: string
  readonly action: PublicationAction
  /** `all`: in all languages that it is written in, or public in, by then. */
  readonly locale: Locale | 'all'
  readonly dueAt: Date
  readonly timeZone: string
  readonly state: ScheduledState
  /** A `ScheduledReason`, and what exactly. Null when there is nothing to explain. */
  readonly reason: string | null
  readonly createdBy: string
  readonly settledAt: Date | null
}

/** What a worker carries out. */
export interface ClaimedPublication extends ScheduledPublication {
  readonly item: TranslatableReference
  /** Counts claims; whoever holds the last one settles. */
  readonly attempts: number
}

const LEASE_SECONDS = 120

interface StoredRow extends Record<string, unknown> {
  readonly id: string
  readonly collection: TranslatableCollection
  readonly item_id: string
  readonly action: PublicationAction
  readonly locale: Locale | 'all'
  readonly due_at: string | Date
  readonly time_zone: string
  readonly state: ScheduledState
  readonly reason: string | null
  readonly created_by: string
  readonly settled_at: string | Date | null
  readonly attempts: number
}

const fromRow = (row: StoredRow): ScheduledPublication => ({
  scheduledId: row.id,
  action: row.action,
  locale: row.locale,
  dueAt: new Date(row.due_at),
  timeZone: row.time_zone,
  state: row.state,
  reason: row.reason,
  createdBy: row.created_by,
  settledAt: row.settled_at === null ? null : new Date(row.settled_at),
})

export interface Plan {
  readonly item: TranslatableReference
  readonly action: PublicationAction
  /** In the order in which they are carried out. */
  readonly locales: readonly (Locale | 'all')[]
  readonly dueAt: Date
  readonly timeZone: string
  readonly createdBy: string
}

/** Enters what is to come. What is planned already for that moment is not entered twice. */
export async function enterPlan(
  { item, action, locales, dueAt, timeZone, createdBy }: Plan,
  database: Database,
): Promise<void> {
  const rows = locales.map((locale, position) => ({ id: crypto.randomUUID(), locale, position }))
  await database.execute(sql`
    insert into scheduled_publications
      (id, collection, item_id, locale, action, due_at, time_zone, state, created_by, created_at)
    select plan.id, ${item.collection}, ${item.id}::uuid, plan.locale, ${action}, ${dueAt.toISOString()}::timestamptz,
      ${timeZone}, 'planned', ${createdBy}::uuid, now() + make_interval(secs => plan.position * 0.001)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as plan (id uuid, locale text, position integer)
    where not exists (
      select from scheduled_publications as known
      where known.collection = ${item.collection} and known.item_id = ${item.id}::uuid and known.locale = plan.locale
        and known.action = ${action} and known.due_at = ${dueAt.toISOString()}::timestamptz and known.state = 'planned'
    )
  `)
}

/** What is planned for an item, and what came of what was, latest first; at most 100. */
export async function scheduledOf(
  { collection, id }: TranslatableReference,
  database: Database,
): Promise<ScheduledPublication[]> {
  const { rows } = await database.execute<StoredRow>(sql`
    select * from scheduled_publications where collection = ${collection} and item_id::text = ${id}
    order by state = 'planned' desc, due_at desc, created_at limit 100
  `)
  return rows.map(fromRow)
}

/** Answers false when it is not planned any more: carried out, failed, or cancelled before. */
export async function cancelScheduled(
  { collection, id }: TranslatableReference,
  scheduledId: string,
  database: Database,
): Promise<boolean> {
  const { rowCount } = await database.execute(sql`
    update scheduled_publications set state = 'cancelled', settled_at = now()
    where id::text = ${scheduledId} and collection = ${collection} and item_id::text = ${id} and state = 'planned'
  `)
  return rowCount === 1
}

export async function hasDuePublications(database: Database): Promise<boolean> {
  const { rows } = await database.execute<{ due: boolean }>(sql`
    select exists (
      select from scheduled_publications
      where state = 'planned' and due_at <= now() and (lease_until is null or lease_until < now())
    ) as due
  `)
  return rows[0]?.due === true
}

/** Takes what is due longest and nobody holds. A worker that dies loses it after `LEASE_SECONDS`. Null: nothing is due. */
export async function claimDue(database: Database): Promise<ClaimedPublication | null> {
  const { rows } = await database.execute<StoredRow>(sql`
    update scheduled_publications
    set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = attempts + 1
    where id = (
      select id from scheduled_publications
      where state = 'planned' and due_at <= now() and (lease_until is null or lease_until < now())
      order by due_at, created_at limit 1 for update skip locked
    )
    returning *
  `)
  const [row] = rows
  if (row === undefined) return null
  return { ...fromRow(row), item: { collection: row.collection, id: row.item_id }, attempts: row.attempts }
}

/**
 * Writes down what came of it. Answers false when somebody else holds it by now, or it was cancelled meanwhile: in the
 * transaction of the publication, that is to be rolled back.
 */
export async function settleScheduled(
  { scheduledId, attempts }: Pick<ClaimedPublication, 'scheduledId' | 'attempts'>,
  { state, reason }: { readonly state: 'done' | 'failed'; readonly reason: string | null },
  database: Database,
): Promise<boolean> {
  const { rowCount } = await database.execute(sql`
    update scheduled_publications set state = ${state}, reason = ${reason}::text, settled_at = now(), lease_until = null
    where id = ${scheduledId}::uuid and state = 'planned' and attempts = ${attempts}
  `)
  return rowCount === 1
}
