import type { FlattenedField } from 'payload'
import { toCodedText } from './coded-text.ts'
import { inlineOf, isRichDocument, nodeId, wordedNodes } from './rich-nodes.ts'
import type { Segment } from './segment.ts'

type Row = Readonly<Record<string, unknown>>

/** Fields that are made from others or written by the system, and the names of rows. */
const notTranslated = new Set(['id', 'slug', '_status', 'machineTranslated', 'revision'])

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * An item in one language, in the pieces that are translated, in the order of its fields.
 * @param row one language's values, as `inLocale` gives them.
 */
export const segmentsOf = (row: Row, fields: readonly FlattenedField[]): Segment[] =>
  segmentsIn(row, fields, { key: '', field: '', localised: false })

interface Place {
  readonly key: string
  readonly field: string
  /** Inside a field that differs per language as a whole. */
  readonly localised: boolean
}

function segmentsIn(row: Row, fields: readonly FlattenedField[], place: Place): Segment[] {
  return fields.flatMap((field) => {
    if (notTranslated.has(field.name)) return []
    const localised = place.localised || ('localized' in field && field.localized === true)
    const inner = {
      key: `${place.key}${field.name}`,
      field: `${place.field}${field.name}`,
      localised,
    }
    return segmentsOfValue(row[field.name], field, inner)
  })
}

function segmentsOfValue(value: unknown, field: FlattenedField, place: Place): Segment[] {
  if (field.type === 'array' && Array.isArray(value))
    return value.filter(isRow).flatMap((row, index) =>
      segmentsIn(row, field.flattenedFields, {
        ...place,
        key: `${place.key}.${rowName(row, index)}.`,
        field: `${place.field}.`,
      }),
    )
  if ((field.type === 'group' || field.type === 'tab') && isRow(value))
    return segmentsIn(value, field.flattenedFields, {
      ...place,
      key: `${place.key}.`,
      field: `${place.field}.`,
    })
  if (!place.localised) return []
  if (field.type === 'text' || field.type === 'textarea') return plainSegment(value, field, place)
  if (field.type === 'richText' && isRichDocument(value))
    return wordedNodes(value.root).map((node, index) => ({
      key: `${place.key}#${nodeId(node) ?? index}`,
      field: place.field,
      kind: 'rich',
      ...toCodedText(inlineOf(node)),
      maxCharacters: null,
    }))
  return []
}

function plainSegment(value: unknown, field: FlattenedField, { key, field: path }: Place): Segment[] {
  if (typeof value !== 'string' || value.trim() === '') return []
  const maxCharacters = 'maxLength' in field && typeof field.maxLength === 'number' ? field.maxLength : null
  return [{ key, field: path, kind: 'plain', text: value, marks: [], maxCharacters }]
}

/** Rows of a language's own list are named after those of the source that they translate. */
export const rowName = (row: Row, index: number): string =>
  typeof row.id === 'string' && row.id !== '' ? row.id.replace(/_[a-z-]+$/i, '') : String(index)
