import {
  type CollectionAfterReadHook,
  type CollectionBeforeReadHook,
  type FlattenedField,
  NotFound,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'

import { isLocale, type Locale } from '../i18n/locales.ts'
import { chainOf, servedRows } from './fallback-chain-of.ts'

type Row = Record<string, unknown>

/** In which language a row is served, and why. */
interface Served {
  readonly locale: Locale
  readonly requested: Locale
  readonly reason: 'requested' | 'fallback'
  /** Paths of the fields that are not in the requested language. */
  readonly fellBack: readonly string[]
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Puts the text of the language that is served where Payload looks for the requested one: at this moment a row holds each
 * localised field as an object by locale. All fields come from one language. After the guard that takes out what is not
 * public.
 */
export const serveInChain: CollectionBeforeReadHook = ({ doc, collection, req }) => {
  const chain = chainOf(req)
  const requested = chain?.[0]
  if (chain === null || requested === undefined) return doc
  const locale = servedIn(doc, collection, chain, req)
  if (locale !== requested) relabel(doc, collection.flattenedFields, locale, requested)
  servedRows(req).set(keyOf(collection.slug, doc.id, requested), locale)
  return doc
}

/** Says which fields fell back, and tells whoever asked for one item its language (RFC 9110, section 8.5). */
export const tellServed: CollectionAfterReadHook = ({ doc, collection, findMany, req }) => {
  const { locale: requested, payloadAPI } = req
  if (!isLocale(requested) || (payloadAPI === 'local' && chainOf(req) === null)) return doc
  const rows = servedRows(req)
  const servedAs = (slug: string, id: unknown) => rows.get(keyOf(slug, id, requested)) ?? requested
  const locale = servedAs(collection.slug, doc.id)
  doc.served = {
    locale,
    requested,
    reason: locale === requested ? 'requested' : 'fallback',
    fellBack: otherThan(doc, collection.flattenedFields, { locale, requested, servedAs }),
  } satisfies Served
  if (findMany !== true && payloadAPI === 'REST') {
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set('Content-Language', locale)
  }
  return doc
}

function servedIn(
  row: Row,
  { flattenedFields }: SanitizedCollectionConfig,
  chain: readonly Locale[],
  req: PayloadRequest,
): Locale {
  const [requested] = chain
  if (flattenedFields.some(({ name }) => name === '_status')) {
    const status = isRow(row._status) ? row._status : {}
    const locale = chain.find((each) => status[each] === 'published')
    if (locale === undefined) throw new NotFound(req.t)
    return locale
  }
  return chain.find((locale) => isWritten(row, flattenedFields, locale)) ?? requested ?? 'en'
}

/** A row without a status is written in a language when it has there what it must have, or has anything at all. */
function isWritten(row: Row, fields: readonly FlattenedField[], locale: Locale): boolean {
  const localised = fields.filter(
    (field) => 'localized' in field && field.localized && isRow(row[field.name]),
  )
  const required = localised.filter((field) => 'required' in field && field.required)
  const holds = ({ name }: FlattenedField): boolean => {
    const value = (row[name] as Row)[locale]
    return value !== undefined && value !== null && value !== ''
  }
  return required.length > 0 ? required.every(holds) : localised.some(holds)
}

function relabel(row: Row, fields: readonly FlattenedField[], from: Locale, to: Locale): void {
  for (const field of fields) {
    const value = row[field.name]
    if ('localized' in field && field.localized) {
      if (isRow(value)) row[field.name] = from in value ? { [to]: value[from] } : {}
    } else if ('flattenedFields' in field)
      for (const child of [value].flat().filter(isRow)) relabel(child, field.flattenedFields, from, to)
  }
}

const keyOf = (slug: string, id: unknown, requested: Locale): string => `${slug}/${String(id)}/${requested}`

interface Reading {
  readonly locale: Locale
  readonly requested: Locale
  readonly servedAs: (slug: string, id: unknown) => Locale
}

/** Paths of what is in another language than the requested one: the row's own texts, and rows that it leads to. */
function otherThan(row: Row, fields: readonly FlattenedField[], reading: Reading, parent = ''): string[] {
  const { locale, requested, servedAs } = reading
  return fields.flatMap((field) => {
    const value = row[field.name]
    const path = `${parent}${field.name}`
    if (value === undefined || value === null || value === '' || field.name === '_status') return []
    if ('localized' in field && field.localized) return locale === requested ? [] : [path]
    if (field.type === 'relationship' || field.type === 'upload') {
      const related = [value].flat().flatMap((each) => relatedRow(each, field.relationTo))
      return related.some(({ slug, id }) => servedAs(slug, id) !== requested) ? [path] : []
    }
    if (!('flattenedFields' in field)) return []
    const paths = [value]
      .flat()
      .filter(isRow)
      .flatMap((child) => otherThan(child, field.flattenedFields, reading, `${path}.`))
    return [...new Set(paths)]
  })
}

/** A row that was read with this one. Only its id is there when it was not. */
function relatedRow(value: unknown, relationTo: string | readonly string[]) {
  if (!isRow(value)) return []
  if (typeof relationTo === 'string') return [{ slug: relationTo, id: value.id }]
  return isRow(value.value) ? [{ slug: String(value.relationTo), id: value.value.id }] : []
}
