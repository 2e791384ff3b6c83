import type { FlattenedField, SanitizedCollectionConfig, Where } from 'payload'

import type { Locale } from '../i18n/locales.ts'

/** The fields of a collection, by its slug. */
export type FieldsOf = (slug: string) => SanitizedCollectionConfig['flattenedFields']

interface Place {
  readonly fields: readonly FlattenedField[]
  readonly fieldsOf: FieldsOf
}

/** A condition as it reads in one locale, whatever the locale of the request: `title` becomes `title.de`. */
export function localisedWhere(where: Where, place: Place, locale: Locale): Where {
  const conditions = Object.entries(where).map(([key, value]) =>
    Array.isArray(value)
      ? [key, value.map((condition) => localisedWhere(condition, place, locale))]
      : [localisedPath(key, place, locale), value],
  )
  return Object.fromEntries(conditions)
}

/** Whether a path leads through a field that has languages, and leaves open which. */
export const isLocalisedPath = (path: string, place: Place): boolean =>
  localisedPath(path, place, 'en') !== path

function localisedPath(path: string, { fields, fieldsOf }: Place, locale: Locale): string {
  const [name = '', ...rest] = path.split('.')
  const field = fields.find((candidate) => candidate.name === name)
  if (field === undefined) return path
  if ('localized' in field && field.localized)
    return rest[0] === locale ? path : [name, locale, ...rest].join('.')
  if (rest.length === 0) return path
  if ('flattenedFields' in field)
    return `${name}.${localisedPath(rest.join('.'), { fields: field.flattenedFields, fieldsOf }, locale)}`
  if ((field.type === 'relationship' || field.type === 'upload') && typeof field.relationTo === 'string')
    return `${name}.${localisedPath(rest.join('.'), { fields: fieldsOf(field.relationTo), fieldsOf }, locale)}`
  return path
}
