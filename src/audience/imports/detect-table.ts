import { parse } from 'csv-parse/sync'

import { canonicalAddress } from '../canonical-address.ts'
import { cellText } from '../csv-cells.ts'
import { type Delimiter, delimiters, type Encoding, type FileFormat, type FileSource } from './file-format.ts'
import { plainWord } from './propose-mapping.ts'
import { csvOptions } from './read-records.ts'

const SAMPLE_ROWS = 200

/** @param text the beginning of a file. Its last line may be torn and is left out when there are others. */
export function detectFormat(text: string, encoding: Encoding): FileFormat {
  const tables = delimiters.map((delimiter) => ({ delimiter, rows: sampleRows(text, delimiter) }))
  const { delimiter, rows } = tables.reduce((best, table) =>
    evenness(table.rows) > evenness(best.rows) ? table : best,
  )
  const [first = []] = rows
  return { encoding, delimiter, hasHeader: !first.some(isAddress), source: sourceOf(first) }
}

const isAddress = (cell: string): boolean => canonicalAddress(cell) !== null

/** Cells as a person would read them. What cannot be read ends the sample. */
export function sampleRows(text: string, delimiter: Delimiter): string[][] {
  const whole = text.replace(/[\r\n][^\r\n]*$/u, '\n')
  const rows = parse(whole, {
    ...csvOptions({ delimiter }),
    to: SAMPLE_ROWS,
    skip_records_with_error: true,
  }) as string[][]
  return rows.map((row) => row.map(cellText))
}

/** Columns that most rows have, weighed by how many rows have just as many: 1 or less where it divides nothing. */
function evenness(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [columns, same] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [1, 0])
  const share = same / Math.max(1, rows.length)
  return columns === 1 ? 0 : share ** 2 * (1 + columns / 1000)
}

function sourceOf(header: readonly string[]): FileSource {
  const words = new Set(header.map(plainWord))
  const has = (...wanted: readonly string[]): boolean => wanted.every((word) => words.has(word))
  if (has('uuid', 'email', 'status') && (has('attributes') || has('attribs'))) return 'listmonk'
  if (has('emailaddress') && (has('leid') || has('euid') || has('optintime'))) return 'mailchimp'
  return 'other'
}

/** Mailchimp writes those who left, and those whose mailbox did, into files of their own. Null: a list of people. */
export function barsOf(header: readonly string[]): 'unsubscribed' | 'hard-bounce' | null {
  const words = header.map(plainWord)
  if (words.includes('unsubtime')) return 'unsubscribed'
  return words.some((word) => word.startsWith('clean')) ? 'hard-bounce' : null
}
