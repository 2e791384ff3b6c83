import { BYTE_ORDER_MARK, csvLine } from '../csv-cells.ts'
import type { ExportedPerson } from './export-people.ts'

export const exportFormats = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportContentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
}

/** Names of columns are those of the JSON, in every language: programs read them, our own import among them. */
const columns = [
  'email',
  'locale',
  'furtherLocales',
  'newsletters',
  'topics',
  'countries',
  'role',
  'organisation',
  'frequency',
  'confirmedAt',
  'pausedUntil',
] as const satisfies readonly (keyof ExportedPerson)[]

const cell = (value: string | readonly string[] | null): string =>
  value === null ? '' : [value].flat().join('|')

/** As a file, a piece at a time. CSV is RFC 4180 in UTF-8 with its mark, without anything that a spreadsheet would run. */
export async function* peopleLines(
  pages: AsyncIterable<readonly ExportedPerson[]>,
  format: ExportFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield BYTE_ORDER_MARK + csvLine(columns)
  for await (const people of pages)
    yield people
      .map((person) =>
        format === 'csv' ? csvLine(columns.map((name) => cell(person[name]))) : `${JSON.stringify(person)}\n`,
      )
      .join('')
}
