import type { CollectionBeforeReadHook, FlattenedField } from 'payload'

import { type Asker, organisationOf, readsEveryDraft } from './roles.ts'

type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Takes every language that is not published out of what the public reads, before fallback or `locale=all` can show it.
 * At this moment the row still holds each localised field as an object by locale. Without a status nothing is shown.
 */
export const onlyPublishedLocales: CollectionBeforeReadHook = ({ doc, req, collection, overrideAccess }) => {
  if (overrideAccess === true || mayReadDraftsOf(doc, req.user)) return doc
  const status = isRow(doc._status) ? doc._status : {}
  const published = new Set(Object.keys(status).filter((locale) => status[locale] === 'published'))
  strip(doc, collection.flattenedFields, published)
  doc._status = Object.fromEntries(Array.from(published, (locale) => [locale, 'published']))
  return doc
}

const mayReadDraftsOf = (row: Row, user: Asker): boolean => {
  if (readsEveryDraft(user)) return true
  const organisation = organisationOf(user)
  return organisation !== null && row.responsibleOrganisation === organisation
}

function strip(row: Row, fields: readonly FlattenedField[], published: ReadonlySet<string>): void {
  for (const field of fields) {
    const value = row[field.name]
    if (field.name === '_status' || value === undefined || value === null) continue
    if ('localized' in field && field.localized) keepOnly(published, value)
    else if (Array.isArray(value) && 'flattenedFields' in field)
      for (const child of value.filter(isRow)) strip(child, field.flattenedFields, published)
    else if (isRow(value) && 'flattenedFields' in field) strip(value, field.flattenedFields, published)
  }
}

function keepOnly(published: ReadonlySet<string>, value: unknown): void {
  if (!isRow(value)) return
  for (const locale of Object.keys(value)) if (!published.has(locale)) delete value[locale]
}
