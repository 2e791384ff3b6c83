import type { Payload } from 'payload'

import type { Locale } from '../../i18n/locales.ts'
import type { PublicDocument } from '../../reading/contract/document.ts'
import {
  type BrowsedPage,
  type Browsing,
  browseDocuments,
  type DocumentPoint,
  documentPoints,
  documentsElsewhere,
} from '../../reading/documents/browse-documents.ts'
import { type FacetCounts, facetCounts } from '../../reading/search/facet-counts.ts'
import type { FoundTexts } from '../cards.ts'
import { groupOf, numberOf } from '../details.ts'
import type { SiteContext } from '../site-context.ts'
import { type BrowsableCollection, browsables } from './browsable.ts'
import { type BrowseQuery, facetGroups, without } from './browse-query.ts'
import { foundByWords, MOST_FOUND } from './found-by-words.ts'

/** One thing that a list can be narrowed by. */
export interface Choice {
  readonly code: string
  readonly label: string
  /** Documents that are found when it is chosen as well. */
  readonly count: number
  readonly isChosen: boolean
}

export interface Filter {
  readonly name: string
  readonly choices: readonly Choice[]
}

export interface BrowseContent {
  readonly collection: BrowsableCollection
  readonly query: BrowseQuery
  readonly documents: readonly PublicDocument[]
  readonly total: number
  readonly pages: number
  readonly filters: readonly Filter[]
  /** What words were found in them, by their ids. Empty where none were looked for. */
  readonly found: ReadonlyMap<string, FoundTexts>
  /** What other languages have and this one has not. */
  readonly elsewhere: BrowsedPage
  readonly points: readonly DocumentPoint[]
  /** The words as texts spell them, where those that were typed are in none. */
  readonly suggestion: string | null
  /** Where nothing was found: what is found without one of the choices. */
  readonly ways: readonly { readonly name: string; readonly choice: Choice; readonly count: number }[]
}

const PER_PAGE = 12
const ELSEWHERE = 5
const MAX_POINTS = 500

/** What the words or the choices find. `facets` is null where no words were looked for. */
interface FoundPage extends BrowsedPage {
  readonly facets: FacetCounts | null
  readonly suggestion: string | null
  readonly found: ReadonlyMap<string, FoundTexts>
}

/** Null: there is no such page. */
export async function loadBrowse(
  payload: Payload,
  context: SiteContext,
  collection: BrowsableCollection,
  { query, now }: { readonly query: BrowseQuery; readonly now: Date },
): Promise<BrowseContent | null> {
  const browsing = browsingOf(collection, query, context.locale, now)
  const names = browsables[collection].facets
  const found: FoundPage =
    query.q === ''
      ? {
          ...(await browseDocuments(payload, browsing, {
            order: collection === 'events' && query.when === 'coming' ? 'oldest' : query.order,
            page: query.page,
            perPage: PER_PAGE,
          })),
          facets: null,
          suggestion: null,
          found: new Map(),
        }
      : await foundByWords(payload, browsing, { q: query.q, page: query.page, perPage: PER_PAGE, names })
  const { documents, total } = found
  const pages = Math.max(1, Math.ceil(Math.min(total, MOST_FOUND) / PER_PAGE))
  if (query.page > pages) return null
  const filters = await loadFilters(payload, context, collection, {
    query,
    browsing,
    counted: found.facets,
  })
  return {
    collection,
    query,
    documents,
    total,
    pages,
    filters,
    found: found.found,
    elsewhere:
      query.q === ''
        ? await documentsElsewhere(payload, browsing, { preferred: context.chain, limit: ELSEWHERE })
        : { documents: [], total: 0 },
    suggestion: found.suggestion,
    points:
      collection === 'practices' && query.q === ''
        ? await documentPoints(payload, browsing, MAX_POINTS)
        : documents.flatMap(pointOf),
    ways:
      total > 0
        ? []
        : await waysOut(payload, filters, query, (each) => browsingOf(collection, each, context.locale, now)),
  }
}

function browsingOf(
  collection: BrowsableCollection,
  query: BrowseQuery,
  locale: Locale,
  now: Date,
): Browsing {
  const moment = query.when === 'coming' ? { endingAfter: now } : { endedBy: now }
  return {
    collections: [collection],
    locale,
    facets: facetGroups(query),
    ...(collection === 'events' && moment),
  }
}

/** Of a document, as `documentPoints` finds them. */
function pointOf({ title, url, details }: PublicDocument): DocumentPoint[] {
  const { latitude, longitude } = groupOf(details.location)
  const [north, east] = [numberOf(latitude), numberOf(longitude)]
  return url === null || north === null || east === null
    ? []
    : [{ title, url, latitude: north, longitude: east }]
}

/** @param counted among what was found by words. Null: there are none. */
async function loadFilters(
  payload: Payload,
  { locale }: SiteContext,
  collection: BrowsableCollection,
  {
    query,
    browsing,
    counted,
  }: { readonly query: BrowseQuery; readonly browsing: Browsing; readonly counted: FacetCounts | null },
): Promise<readonly Filter[]> {
  const names = browsables[collection].facets
  const counts = counted ?? (await facetCounts(payload, { ...browsing, names }))
  const isMissing = (name: string, code: string) => !(counts[name] ?? []).some((each) => each.code === code)
  const lost = [...query.chosen].filter(([name, codes]) => codes.some((code) => isMissing(name, code)))
  // What was chosen and finds nothing beside the other choices, or at that time, still has a name.
  const all =
    lost.length === 0
      ? {}
      : await facetCounts(payload, {
          collections: [collection],
          locale,
          names: lost.map(([name]) => name),
        })
  return names.map((name) => {
    const chosen = query.chosen.get(name) ?? []
    const nothing = (all[name] ?? [])
      .filter(({ code }) => chosen.includes(code) && isMissing(name, code))
      .map((each) => ({ ...each, count: 0 }))
    const choices = [...(counts[name] ?? []), ...nothing].map(({ code, label, count }) => ({
      code,
      label,
      count,
      isChosen: chosen.includes(code),
    }))
    return { name, choices: inOrder(name, choices, locale) }
  })
}

/** Years from the newest, stages as they follow, all else as a dictionary has it. */
function inOrder(name: string, choices: readonly Choice[], locale: Locale): readonly Choice[] {
  const order = new Intl.Collator(locale)
  if (name === 'year') return choices.toSorted((one, other) => other.code.localeCompare(one.code))
  return choices.toSorted((one, other) => order.compare(one.label, other.label))
}

/** Each choice that stands in the way, and what is found without it. */
async function waysOut(
  payload: Payload,
  filters: readonly Filter[],
  query: BrowseQuery,
  browsing: (query: BrowseQuery) => Browsing,
): Promise<BrowseContent['ways']> {
  const ways: { name: string; choice: Choice; count: number }[] = []
  for (const { name, choices } of filters)
    for (const choice of choices.filter(({ isChosen }) => isChosen)) {
      const looser = browsing(without(query, name, choice.code))
      const { total } = await browseDocuments(payload, looser, { perPage: 1 })
      if (total > 0) ways.push({ name, choice, count: total })
    }
  return ways
}
