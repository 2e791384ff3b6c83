import type { Locale } from '../../i18n/locales.ts'
import { isOpen } from '../../translation/matrix/cell-state.ts'
import { postJson } from '../ask-json.ts'
import type { TextReader } from '../client-texts.ts'
import type { Step } from './bulk-run.ts'
import type { MatrixColumn, MatrixRow, RowCell } from './matrix-rows.ts'

/** Selected items, and the languages that were chosen for them. */
export interface BulkSelection {
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly MatrixColumn[]
  readonly locales: readonly Locale[]
}

/** Languages of one row whose cell is so. */
const localesWhere = (
  row: MatrixRow,
  { columns, locales }: BulkSelection,
  holds: (cell: RowCell) => boolean,
): Locale[] =>
  columns.flatMap(({ locale }, column) => {
    const cell = row.cells[column]
    return locales.includes(locale) && cell && holds(cell) ? [locale] : []
  })

export const isGap = ({ state }: RowCell): boolean => state !== 'source' && isOpen(state)

export const countWhere = (selection: BulkSelection, holds: (cell: RowCell) => boolean): number =>
  selection.rows.reduce((sum, row) => sum + localesWhere(row, selection, holds).length, 0)

export const itemsOf = ({ rows }: BulkSelection) => rows.map(({ collection, id }) => ({ collection, id }))

/** Reads a choice of a translator: `person:<id>`, `engine:<name>`, or empty for whoever answers for the language. */
export function translatedBy(choice: string) {
  const [kind, value = ''] = choice.split(':')
  return { engine: kind === 'engine' ? value : null, assigneeId: kind === 'person' ? value : null }
}

/** One request for everything that is selected. */
export const oneStep = (path: string, selection: BulkSelection, data: object, t: TextReader): Step[] => [
  {
    title: t('matrix.bulk.items', { count: selection.rows.length, number: selection.rows.length }),
    href: '/admin/translation',
    run: () =>
      reasonOf(path, { items: itemsOf(selection), locales: selection.locales, ...data }, selection, t),
  },
]

/** One request for each item that has a language for it. */
export function stepPerItem(
  selection: BulkSelection,
  holds: (cell: RowCell) => boolean,
  ask: (row: MatrixRow, locales: readonly Locale[]) => { readonly path: string; readonly body: object },
  t: TextReader,
): Step[] {
  return selection.rows.flatMap((row): Step[] => {
    const locales = localesWhere(row, selection, holds)
    if (locales.length === 0) return []
    const { path, body } = ask(row, locales)
    return [
      {
        title: row.title,
        href: `/admin/collections/${row.collection}/${row.id}?locale=${locales[0]}`,
        run: () => reasonOf(path, body, selection, t),
      },
    ]
  })
}

/** Why the server did not do it, in words. Null: it did. */
async function reasonOf(
  path: string,
  body: object,
  { columns }: BulkSelection,
  t: TextReader,
): Promise<string | null> {
  const answer = await postJson(path, body)
  if (answer === null) return t('matrix.bulk.failed.unreachable')
  if (answer.status < 400) return null
  const { error, message, locales, errors } = answer.body
  const names = Array.isArray(locales)
    ? columns.filter(({ locale }) => locales.includes(locale)).map(({ name }) => name)
    : []
  if (error === 'does-not-translate' || error === 'not-your-language')
    return t(`matrix.bulk.failed.${error}`, { languages: names.join(', ') })
  // What the server says in the language of the person is better than its code.
  const first: unknown = Array.isArray(errors) ? errors[0]?.message : undefined
  const said = [message, first].find((text) => typeof text === 'string')
  return typeof said === 'string'
    ? said
    : t('matrix.bulk.failed.other', { reason: typeof error === 'string' ? error : answer.status })
}
