import type { FileValue, NamedReference, PlainValue, PublicDocument } from '../contract/document.ts'

type Details = PublicDocument['details']
type Row = Readonly<Record<string, PlainValue>>

const isRow = (value: PlainValue | undefined): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text or number of a document's own fields. Null: it has none. */
export function textIn(details: Details, name: string): string | null {
  const value = details[name]
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null
}

/** The rows of a list, or the one group of that name. */
export const rowsIn = (details: Details, name: string): readonly Row[] => [details[name]].flat().filter(isRow)

/** What is named there, one or several. */
export const referencesIn = (details: Details, name: string): readonly NamedReference[] =>
  rowsIn(details, name).flatMap((row) =>
    typeof row.label === 'string' ? [row as unknown as NamedReference] : [],
  )

/** Codes that were chosen from a list. */
export const codesIn = (details: Details, name: string): readonly string[] =>
  [details[name] ?? null].flat().filter((value): value is string => typeof value === 'string' && value !== '')

/** A file that is offered there. Null: there is none. */
export function fileIn(row: Row, name: string): FileValue | null {
  const value = row[name]
  return isRow(value) && typeof value.url === 'string' && 'size' in value
    ? (value as unknown as FileValue)
    : null
}

/** The day of a moment, as YYYY-MM-DD in UTC. */
export const dayOfMoment = (moment: string): string => moment.slice(0, 10)
