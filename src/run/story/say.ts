import { isLocale, type Locale } from '../../i18n/locales.ts'

const names = new Intl.DisplayNames(['en'], { type: 'language' })

export const line = (text = ''): void => void process.stdout.write(`${text}\n`)

/** In English, since the terminal speaks it. */
export const languageName = (locale: Locale | string | null): string =>
  isLocale(locale) ? (names.of(locale) ?? locale) : '–'

/** Columns as wide as their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const print = (cells: readonly string[]) =>
    line(`  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
  print(head)
  // The last column holds addresses, some of them very long.
  print(
    widths.map((width, column) =>
      '─'.repeat(column === head.length - 1 ? (head[column]?.length ?? 0) : width),
    ),
  )
  for (const row of rows) print(row)
}
