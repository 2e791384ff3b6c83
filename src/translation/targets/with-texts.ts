import type { FlattenedField } from 'payload'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What leads to other rows stays as it was read, with those rows in it. */
const leadsElsewhere = new Set(['relationship', 'upload', 'join'])

/**
 * An item as it was read in one language, with other words.
 * @param texts what differs per language, as `composedTranslation` gives it.
 */
export function withTexts(row: Row, texts: Row, fields: readonly FlattenedField[]): Row {
  const merged: Record<string, unknown> = { ...row }
  for (const field of fields) {
    const [own, text] = [row[field.name], texts[field.name]]
    if (text === undefined) continue
    if ('localized' in field && field.localized === true)
      merged[field.name] = leadsElsewhere.has(field.type) ? (own ?? text) : text
    else if ((field.type === 'group' || field.type === 'tab') && isRow(text))
      merged[field.name] = withTexts(isRow(own) ? own : {}, text, field.flattenedFields)
    else if (field.type === 'array' && Array.isArray(own) && Array.isArray(text))
      merged[field.name] = own.map((each, index) =>
        isRow(each) && isRow(text[index]) ? withTexts(each, text[index], field.flattenedFields) : each,
      )
  }
  return merged
}
