import type { Payload } from 'payload'

import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type PublicDocument, type ReadableCollection, readableCollections } from '../contract/document.ts'
import { freshen } from '../documents/freshen.ts'
import { countFacets, type FacetCounts } from './facet-counts.ts'
import { type Found, findHits, type HitPlace } from './find-hits.ts'
import { type KnownWord, wordsOf } from './find-words.ts'
import { excerptOf, type Marks, markedText, type TextSegment } from './marked-text.ts'
import {
  type PlannedQuery,
  planNearQuery,
  planQuery,
  type UnderstoodQuery,
  understand,
} from './plan-query.ts'
import type { SearchScope } from './search-scope.ts'
import { bodyText } from './searched-texts.ts'
import type { TextWord } from './words-in.ts'

export interface SearchQuery extends Pick<SearchScope, 'endingAfter' | 'endedBy'> {
  readonly locale: Locale
  /** As typed: words, `"several in a row"`, `-without`. Anything is allowed; what is too long is cut. */
  readonly q: string
  /** @default all */
  readonly collections?: readonly ReadableCollection[] | undefined
  /** Every group must hold; of a group any one. */
  readonly facets?: readonly (readonly string[])[] | undefined
  /** Whose choices to count among the hits: of `facetNames`. @default none */
  readonly names?: readonly string[] | undefined
  /** 1 to 100. */
  readonly limit: number
  /** Of the last page. */
  readonly after?: SearchPlace | undefined
}

/** Where a page ended. */
export interface SearchPlace extends HitPlace {
  /** When the search began: `2026-11-29`. */
  readonly day: string
}

/** A document as a list of hits shows it. */
type HitDocument = Omit<PublicDocument, 'html' | 'details' | 'related'>

export interface SearchHit {
  readonly document: HitDocument
  readonly title: readonly TextSegment[]
  /** Of the summary or the main text, around what was found. Empty where the document has neither. */
  readonly excerpt: readonly TextSegment[]
  /** It has not the very words, but such as differ by a letter or two. */
  readonly isSimilar: boolean
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  readonly total: number
  /** There are more than `total`, and no page after the last of these. */
  readonly hasMore: boolean
  /** The same words as the texts spell them, when what was typed is in none. */
  readonly suggestion: string | null
  readonly facets: FacetCounts
  /** Null: that was the last page. */
  readonly next: SearchPlace | null
}

/** Fewer hits than these may mean that a word was mistyped. */
const FEW = 4

const nothing: SearchAnswer = { hits: [], total: 0, hasMore: false, suggestion: null, facets: {}, next: null }

/** Finds what is public in a locale, best first. Nothing of any other language is looked at. */
export async function searchDocuments(payload: Payload, query: SearchQuery): Promise<SearchAnswer> {
  await freshen(payload)
  const database = databaseOf(payload)
  const { locale, limit, after } = query
  const understood = await understand(query.q, locale, database)
  if (understood === null) return nothing
  const scope: SearchScope = {
    collections: query.collections ?? readableCollections,
    locale,
    facets: query.facets ?? [],
    endingAfter: query.endingAfter,
    endedBy: query.endedBy,
  }
  const page = { limit, after, day: after?.day ?? today() }
  const plan = await planQuery(understood, database)
  const counted = { ...scope, names: query.names ?? [] }
  // Side by side, as most searches are for the very words: who mistyped one waits for both.
  const [exact, exactFacets] = await Promise.all([
    findHits(plan, scope, page, payload),
    countFacets(counted, plan.found, payload),
  ])
  const found = { ...exact, plan, suggestion: null as string | null }
  const result = isFew(found, after) ? await withSimilar() : found
  const hits = result.hits.slice(0, limit)
  const last = hits.at(-1)
  const [shownHits, facets] = await Promise.all([
    shown(hits, result.plan, locale, database),
    result === found ? exactFacets : countFacets(counted, result.plan.found, payload),
  ])
  return {
    hits: shownHits,
    total: result.total,
    hasMore: result.hasMore,
    suggestion: result.suggestion,
    facets,
    next:
      result.hits.length > limit && last !== undefined
        ? { id: last.id, isSimilar: last.isSimilar, score: last.score, day: page.day }
        : null,
  }

  async function withSimilar() {
    const near = await planNearQuery(understood as UnderstoodQuery, database)
    if (near === null) return found
    const wider = await findHits(near.plan, scope, { ...page, similarTo: plan.broad }, payload)
    const suggestion =
      found.total === 0 && wider.total > 0 ? respelled(understood as UnderstoodQuery, near.nearest) : null
    return { ...wider, plan: near.plan, suggestion }
  }
}

/** A page after similar hits is one of similar hits. */
const isFew = ({ total }: { readonly total: number }, after: SearchPlace | undefined): boolean =>
  total < FEW || after?.isSimilar === true

const today = (): string => new Date().toISOString().slice(0, 10)

function respelled({ required }: UnderstoodQuery, nearest: ReadonlyMap<TextWord, KnownWord>): string {
  return required
    .map(({ words, isPhrase }) => {
      const spelled = words.map((word) => nearest.get(word)?.spelled ?? word.lowered).join(' ')
      return isPhrase ? `"${spelled}"` : spelled
    })
    .join(' ')
}

/** Read from the documents themselves, and only while they are public: never from what is kept for searching. */
async function shown(
  hits: readonly Found[],
  { lexemes, beginnings }: PlannedQuery,
  locale: Locale,
  database: Database,
): Promise<SearchHit[]> {
  if (hits.length === 0) return []
  const reading = database.execute<{ document: PublicDocument }>(sql`
    select document from jsonb_to_recordset(${JSON.stringify(hits)}::jsonb) as hit (collection text, id uuid)
      join public_documents stored on stored.collection = hit.collection and stored.item_id = hit.id
    where stored.locale = ${locale} and document is not null and not hidden
  `)
  const [{ rows }, known] = await Promise.all([reading, wordsOf(lexemes, locale, database)])
  const documents = new Map(rows.map(({ document }) => [document.id, document]))
  const marks: Marks = { words: new Set(known.map(({ word }) => word)), beginnings }
  return hits.flatMap(({ id, isSimilar }) => {
    const document = documents.get(id)
    if (document === undefined) return []
    const { html, details, related, ...summary } = document
    return [
      {
        document: summary,
        title: markedText(summary.title, marks),
        excerpt: excerptOf([summary.summary, bodyText({ details })], marks),
        isSimilar,
      },
    ]
  })
}
