import type { FlattenedField } from 'payload'

type Row = Readonly<Record<string, unknown>>

/** A required field that holds nothing. */
export interface MissingField {
  /** As Payload writes it: `location.country`, `results.0.indicator`. */
  readonly path: string
  readonly field: FlattenedField
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What must be filled in before a row can be published, in one language. `row` holds that language's values. */
export function missingFields(fields: readonly FlattenedField[], row: Row, parent = ''): MissingField[] {
  return fields.flatMap((field) => {
    const value = row[field.name]
    const path = `${parent}${field.name}`
    if (field.type === 'group' || field.type === 'tab')
      return missingFields(field.flattenedFields, isRow(value) ? value : {}, `${path}.`)
    if ('required' in field && field.required && isEmpty(value)) return [{ path, field }]
    if (field.type === 'array' && Array.isArray(value))
      return value
        .filter(isRow)
        .flatMap((child, index) => missingFields(field.flattenedFields, child, `${path}.${index}.`))
    return []
  })
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return isRow(value) && isRow(value.root) && !holdsContent(value.root)
}

/** Formatted text is a tree; an empty paragraph is still nothing. A picture or a rule is something. */
function holdsContent(node: Row): boolean {
  if (typeof node.text === 'string') return node.text.trim() !== ''
  if (['upload', 'horizontalrule'].includes(String(node.type))) return true
  return Array.isArray(node.children) && node.children.filter(isRow).some(holdsContent)
}
