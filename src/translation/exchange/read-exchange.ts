import type { TranslatableCollection } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import type { ExchangeFile, ExchangeMark, ExchangeSegment, ExchangeState } from './exchange-file.ts'
import type { FieldLabels } from './field-labels.ts'
import { type ExchangeKey, exchangeName } from './plan-import.ts'

interface ItemRow extends Record<string, unknown> {
  collection: TranslatableCollection
  item_id: string
  locale: Locale
  title: string
  source_locale: string
  revision: number
}

interface SegmentRow extends Record<string, unknown> {
  collection: string
  item_id: string
  locale: string
  key: string
  field: string
  text: string
  marks: readonly ExchangeMark[]
  hash: string
  max_characters: number | null
  target_text: string | null
  state: ExchangeState | null
  source_hash: string | null
  version: number | null
}

/**
 * What items say in a locale, with their sources, in two statements; by `exchangeName`, in the order asked for. An item
 * that is not there, or that is written in that locale, is left out.
 */
export async function readExchanges(
  keys: readonly ExchangeKey[],
  labels: FieldLabels,
  database: Database,
): Promise<ReadonlyMap<string, ExchangeFile>> {
  const wanted = sql`
    select collection, id::uuid as item_id, locale, place
    from jsonb_to_recordset(${JSON.stringify(keys.map((key, place) => ({ ...key, place })))}::jsonb)
      as wanted (collection text, id text, locale text, place int)
  `
  const items = await database.execute<ItemRow>(sql`
    select wanted.collection, wanted.item_id, wanted.locale, title, source_locale, revision
    from (${wanted}) wanted join translation_items item using (collection, item_id)
    where wanted.locale <> source_locale order by place
  `)
  const segments = await database.execute<SegmentRow>(sql`
    select wanted.collection, wanted.item_id, wanted.locale, segment.key, field, segment.text, marks, hash,
      max_characters, target.text as target_text, state, source_hash, version
    from (${wanted}) wanted join translation_segments segment using (collection, item_id)
    left join translation_targets target on target.collection = wanted.collection
      and target.item_id = wanted.item_id and target.locale = wanted.locale and target.key = segment.key
    order by place, position, segment.key
  `)
  const byItem = Map.groupBy(segments.rows, ({ collection, item_id, locale }) =>
    exchangeName(collection, item_id, locale),
  )
  return new Map(
    items.rows.flatMap((row) => {
      const name = exchangeName(row.collection, row.item_id, row.locale)
      const file = toFile(row, byItem.get(name) ?? [], labels)
      return file === null ? [] : [[name, file] as const]
    }),
  )
}

function toFile(item: ItemRow, segments: readonly SegmentRow[], labels: FieldLabels): ExchangeFile | null {
  const { collection, source_locale: sourceLocale } = item
  if (!isLocale(sourceLocale)) return null
  return {
    collection,
    itemId: item.item_id,
    title: item.title,
    sourceLocale,
    targetLocale: item.locale,
    sourceRevision: item.revision,
    segments: segments.map((row) => toSegment(row, labels(collection, row.field))),
  }
}

function toSegment(row: SegmentRow, label: string): ExchangeSegment {
  const target = row.target_text ?? ''
  const state = row.state ?? 'missing'
  const isMissing = target === '' && state !== 'approved'
  return {
    key: row.key,
    field: row.field,
    label,
    source: row.text,
    marks: row.marks,
    sourceHash: row.hash,
    target,
    state: isMissing ? 'missing' : state,
    outdated: !isMissing && row.source_hash !== row.hash,
    maxCharacters: row.max_characters,
    version: row.version ?? 0,
  }
}
