import type { FlattenedField } from 'payload'

import type { Locale } from '../i18n/locales.ts'
import { paragraph } from './paragraph.ts'

/** In letters that none of our languages is written in, so that it can be told from every text of ours. */
export const MARK = 'ნიშანი'

/** Finds the row that a relationship is to lead to. Null: it stays empty. */
export type FindRow = (collection: string, vocabulary: string | null) => string | null

/** Values that their field checks, by the field's name. */
const checked: Readonly<Record<string, unknown>> = {
  timeZone: 'Europe/Brussels',
  currency: 'EUR',
  nuts: 'FRK26',
  ...Object.fromEntries(
    ['url', 'uri', 'authorityUri', 'link', 'website', 'canonicalUrl', 'calendar'].map((name) => [
      name,
      'https://mark.example/',
    ]),
  ),
}

/** Left empty: they keep a row from being public or whole, or the system writes them. */
const empty = new Set([
  'id',
  'slug',
  '_status',
  'expiresAt',
  'embargoUntil',
  'workPackage',
  'scores',
  'parent',
  'revision',
])

/** A row in which every field says something, every text of it marked, so that a page shows all that it can show. */
export const filledRow = (
  fields: readonly FlattenedField[],
  locale: Locale,
  find: FindRow,
): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .filter(({ name }) => !empty.has(name))
      .map((field) => [field.name, checked[field.name] ?? filledValue(field, locale, find)])
      .filter(([, value]) => value !== null),
  )

function filledValue(field: FlattenedField, locale: Locale, find: FindRow): unknown {
  switch (field.type) {
    case 'text':
    case 'textarea':
      return MARK.slice(0, field.maxLength)
    case 'richText':
      return paragraph(MARK)
    case 'number':
      return Math.max(field.min ?? 0, 12)
    case 'date':
      return '2026-05-14T12:00:00.000Z'
    case 'checkbox':
      return true
    case 'email':
      return 'mark@mark.example'
    case 'select': {
      if (['locale', 'sourceLocale'].includes(field.name)) return locale
      const [first] = field.options
      const value = typeof first === 'object' ? first.value : (first ?? null)
      return field.hasMany ? [value] : value
    }
    case 'relationship':
    case 'upload':
      return rowsFor(field, find)
    case 'array':
      return [filledRow(field.flattenedFields, locale, find)]
    case 'group':
    case 'tab':
      return filledRow(field.flattenedFields, locale, find)
    default:
      return null
  }
}

function rowsFor(
  field: Extract<FlattenedField, { type: 'relationship' | 'upload' }>,
  find: FindRow,
): unknown {
  const { relationTo, hasMany, filterOptions } = field
  const to = typeof relationTo === 'string' ? relationTo : (relationTo[0] ?? '')
  const row = find(to, vocabularyOf(filterOptions))
  if (row === null) return null
  const value = typeof relationTo === 'string' ? row : { relationTo: to, value: row }
  return hasMany ? [value] : value
}

function vocabularyOf(filter: unknown): string | null {
  const { vocabulary } = (filter ?? {}) as { vocabulary?: { equals?: string } }
  return vocabulary?.equals ?? null
}
