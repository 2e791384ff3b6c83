import type { Payload } from 'payload'

import type { PublicDocument } from '../../reading/contract/document.ts'
import { type Browsing, documentsOf } from '../../reading/documents/browse-documents.ts'
import type { FacetCounts } from '../../reading/search/facet-counts.ts'
import { searchDocuments } from '../../reading/search/search-documents.ts'
import type { FoundTexts } from '../cards.ts'

/** Nobody looks further: who has not found it by then types other words. */
export const MOST_FOUND = 96

export interface FoundByWords {
  /** Best first. */
  readonly documents: readonly PublicDocument[]
  /** What was found in each, by its id. */
  readonly found: ReadonlyMap<string, FoundTexts>
  readonly total: number
  /** The words as texts spell them, where those that were typed are in none. */
  readonly suggestion: string | null
  /** Choices among what was found. */
  readonly facets: FacetCounts
}

/** One numbered page of what has certain words in it. */
export async function foundByWords(
  payload: Payload,
  browsing: Omit<Browsing, 'from' | 'before'>,
  {
    q,
    page,
    perPage,
    names = [],
  }: {
    readonly q: string
    readonly page: number
    readonly perPage: number
    readonly names?: readonly string[]
  },
): Promise<FoundByWords> {
  const limit = Math.min(MOST_FOUND, page * perPage)
  const answer = await searchDocuments(payload, { ...browsing, q, names, limit })
  const shown = answer.hits.slice((page - 1) * perPage)
  return {
    documents: await documentsOf(
      payload,
      shown.map(({ document }) => document),
      browsing.locale,
    ),
    found: new Map(shown.map((hit) => [hit.document.id, hit])),
    total: answer.total,
    suggestion: answer.suggestion,
    facets: answer.facets,
  }
}
