import type { FlattenedField, Payload, SanitizedConfig } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import { textArray } from '../../database/text-array.ts'
import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { type ReadableCollection, readableCollections } from '../contract/document.ts'
import { ownFacets } from '../documents/facets-of.ts'
import { freshen } from '../documents/freshen.ts'
import { isPublic } from '../documents/select-documents.ts'
import { codesOf, fieldsOf } from '../openapi/document-schema.ts'

/** A word that documents can be found by. */
export interface VocabularyEntry {
  readonly code: string
  /** In the language that was asked for. */
  readonly label: string
  /** Address in a public authority table. Null: it has none. */
  readonly uri: string | null
  /** Documents in that language that have it. Null: they are not counted by it. */
  readonly count: number | null
}

interface Counted {
  /** As lists name it: `topic`. Null: lists are not filtered by it. */
  readonly facet: string | null
  readonly collections: readonly ReadableCollection[]
}

/** Lists that editors keep. */
const kept: Readonly<Record<string, Counted>> = {
  topics: { facet: 'topic', collections: readableCollections },
  countries: { facet: 'country', collections: readableCollections },
  services: { facet: 'service', collections: readableCollections },
  'target-groups': { facet: 'target-group', collections: readableCollections },
  audiences: { facet: 'audience', collections: readableCollections },
  languages: { facet: 'language', collections: readableCollections },
  'event-types': { facet: 'type', collections: ['events'] },
  'resource-types': { facet: 'type', collections: ['publications'] },
  'organisation-types': { facet: 'type', collections: ['organisations'] },
  licences: { facet: null, collections: [] },
  programmes: { facet: null, collections: [] },
}

type ClosedList = Extract<FlattenedField, { type: 'select' }>

/** Lists that are part of the product, under the name by which a list of documents is filtered: `phase`, `level`. */
function closedLists(config: SanitizedConfig): ReadonlyMap<string, readonly ClosedList[]> {
  const lists = new Map<string, ClosedList[]>()
  for (const collection of readableCollections)
    for (const field of fieldsOf(collection, config)) {
      const name = ownFacets[field.name]
      if (field.type === 'select' && name !== undefined)
        lists.set(name, [...(lists.get(name) ?? []), field as ClosedList])
    }
  return lists
}

export const vocabularyNames = (config: SanitizedConfig): string[] => [
  ...Object.keys(kept),
  ...closedLists(config).keys(),
]

/** The words of one list that have a name in the language. Null: there is no such list. */
export async function readVocabulary(
  payload: Payload,
  name: string,
  locale: Locale,
): Promise<readonly VocabularyEntry[] | null> {
  const lists = closedLists(payload.config).get(name)
  const place = Object.hasOwn(kept, name) ? kept[name] : undefined
  if (lists !== undefined) {
    const counts = await countsOf(payload, { facet: name, collections: readableCollections }, locale)
    return wordsOf(lists, locale).map(({ code, label }) => ({
      code,
      label,
      uri: null,
      count: counts.get(code) ?? 0,
    }))
  }
  if (place === undefined) return null
  const counts = await countsOf(payload, place, locale)
  const rows = name === 'topics' ? await topicsIn(payload, locale) : await termsIn(payload, name, locale)
  return rows.map((row) => ({ ...row, count: place.facet === null ? null : (counts.get(row.code) ?? 0) }))
}

type Named = Omit<VocabularyEntry, 'count'>

const asReader = (locale: Locale) =>
  ({ locale, fallbackLocale: false, overrideAccess: false, depth: 0, pagination: false }) as const

async function topicsIn(payload: Payload, locale: Locale): Promise<Named[]> {
  const { docs } = await payload.find({ collection: 'topics', ...asReader(locale), sort: 'slug' })
  return docs.flatMap(({ slug, label, authorityUri }) =>
    slug && label ? [{ code: slug, label, uri: authorityUri || null }] : [],
  )
}

async function termsIn(payload: Payload, vocabulary: string, locale: Locale): Promise<Named[]> {
  const { docs } = await payload.find({
    collection: 'terms',
    ...asReader(locale),
    where: { vocabulary: { equals: vocabulary } },
    sort: ['order', 'code'],
  })
  return docs.flatMap(({ code, label, authorityUri }) =>
    label ? [{ code, label, uri: authorityUri || null }] : [],
  )
}

function wordsOf(lists: readonly ClosedList[], locale: Locale): { code: string; label: string }[] {
  const named = translator(locale, 'terms')
  const words = lists.flatMap(({ options, custom }) =>
    codesOf(options).map((code) => [code, named(`${String(custom?.vocabulary)}.${code}`)] as const),
  )
  return Array.from(new Map(words), ([code, label]) => ({ code, label }))
}

/** How many documents have each code. */
async function countsOf(
  payload: Payload,
  { facet, collections }: Counted,
  locale: Locale,
): Promise<ReadonlyMap<string, number>> {
  if (facet === null) return new Map()
  await freshen(payload)
  const { rows } = await databaseOf(payload).execute<{ code: string; found: number }>(sql`
    select substr(facet, ${facet.length + 2}::int) as code, count(*)::int as found
    from public_documents cross join lateral unnest(facets) facet
    where ${isPublic} and collection = any(${textArray(collections)}) and locale = ${locale}
      and starts_with(facet, ${`${facet}:`})
    group by facet
  `)
  return new Map(rows.map(({ code, found }) => [code, found]))
}
