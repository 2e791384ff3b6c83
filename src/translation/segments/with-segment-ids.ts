import type { FlattenedField } from 'payload'

import { isRichDocument, withNodeIds } from './rich-nodes.ts'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One language of an item, with a name on every node of its formatted texts, so that moving one outdates nothing. */
export function withSegmentIds(row: Row, fields: readonly FlattenedField[]): Row {
  const named: Record<string, unknown> = { ...row }
  for (const field of fields) {
    const value = row[field.name]
    if (field.type === 'richText' && isRichDocument(value)) named[field.name] = withNodeIds(value)
    else if (field.type === 'array' && Array.isArray(value))
      named[field.name] = value.map((child) =>
        isRow(child) ? withSegmentIds(child, field.flattenedFields) : child,
      )
    else if ((field.type === 'group' || field.type === 'tab') && isRow(value))
      named[field.name] = withSegmentIds(value, field.flattenedFields)
  }
  return named
}
