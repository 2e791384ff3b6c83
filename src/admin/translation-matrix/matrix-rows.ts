import type { TFunction } from 'i18next'

import { type Direction, directionOf, type Locale } from '../../i18n/locales.ts'
import { type CellState, isOpen } from '../../translation/matrix/cell-state.ts'
import type { MatrixCell } from '../../translation/matrix/matrix-cells.ts'
import type { MatrixItem } from '../../translation/matrix/matrix-page.ts'

/** One language as a column. */
export interface MatrixColumn {
  readonly locale: Locale
  /** In the language of the interface. */
  readonly name: string
  readonly endonym: string
  /** Of what is wanted, how much is in step. Null: nothing is wanted. */
  readonly percent: string | null
}

/** One cell as it is drawn. */
export interface RowCell {
  readonly state: CellState | 'source'
  /** Segments that differ from the source; shown beside the mark of what is outdated. */
  readonly outdated: number
  /** Open, and nobody answers for it. */
  readonly isFree: boolean
  /** Segments wait for a reviewer. */
  readonly isToReview: boolean
  /** In step with its source, and readers do not see it yet. */
  readonly isUnpublished: boolean
}

/** Who answers for what is open of an item, and until when. */
export type Standing =
  | { readonly kind: 'complete' | 'withdrawn' | 'none' }
  | {
      readonly kind: 'open'
      /** Null: nobody. */
      readonly owner: string | null
      readonly initials: string
      /** Others who answer for other languages of it. */
      readonly others: number
      /** Null: no deadline. */
      readonly due: string | null
      readonly isLate: boolean
    }

export interface MatrixRow {
  readonly collection: MatrixItem['collection']
  readonly id: string
  readonly about: string
  readonly title: string
  readonly locale: Locale
  readonly direction: Direction
  /** One for each column; null where there is nothing to say. */
  readonly cells: readonly (RowCell | null)[]
  readonly standing: Standing
}

/** Tells a row from all others. */
export const rowKey = ({ collection, id }: Pick<MatrixRow, 'collection' | 'id'>): string =>
  `${collection}/${id}`

interface RowTexts {
  /** Namespace `translation`. */
  readonly t: TFunction
  readonly kindName: (collection: MatrixItem['collection']) => string
  readonly day: (at: Date) => string
  readonly number: (value: number) => string
}

const DAY_MS = 24 * 3600 * 1000

/** An item as a row of the table. */
export function matrixRow(
  item: MatrixItem,
  columns: readonly Locale[],
  { t, kindName, day, number }: RowTexts,
  now: Date,
): MatrixRow {
  const cells = new Map(item.cells.map((cell) => [cell.locale, cell]))
  const due = (deadline: Date): string => {
    if (deadline >= now) return day(deadline)
    const days = Math.ceil((now.getTime() - deadline.getTime()) / DAY_MS)
    return t('matrix.late', { count: days, number: number(days) })
  }
  return {
    collection: item.collection,
    id: item.id,
    about: t('matrix.item', { kind: kindName(item.collection), locale: item.sourceLocale }),
    title: item.title,
    locale: item.sourceLocale,
    direction: directionOf(item.sourceLocale),
    cells: columns.map((locale) => rowCell(locale, item, cells.get(locale))),
    standing: standingOf(item.cells, due, now),
  }
}

function rowCell(locale: Locale, item: MatrixItem, cell: MatrixCell | undefined): RowCell | null {
  if (locale === item.sourceLocale)
    return { state: 'source', outdated: 0, isFree: false, isToReview: false, isUnpublished: false }
  if (cell === undefined) return null
  const { state, missing, machine, inTranslation, needsReview, outdated } = cell
  const isWanted = state !== 'unwanted'
  const isInStep = missing + machine + inTranslation + needsReview + outdated === 0
  return {
    state,
    outdated,
    isFree: isOpen(state) && cell.ownerId === null,
    isToReview: isWanted && needsReview > 0,
    isUnpublished: isWanted && isInStep && (!cell.isPublic || cell.servedRevision !== item.revision),
  }
}

/** The most pressing of what is open speaks for the item: the first deadline, and an owner before none. */
function standingOf(cells: readonly MatrixCell[], due: (at: Date) => string, now: Date): Standing {
  const open = cells
    .filter(({ state }) => isOpen(state))
    .toSorted(
      (one, other) =>
        (one.deadline?.getTime() ?? Number.POSITIVE_INFINITY) -
          (other.deadline?.getTime() ?? Number.POSITIVE_INFINITY) ||
        Number(one.ownerName === null) - Number(other.ownerName === null),
    )
  const [first] = open
  if (first === undefined) {
    const wanted = cells.filter(({ state }) => state !== 'unwanted')
    if (wanted.length === 0) return { kind: 'none' }
    return { kind: wanted.every(({ state }) => state === 'withdrawn') ? 'withdrawn' : 'complete' }
  }
  const owners = new Set(open.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])))
  return {
    kind: 'open',
    owner: first.ownerName,
    initials: initialsOf(first.ownerName ?? ''),
    others: owners.size - (first.ownerId === null ? 0 : 1),
    due: first.deadline === null ? null : due(first.deadline),
    isLate: first.deadline !== null && first.deadline < now,
  }
}

/** Of the first and the last name. */
const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const [first = ''] = words
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return [first, last].map((word) => [...word][0] ?? '').join('')
}
