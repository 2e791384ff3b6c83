import type { FlattenedField } from 'payload'

import { locales as everyLocale, type Locale } from '../../i18n/locales.ts'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What one save may show to readers. */
export interface Approval {
  readonly locales: ReadonlySet<Locale>
  /** Whether what all languages share goes with them. */
  readonly shared: boolean
}

/** Payload's own: how a row is kept. */
const bookkeeping = new Set(['id', 'createdAt', 'updatedAt'])

/**
 * What readers get of a row that was written: of the new one what was approved, of the old one the rest. Both as Payload
 * keeps them: localised fields are objects by locale.
 */
export function approvedOnly(
  before: Row,
  after: Row,
  fields: readonly FlattenedField[],
  approval: Approval,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...after }
  for (const field of fields) {
    if (bookkeeping.has(field.name)) continue
    const value = approvedValue(before[field.name], after[field.name], field, approval)
    if (value === undefined) delete merged[field.name]
    else merged[field.name] = value
  }
  return merged
}

function approvedValue(before: unknown, after: unknown, field: FlattenedField, approval: Approval): unknown {
  if ('localized' in field && field.localized) return approvedTexts(before, after, approval)
  if (field.type === 'array') return approvedRows(before, after, field.flattenedFields, approval)
  if (field.type === 'group' || field.type === 'tab') {
    const [old, now] = [isRow(before) ? before : {}, isRow(after) ? after : {}]
    return approvedOnly(old, now, field.flattenedFields, approval)
  }
  return approval.shared ? after : before
}

function approvedTexts(before: unknown, after: unknown, { locales }: Approval): unknown {
  const [old, now] = [isRow(before) ? before : {}, isRow(after) ? after : {}]
  const texts = everyLocale
    .map((locale) => [locale, locales.has(locale) ? now[locale] : old[locale]] as const)
    .filter(([, value]) => value !== undefined)
  return Object.fromEntries(texts)
}

/** The list is shared, what stands in its rows need not be. A row is the same one as long as its id is. */
function approvedRows(
  before: unknown,
  after: unknown,
  fields: readonly FlattenedField[],
  approval: Approval,
): unknown {
  const [old, now] = [rowsOf(before), rowsOf(after)]
  const find = (rows: readonly Row[], id: unknown): Row | undefined => rows.find((row) => row.id === id)
  if (approval.shared) return now.map((row) => approvedOnly(find(old, row.id) ?? {}, row, fields, approval))
  return old.map((row) => {
    const written = find(now, row.id)
    return written === undefined ? row : approvedOnly(row, written, fields, approval)
  })
}

const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isRow) : [])
