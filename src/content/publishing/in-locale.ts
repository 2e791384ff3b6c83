import type { FlattenedField } from 'payload'

import type { Locale } from '../../i18n/locales.ts'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One language of a row that was read in all of them: localised fields are objects by locale there. */
export function inLocale(row: Row, fields: readonly FlattenedField[], locale: Locale): Row {
  return Object.fromEntries(fields.map((field) => [field.name, valueIn(row[field.name], field, locale)]))
}

function valueIn(value: unknown, field: FlattenedField, locale: Locale): unknown {
  if ('localized' in field && field.localized) return isRow(value) ? value[locale] : undefined
  if (!('flattenedFields' in field)) return value
  const { flattenedFields } = field
  if (Array.isArray(value))
    return value.map((row) => (isRow(row) ? inLocale(row, flattenedFields, locale) : row))
  return isRow(value) ? inLocale(value, flattenedFields, locale) : value
}
