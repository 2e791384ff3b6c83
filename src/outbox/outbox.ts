import type { ContentCollection, ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ChangeKind, LocaleChange, PublicState } from './changes.ts'

/** A stored change, waiting to be planned. */
export interface OutboxEntry {
  readonly outboxId: number
  readonly item: ItemReference
  readonly locale: Locale
  readonly kind: ChangeKind
}

/** What the public saw when the outbox was last written for this item. */
export async function lastKnown({ collection, id }: ItemReference, database: Database): Promise<PublicState> {
  const { rows } = await database.execute<{ locale: Locale; kind: ChangeKind; content_hash: string }>(sql`
    select distinct on (locale) locale, kind, content_hash from outbox
    where collection = ${collection} and item_id = ${id}
    order by locale, id desc
  `)
  return new Map(
    rows.filter(({ kind }) => kind !== 'withdrawn').map(({ locale, content_hash }) => [locale, content_hash]),
  )
}

/** Writes changes down, in the transaction of the item they happened to. Answers the new entries' ids. */
export async function record(
  { collection, id }: ItemReference,
  changes: readonly LocaleChange[],
  database: Database,
): Promise<number[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    insert into outbox (collection, item_id, locale, kind, content_hash)
    select ${collection}, ${id}::uuid, change.locale, change.kind, change."contentHash"
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change (locale text, kind text, "contentHash" text)
    returning id
  `)
  return rows.map((row) => Number(row.id))
}

/**
 * Takes the oldest entries that wait to be planned, locked until the transaction ends: another worker passes over them.
 * @param transaction must be one, or the lock is gone before the plan is entered.
 */
export async function takeUnplanned(limit: number, transaction: Database): Promise<OutboxEntry[]> {
  const { rows } = await transaction.execute<{
    id: string
    collection: ContentCollection
    item_id: string
    locale: Locale
    kind: ChangeKind
  }>(sql`
    select id, collection, item_id, locale, kind from outbox
    where planned_at is null order by id limit ${limit} for update skip locked
  `)
  return rows.map(({ id, collection, item_id, locale, kind }) => ({
    outboxId: Number(id),
    item: { collection, id: item_id },
    locale,
    kind,
  }))
}

/** To be called in the transaction that entered the plan, so that a change is planned wholly or not at all. */
export async function markPlanned(outboxIds: readonly number[], transaction: Database): Promise<void> {
  await transaction.execute(sql`
    update outbox set planned_at = now() where id in (select jsonb_array_elements_text(${JSON.stringify(outboxIds)}::jsonb)::bigint)
  `)
}

/** One change as it is told to staff. */
export interface ToldChange {
  readonly outboxId: number
  readonly locale: Locale
  readonly kind: ChangeKind
  /** ISO 8601. */
  readonly occurredAt: string
  /** ISO 8601. Null while it waits. */
  readonly plannedAt: string | null
}

/** What happened to an item for its readers, oldest first. */
export async function changesOf(
  { collection, id }: ItemReference,
  database: Database,
): Promise<ToldChange[]> {
  const { rows } = await database.execute<{
    id: string
    locale: Locale
    kind: ChangeKind
    occurred_at: string | Date
    planned_at: string | Date | null
  }>(sql`
    select id, locale, kind, occurred_at, planned_at from outbox
    where collection = ${collection} and item_id = ${id} order by id
  `)
  return rows.map((row) => ({
    outboxId: Number(row.id),
    locale: row.locale,
    kind: row.kind,
    occurredAt: new Date(row.occurred_at).toISOString(),
    plannedAt: row.planned_at === null ? null : new Date(row.planned_at).toISOString(),
  }))
}

/** How often each of these items changed for its readers so far, in whatever language. What never did is not there. */
export async function changeCountsOf(
  collection: ContentCollection,
  ids: readonly string[],
  database: Database,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.execute<{ id: string; changes: string }>(sql`
    select item_id as id, count(*) as changes from outbox
    where collection = ${collection}
      and item_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
    group by item_id
  `)
  return new Map(rows.map(({ id, changes }) => [id, Number(changes)]))
}
