import { randomUUID } from 'node:crypto'

import type { ContentCollection, ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

export type CorrectionKind = 'corrected' | 'withdrawn'

type InLocales = Readonly<Partial<Record<Locale, string>>>

/** An item that was corrected or withdrawn, for a reason that its readers are told. Never changed, never removed. */
export interface StoredCorrection {
  readonly id: string
  readonly item: ItemReference
  readonly kind: CorrectionKind
  readonly locales: readonly Locale[]
  /** What it was called then. */
  readonly titles: InLocales
  readonly reasons: InLocales
  /** Every later entry of the outbox about the item carries it out. */
  readonly afterOutboxId: number
  /** Of staff. Null: somebody who left. */
  readonly by: string | null
  readonly at: Date
}

/** Writes it down before it is carried out, in the same transaction. Answers its id. */
export async function enterCorrection(
  { item, kind, locales, titles, reasons, by }: Omit<StoredCorrection, 'id' | 'afterOutboxId' | 'at'>,
  transaction: Database,
): Promise<string> {
  const id = randomUUID()
  await transaction.execute(sql`
    insert into item_corrections (id, collection, item_id, kind, locales, titles, reasons, after_outbox_id, by)
    select ${id}, ${item.collection}, ${item.id}::uuid, ${kind}, ${JSON.stringify(locales)}::jsonb,
      ${JSON.stringify(titles)}::jsonb, ${JSON.stringify(reasons)}::jsonb, coalesce(max(o.id), 0), ${by}::uuid
    from outbox o where o.collection = ${item.collection} and o.item_id = ${item.id}::uuid
  `)
  return id
}

interface CorrectionRow extends Record<string, unknown> {
  id: string
  collection: ContentCollection
  item_id: string
  kind: CorrectionKind
  locales: Locale[]
  titles: InLocales
  reasons: InLocales
  after_outbox_id: string
  by: string | null
  at: string | Date
}

/** Newest first. */
export async function correctionsOfItem(
  { collection, id }: ItemReference,
  database: Database,
): Promise<StoredCorrection[]> {
  const { rows } = await database.execute<CorrectionRow>(sql`
    select * from item_corrections where collection = ${collection} and item_id = ${id}::uuid order by at desc, id desc
  `)
  return rows.map(stored)
}

/** More are not shown at once, however many are open. */
const MOST = 300

/** The latest of all items, and every earlier one that a channel could not follow yet or at all, newest first. */
export async function latestCorrections(limit: number, database: Database): Promise<StoredCorrection[]> {
  const { rows } = await database.execute<CorrectionRow>(sql`
    select * from (select c.*, row_number() over (order by at desc, id desc) as place from item_corrections c) c
    where place <= ${limit} or exists (
      select from channel_deliveries d
      where d.collection = c.collection and d.item_id = c.item_id and c.locales @> to_jsonb(d.locale)
        and (
          d.state in ('held', 'failed', 'unconfirmed') or d.reason = 'kept-theirs'
          or d.state = 'skipped' and (d.remote_state in ('live', 'unconfirmed') or d.left_standing <> '[]')
        )
    )
    order by at desc, id desc limit ${MOST}
  `)
  return rows.map(stored)
}

const stored = ({ id, collection, item_id, kind, locales, titles, reasons, by, ...row }: CorrectionRow) => ({
  id,
  item: { collection, id: item_id },
  kind,
  locales,
  titles,
  reasons,
  afterOutboxId: Number(row.after_outbox_id),
  by,
  at: new Date(row.at),
})
