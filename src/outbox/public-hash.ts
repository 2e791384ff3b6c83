import { createHash } from 'node:crypto'
import type { FlattenedField } from 'payload'

import type { Locale } from '../i18n/locales.ts'

/** Fields that say how a row is kept, not what readers see. */
const bookkeeping = new Set([
  'id',
  '_status',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'generateSlug',
  'revision',
])

/**
 * A fingerprint of what readers of one locale see of an item. Equal fingerprints: nothing changed for them.
 * @param stored the item as Payload keeps it: localised fields are objects by locale (`locale: 'all'`, `depth: 0`).
 */
export function publicHash(
  stored: Record<string, unknown>,
  fields: readonly FlattenedField[],
  locale: Locale,
): string {
  return createHash('sha256')
    .update(JSON.stringify(inLocale(stored, fields, locale), withoutNodeState))
    .digest('base64url')
}

/** Names that the translation gives to nodes: readers do not see them. */
const withoutNodeState = (key: string, value: unknown): unknown => (key === '$' ? undefined : value)

function inLocale(row: Record<string, unknown>, fields: readonly FlattenedField[], locale: Locale): unknown {
  const entries = fields
    .filter((field) => !bookkeeping.has(field.name))
    .map((field) => [field.name, shownValue(row[field.name], field, locale)])
    .filter(
      ([name, value]) =>
        value !== undefined && value !== null && !(name === 'machineTranslated' && value === false),
    )
  return Object.fromEntries(entries)
}

function shownValue(value: unknown, field: FlattenedField, locale: Locale): unknown {
  if (value === null || value === undefined) return null
  if ('localized' in field && field.localized) return isRow(value) ? (value[locale] ?? null) : value
  if (field.type === 'array' && Array.isArray(value))
    return value.map((row) => (isRow(row) ? inLocale(row, field.flattenedFields, locale) : row))
  if ('flattenedFields' in field && isRow(value)) return inLocale(value, field.flattenedFields, locale)
  return value
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
