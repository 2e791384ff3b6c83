import {
  isTranslatable,
  type TranslatableCollection,
  translatableCollections,
} from '../../content/translatable.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { type CellState, cellStates, isCellState } from './cell-state.ts'

export const deadlineFilters = ['late', 'week', 'none'] as const
export const matrixSorts = ['changed', 'title', 'deadline'] as const

/** Who answers for a cell: whoever asks, nobody (and it is still open), or a person by id. */
export type OwnerFilter = 'me' | 'none' | { readonly id: string }

/** What the matrix is asked for. An empty list and null mean: whatever it is. */
export interface MatrixQuery {
  readonly states: readonly CellState[]
  /** Stands somewhere in the title. */
  readonly text: string
  readonly kinds: readonly TranslatableCollection[]
  readonly owner: OwnerFilter | null
  /** Of what is still open: over, within seven days, without one. */
  readonly deadline: (typeof deadlineFilters)[number] | null
  /** Columns. Empty: every language that anything is translated into. */
  readonly languages: readonly Locale[]
  /** Leaves out what is not wanted in a language. */
  readonly wantedOnly: boolean
  readonly sort: (typeof matrixSorts)[number]
  /** From 1. */
  readonly page: number
}

export const everything: MatrixQuery = {
  states: [],
  text: '',
  kinds: [],
  owner: null,
  deadline: null,
  languages: [],
  wantedOnly: false,
  sort: 'changed',
  page: 1,
}

/** Longer than any title. */
const MAX_TEXT = 300
const MAX_PAGE = 100_000
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

/** Reads an address. `faults` names the parameters that say nothing we know; the query is made without them. */
export function parseMatrixQuery(search: URLSearchParams): {
  readonly query: MatrixQuery
  readonly faults: readonly string[]
} {
  const faults: string[] = []
  const list = <Value extends string>(name: string, holds: (value: unknown) => value is Value): Value[] => {
    const values = search.getAll(name).flatMap((value) => value.split(',').filter((part) => part !== ''))
    if (!values.every(holds)) faults.push(name)
    return [...new Set(values.filter(holds))]
  }
  const one = <Value extends string>(name: string, known: readonly Value[]): Value | null => {
    const value = search.get(name) ?? ''
    const found = known.find((each) => each === value) ?? null
    if (value !== '' && found === null) faults.push(name)
    return found
  }
  const owner = search.get('owner')
  const page = Number(search.get('page') ?? 1)
  const isPage = Number.isInteger(page) && page >= 1 && page <= MAX_PAGE
  if (!isPage) faults.push('page')
  const query: MatrixQuery = {
    states: list('state', isCellState),
    text: (search.get('text') ?? '').trim().slice(0, MAX_TEXT),
    kinds: list('kind', isTranslatable),
    owner: isUuid(owner) ? { id: owner } : one<'me' | 'none'>('owner', ['me', 'none']),
    deadline: one('deadline', deadlineFilters),
    languages: list('languages', isLocale),
    wantedOnly: one('wanted', ['only']) !== null,
    sort: one('sort', matrixSorts) ?? everything.sort,
    page: isPage ? page : 1,
  }
  return { query, faults }
}

/** The same query as an address: only what differs from `everything`, always in the same order. */
export function matrixSearch(query: MatrixQuery): string {
  const search = new URLSearchParams()
  const set = (name: string, value: string): void => {
    if (value !== '') search.set(name, value)
  }
  set('state', cellStates.filter((state) => query.states.includes(state)).join(','))
  set('text', query.text)
  set('kind', translatableCollections.filter((kind) => query.kinds.includes(kind)).join(','))
  set('owner', ownerValue(query.owner))
  set('deadline', query.deadline ?? '')
  set('languages', query.languages.join(','))
  set('wanted', query.wantedOnly ? 'only' : '')
  set('sort', query.sort === everything.sort ? '' : query.sort)
  set('page', query.page === 1 ? '' : String(query.page))
  // A comma needs no escape in a query, and the address is read by people.
  const text = search.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** As a form field holds it. */
export const ownerValue = (owner: OwnerFilter | null): string =>
  typeof owner === 'object' ? (owner?.id ?? '') : owner
