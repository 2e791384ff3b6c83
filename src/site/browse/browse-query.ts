import { type BrowsableCollection, type BrowseOrder, browsables } from './browsable.ts'

/** What a reader wants of a list, as its address says. */
export interface BrowseQuery {
  /** Words to find. Empty: all. */
  readonly q: string
  /** Facet → codes of which any will do. */
  readonly chosen: ReadonlyMap<string, readonly string[]>
  readonly order: BrowseOrder
  /** From 1. */
  readonly page: number
  /** Of events: those to come, or those that are over. */
  readonly when: 'coming' | 'past'
}

const MAX_CODES = 20
const MAX_WORDS = 200
const code = /^[\p{L}\p{N}._-]{1,100}$/u

/** Null: the page number is none. */
export function readBrowseQuery(collection: BrowsableCollection, query: URLSearchParams): BrowseQuery | null {
  const page = Number(query.get('page') ?? 1)
  if (!Number.isSafeInteger(page) || page < 1 || page > 1000) return null
  const { facets, orders } = browsables[collection]
  const chosen = facets.flatMap((name) => {
    const codes = query
      .getAll(name)
      .flatMap((value) => value.split(','))
      .filter((value) => code.test(value))
    return codes.length === 0 ? [] : [[name, [...new Set(codes)].slice(0, MAX_CODES)] as const]
  })
  return {
    q: (query.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS),
    chosen: new Map(chosen),
    order: orders.find((order) => order === query.get('sort')) ?? 'newest',
    page,
    when: query.get('when') === 'past' ? 'past' : 'coming',
  }
}

/** The address of a list, with only what differs from the list that everybody gets first. */
export function browseAddress(path: string, { q, chosen, order, page, when }: BrowseQuery): string {
  const query = new URLSearchParams([
    ...(q === '' ? [] : [['q', q]]),
    ...[...chosen].flatMap(([name, codes]) => codes.map((each) => [name, each])),
    ...(order === 'newest' ? [] : [['sort', order]]),
    ...(when === 'coming' ? [] : [['when', when]]),
    ...(page === 1 ? [] : [['page', String(page)]]),
  ]).toString()
  return query === '' ? path : `${path}?${query}`
}

/** The same list without one of the choices. */
export function without(query: BrowseQuery, name: string, value: string): BrowseQuery {
  const left = (query.chosen.get(name) ?? []).filter((each) => each !== value)
  return { ...query, page: 1, chosen: replaced(query, name, left) }
}

/** The same list with one choice more, or without it where it was made. */
export function toggled(query: BrowseQuery, name: string, value: string): BrowseQuery {
  const codes = query.chosen.get(name) ?? []
  return codes.includes(value)
    ? without(query, name, value)
    : { ...query, page: 1, chosen: replaced(query, name, [...codes, value]) }
}

function replaced({ chosen }: BrowseQuery, name: string, codes: readonly string[]): BrowseQuery['chosen'] {
  const next = new Map(chosen)
  if (codes.length === 0) next.delete(name)
  else next.set(name, codes)
  return next
}

/** As documents are asked for. */
export const facetGroups = ({ chosen }: BrowseQuery): string[][] =>
  [...chosen].map(([name, codes]) => codes.map((each) => `${name}:${each}`))
