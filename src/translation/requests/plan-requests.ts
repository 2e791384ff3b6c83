import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { EngineName, PairCapability } from '../engines/engine.ts'
import { charactersOf, isOpenToEngines, isOpenToPeople, targetsOf } from './open-segments.ts'

export interface Wish {
  readonly items: readonly TranslatableReference[]
  readonly locales: readonly Locale[]
  /** Null: a person translates. */
  readonly engine: EngineName | null
}

/** One item in one locale that has something to translate. */
export interface PlannedRequest {
  readonly collection: TranslatableReference['collection']
  readonly itemId: string
  readonly locale: Locale
  readonly sourceRevision: number
  readonly segments: number
  readonly characters: number
}

/** Why an item is not asked for in a locale. */
type LeftOutReason =
  | 'unknown-item'
  | 'source-locale'
  | 'not-enabled'
  | 'unwanted'
  | 'unsupported-pair'
  | 'nothing-to-translate'
  | 'asked-meanwhile' // somebody else was first by a moment

export interface LeftOut {
  readonly collection: TranslatableReference['collection']
  readonly itemId: string
  readonly locale: Locale
  readonly reason: LeftOutReason
}

export interface RequestPlan {
  readonly requests: readonly PlannedRequest[]
  readonly leftOut: readonly LeftOut[]
}

interface PlanOptions {
  readonly enabledLocales: readonly Locale[]
  /** What the engine can do. Null: it did not say, or there is none; the worker asks it again before it sends anything. */
  readonly capabilities: readonly PairCapability[] | null
}

interface PairRow extends Record<string, unknown> {
  collection: TranslatableReference['collection']
  item_id: string
  locale: Locale
  source_locale: Locale | null
  revision: number | null
  is_wanted: boolean | null
  segments: number
  characters: number
}

/** What a wish comes to, item by item and locale by locale. Changes nothing. */
export async function planRequests(
  { items, locales, engine }: Wish,
  { enabledLocales, capabilities }: PlanOptions,
  database: Database,
): Promise<RequestPlan> {
  const { rows } = await database.execute<PairRow>(sql`
    with pair as (
      select distinct w.collection, w.id as item_id, l.locale, i.source_locale, i.revision
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as w (collection text, id uuid)
      left join translation_items i on i.collection = w.collection and i.item_id = w.id
      cross join jsonb_array_elements_text(${JSON.stringify(locales)}::jsonb) as l (locale)
    ), s as materialized (
      select s.collection, s.item_id, s.key, s.hash, ${charactersOf} as characters
      from translation_segments s
      where (s.collection, s.item_id) in (select collection, item_id from pair)
    ), open as (
      select p.collection, p.item_id, p.locale, count(*)::int as segments, sum(s.characters)::int as characters
      from pair p join s on s.collection = p.collection and s.item_id = p.item_id
      ${targetsOf(sql`p.locale`)}
      where ${engine === null ? isOpenToPeople : isOpenToEngines}
      group by 1, 2, 3
    )
    select p.*, w.is_wanted, coalesce(o.segments, 0) as segments, coalesce(o.characters, 0) as characters
    from pair p
    left join open o using (collection, item_id, locale)
    left join translation_locales w using (collection, item_id, locale)
    order by p.collection, p.item_id, p.locale
  `)
  const pairs =
    capabilities === null ? null : new Set(capabilities.map((pair) => `${pair.source} ${pair.target}`))
  const requests: PlannedRequest[] = []
  const leftOut: LeftOut[] = []
  for (const row of rows) {
    const { collection, item_id: itemId, locale, revision, segments, characters } = row
    const reason = leftOutReason(row, enabledLocales, pairs)
    if (reason === null)
      requests.push({ collection, itemId, locale, sourceRevision: revision ?? 0, segments, characters })
    else leftOut.push({ collection, itemId, locale, reason })
  }
  return { requests, leftOut }
}

function leftOutReason(
  { locale, source_locale, is_wanted, segments }: PairRow,
  enabledLocales: readonly Locale[],
  pairs: ReadonlySet<string> | null,
): LeftOutReason | null {
  if (source_locale === null) return 'unknown-item'
  if (source_locale === locale) return 'source-locale'
  if (!enabledLocales.includes(locale)) return 'not-enabled'
  if (is_wanted === false) return 'unwanted'
  if (pairs !== null && !pairs.has(`${source_locale} ${locale}`)) return 'unsupported-pair'
  return segments === 0 ? 'nothing-to-translate' : null
}

/** What a plan asks an engine or a person for in all. */
export const totalOf = ({ requests }: RequestPlan) => ({
  requests: requests.length,
  segments: requests.reduce((sum, { segments }) => sum + segments, 0),
  characters: requests.reduce((sum, { characters }) => sum + characters, 0),
})
