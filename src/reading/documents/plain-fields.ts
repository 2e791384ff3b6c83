import type { FlattenedField } from 'payload'

import { richText } from '../../content/markup/rich-text.ts'
import { siteUrl } from '../../content/site-url.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { FileValue, NamedReference, PlainValue } from '../contract/document.ts'
import { pageOf } from './page-of.ts'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How a row is kept, and what the base of a document says already. */
const notOwn = new Set([
  'id',
  '_status',
  'createdAt',
  'updatedAt',
  'title',
  'slug',
  'generateSlug',
  'sourceLocale',
  'machineTranslated',
  'minorEdit',
  'revision',
  'sample',
  'served',
  'coverImage',
  'licence',
  'responsibleOrganisation',
  'topics',
  'communities',
  'related',
  'publicIn',
])

/**
 * The fields of a row as the public contract writes them: plain names and values, nothing that only an editor needs.
 * What the row does not have is null, so that a document always has the same names.
 * @param row as an anonymous reader gets it for one locale at depth 1, without fallback.
 */
export function plainFields(
  row: Row,
  fields: readonly FlattenedField[],
  locale: Locale,
  isTop = true,
): Readonly<Record<string, PlainValue>> {
  return Object.fromEntries(
    contractFields(fields, isTop).map((field) => [field.name, plainValue(row[field.name], field, locale)]),
  )
}

/** Which fields of a row the contract has. */
export const contractFields = (fields: readonly FlattenedField[], isTop: boolean): FlattenedField[] =>
  fields
    .filter(({ name, type }) => type !== 'join' && !(isTop ? notOwn.has(name) : name === 'id'))
    .filter((field) => !isForStaff(field))

/** A field whose reading is restricted is not in the contract at all. */
const isForStaff = (field: FlattenedField): boolean =>
  ('access' in field && field.access?.read !== undefined) ||
  ('admin' in field && field.admin !== undefined && 'hidden' in field.admin && field.admin.hidden === true)

function plainValue(value: unknown, field: FlattenedField, locale: Locale): PlainValue {
  const isMany = 'hasMany' in field && field.hasMany === true
  if (field.type === 'array') {
    const rows = Array.isArray(value) ? value.filter(isRow) : []
    return rows.map((row) => plainFields(row, field.flattenedFields, locale, false))
  }
  if ('flattenedFields' in field) return plainGroup(isRow(value) ? value : {}, field.flattenedFields, locale)
  if (field.type === 'relationship' || field.type === 'upload') {
    const found = [value].flat().flatMap((each) => related(each, field.relationTo, locale) ?? [])
    return isMany ? found : (found[0] ?? null)
  }
  if (isMany) return Array.isArray(value) ? (value as PlainValue[]) : []
  if (value === undefined || value === null || value === '') return null
  if (field.type === 'richText') {
    const shown = richText(value as never)
    return shown === null ? null : { html: shown.source, lexical: withoutNodeState(value) }
  }
  return isDay(field) ? String(value).slice(0, 10) : (value as PlainValue)
}

/** A section that its host has not opened is null: nobody learns more than that there could be one. */
function plainGroup(value: Row, fields: readonly FlattenedField[], locale: Locale): PlainValue {
  const plain = plainFields(value, fields, locale, false)
  if (!fields.some(({ name }) => name === SWITCH)) return plain
  const { [SWITCH]: isOpen, ...section } = plain
  return isOpen === true ? section : null
}

/** Opens a group to the public. */
const SWITCH = 'isPublic'

/** Whether a date is a day of the calendar, without a time. */
export const isDay = (field: FlattenedField): boolean =>
  field.type === 'date' && field.admin?.date?.pickerAppearance === 'dayOnly'

/** Names that the translation gives to nodes are not the reader's. */
const withoutNodeState = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === '$' ? undefined : each)))

function related(
  value: unknown,
  relationTo: string | readonly string[],
  locale: Locale,
): NamedReference | FileValue | null {
  if (typeof relationTo === 'string')
    return relationTo === 'media' ? fileValue(value) : referenceTo(relationTo, value, locale)
  if (!isRow(value) || typeof value.relationTo !== 'string') return null
  return referenceTo(value.relationTo, value.value, locale)
}

const words = (...values: readonly unknown[]): string | null =>
  values.find((value): value is string => typeof value === 'string' && value !== '') ?? null

/** Null: it was not read, or has no name in this language. */
export function referenceTo(collection: string, value: unknown, locale: Locale): NamedReference | null {
  if (!isRow(value)) return null
  const label = words(value.title, value.name, value.label, value.acronym)
  if (label === null) return null
  return {
    collection,
    id: String(value.id),
    label,
    code: words(value.code, value.slug),
    uri: words(value.authorityUri),
    url: pageOf(collection, words(value.slug), locale) ?? words(value.website),
  }
}

/** Null: it was not read, or is no file. */
function fileValue(value: unknown): FileValue | null {
  const media = isRow(value) ? value : {}
  const url = words(media.url)
  if (url === null) return null
  return {
    url: siteUrl(new URL(url, siteUrl('/')).pathname),
    name: words(media.filename) ?? '',
    type: words(media.mimeType) ?? 'application/octet-stream',
    size: Number(media.filesize ?? 0),
    alt: words(media.alt) ?? '',
    credit: words(media.credit),
    width: typeof media.width === 'number' ? media.width : null,
    height: typeof media.height === 'number' ? media.height : null,
  }
}

/** The ids of every row that this one names, read or not, at any depth. */
export function idsIn(row: Row, fields: readonly FlattenedField[]): string[] {
  return fields.flatMap((field) => {
    const values = [row[field.name]].flat()
    if (field.type === 'relationship' || field.type === 'upload')
      return values.flatMap((value) => idOf(isRow(value) && 'relationTo' in value ? value.value : value))
    return 'flattenedFields' in field
      ? values.filter(isRow).flatMap((each) => idsIn(each, field.flattenedFields))
      : []
  })
}

/** Of a row that was read or not. None: it is no row. */
export const idOf = (value: unknown): string[] => {
  const id = isRow(value) ? value.id : value
  return typeof id === 'string' ? [id] : []
}
