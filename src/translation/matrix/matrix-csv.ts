import type { TFunction } from 'i18next'

import type { Locale } from '../../i18n/locales.ts'
import { isOpen } from './cell-state.ts'
import type { MatrixCell } from './matrix-cells.ts'
import type { MatrixItem } from './matrix-page.ts'

export interface CsvTexts {
  /** Namespace `translation`, in the language of whoever reads the table. */
  readonly t: TFunction
  /** What a collection is called for one of its items. */
  readonly kindName: (collection: MatrixItem['collection']) => string
  readonly languageName: (locale: Locale) => string
}

/** Spreadsheets read UTF-8 only when it says so. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** The first line of the table. */
export const csvHead = (languages: readonly Locale[], { t, languageName }: CsvTexts): string =>
  csvLine([
    t('matrix.csv.kind'),
    t('matrix.csv.title'),
    t('matrix.csv.id'),
    t('matrix.csv.source'),
    t('matrix.csv.changed'),
    ...languages.map(languageName),
    t('matrix.csv.owners'),
    t('matrix.csv.deadline'),
  ])

/** One item: its state in each language, who answers for what is open and the first deadline of that. */
export function csvRow(item: MatrixItem, languages: readonly Locale[], texts: CsvTexts): string {
  const open = item.cells.filter(({ state }) => isOpen(state))
  const owners = new Set(open.flatMap(({ ownerName }) => (ownerName === null ? [] : [ownerName])))
  const deadlines = open.flatMap(({ deadline }) => (deadline === null ? [] : [deadline.toISOString()]))
  return csvLine([
    texts.kindName(item.collection),
    item.title,
    item.id,
    texts.languageName(item.sourceLocale),
    item.changedAt.toISOString(),
    ...languages.map((locale) => cellText(item, locale, texts)),
    [...owners].join('; '),
    deadlines.toSorted()[0] ?? '',
  ])
}

function cellText({ sourceLocale, cells }: MatrixItem, locale: Locale, { t }: CsvTexts): string {
  if (locale === sourceLocale) return t('state.source')
  const cell = cells.find((each) => each.locale === locale)
  return cell === undefined ? '' : stateText(cell, t)
}

/** `Outdated 3`: the number is that of the segments that differ. */
const stateText = ({ state, outdated }: Pick<MatrixCell, 'state' | 'outdated'>, t: TFunction): string =>
  state === 'outdated' ? `${t('state.outdated')} ${outdated}` : t(`state.${state}`)

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

/**
 * Quoted as RFC 4180 has it. A text that a spreadsheet would take for a formula gets an apostrophe before it:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function csvCell(value: string): string {
  const harmless = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value
  return `"${harmless.replaceAll('"', '""')}"`
}
