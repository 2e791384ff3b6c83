import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { DocumentReference, PublicDocument } from '../contract/document.ts'
import { facetLabels } from './facet-labels.ts'

interface Written {
  readonly locale: Locale
  readonly facets: readonly string[]
}

interface Counted {
  readonly document: PublicDocument
  /** Those that have no name in its language included. */
  readonly facets: readonly string[]
}

/** Stands for every document of a collection. No document has it among its facets. */
const EVERY = 'every:document'

/** What a document counts for just now. */
export async function facetsBefore(
  { collection, id }: DocumentReference,
  transaction: Database,
): Promise<readonly Written[]> {
  const { rows } = await transaction.execute<{ locale: Locale; facets: string[] }>(sql`
    select locale, facets from public_documents
    where collection = ${collection} and item_id = ${id}::uuid and document is not null
  `)
  return rows
}

/** Counts what a document is now instead of what it was before. Only under the lock of the change feed. */
export async function addToFacetTotals(
  collection: string,
  { before, documents }: { readonly before: readonly Written[]; readonly documents: readonly Counted[] },
  transaction: Database,
): Promise<void> {
  const changes = new Map<string, { locale: Locale; facet: string; label: string | null; change: number }>()
  const add = (locale: Locale, facet: string, label: string | null, by: 1 | -1) => {
    const key = `${locale} ${facet}`
    const change = changes.get(key)?.change ?? 0
    changes.set(key, { locale, facet, label: label ?? changes.get(key)?.label ?? null, change: change + by })
  }
  for (const { locale, facets } of before)
    for (const facet of [EVERY, ...facets]) add(locale, facet, null, -1)
  for (const { document, facets } of documents) {
    const labels = facetLabels(document)
    for (const facet of [EVERY, ...facets]) add(document.locale, facet, labels.get(facet) ?? null, 1)
  }
  if (changes.size === 0) return
  await transaction.execute(sql`
    insert into facet_totals as kept (collection, locale, facet, label, total)
    select ${collection}, locale, facet, label, change
    from jsonb_to_recordset(${JSON.stringify([...changes.values()])}::jsonb)
      as given (locale text, facet text, label text, change int)
    on conflict (locale, collection, facet) do update set
      total = kept.total + excluded.total, label = coalesce(excluded.label, kept.label)
    where excluded.total <> 0 or excluded.label is distinct from kept.label
  `)
}

/** Of how many documents a total is wanted. */
interface Totalled {
  readonly collection: string
  readonly locale: Locale
  /** Null: all of the collection. */
  readonly facet: string | null
}

/** How many documents are public that have a facet, without counting them: the total, less what is hidden at this moment. */
export const totalOf = ({ collection, locale, facet }: Totalled) => sql`(
  select coalesce(sum(total), 0) - (
    select count(*) from public_documents
    where hidden and document is not null and locale = ${locale} and collection = ${collection}
      and ${facet === null ? sql`true` : sql`${facet} = any(facets)`}
  ) as found
  from facet_totals where locale = ${locale} and collection = ${collection} and facet = ${facet ?? EVERY}
)`

/** For a migration: counts what was written before totals of whole collections were kept. */
export const countCollections = `
INSERT INTO facet_totals (collection, locale, facet, total)
SELECT collection, locale, '${EVERY}', count(*)::int FROM public_documents WHERE document IS NOT NULL GROUP BY 1, 2
ON CONFLICT (locale, collection, facet) DO UPDATE SET total = excluded.total;`

/** Makes the totals anew from all documents, for whoever wrote documents in another way. */
export async function recountFacets(database: Database): Promise<void> {
  await database.execute(sql`
    with counted as (
      select collection, locale, facet, count(*)::int as total
      from public_documents, unnest(facets || ${EVERY}::text) as facet where document is not null group by 1, 2, 3
    ), forgotten as (
      update facet_totals kept set total = 0 where not exists (
        select from counted where counted.locale = kept.locale and counted.collection = kept.collection
          and counted.facet = kept.facet
      )
    )
    insert into facet_totals (collection, locale, facet, total) select collection, locale, facet, total from counted
    on conflict (locale, collection, facet) do update set total = excluded.total
  `)
}
