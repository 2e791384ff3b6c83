import { isDeepStrictEqual } from 'node:util'

import type { CollectionSlug, FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { sql, transactionOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { inLocale } from './in-locale.ts'
import { versionsTable } from './one-writer.ts'
import { publicLocalesOf } from './withdraw-locales.ts'

type Row = Readonly<Record<string, unknown>>

/** Written beside what people write, and not to both at the same moment. */
const bookkeeping = new Set([
  'id',
  '_status',
  'createdAt',
  'updatedAt',
  'machineTranslated',
  'minorEdit',
  'revision',
])

/**
 * Makes the latest version tell the truth in each language: `published` when readers see exactly it, `draft` otherwise.
 * Payload looks for a newer draft by that status, so with a wrong one the editor opens an older text, and what was
 * changed in a shared field is lost with the next save in another language.
 */
export async function settleVersionStatus(
  collection: SanitizedCollectionConfig,
  id: string,
  req: PayloadRequest,
): Promise<void> {
  const database = await transactionOf(req)
  const publicLocales = await publicLocalesOf({ collection: collection.slug, id }, database)
  const shown = publicLocales.length === 0 ? [] : await shownLocales(collection, id, publicLocales, req)
  const versions = versionsTable(collection.slug)
  const wanted = JSON.stringify(shown)
  await database.execute(sql`
    update ${sql.identifier(`${versions}_locales`)} as texts
    set version__status = case when ${wanted}::jsonb ? texts._locale::text then 'published' else 'draft' end
      :: ${sql.identifier(`enum_${versions}_version_status`)}
    from ${sql.identifier(versions)} as versions
    where texts._parent_id = versions.id and versions.parent_id::text = ${id} and versions.latest
      and (texts.version__status = 'published') is distinct from (${wanted}::jsonb ? texts._locale::text)
  `)
}

/** Of the public languages those in which the latest version is what readers see. */
async function shownLocales(
  { slug, flattenedFields }: SanitizedCollectionConfig,
  id: string,
  publicLocales: readonly Locale[],
  req: PayloadRequest,
): Promise<Locale[]> {
  const collection = slug as CollectionSlug
  const stored = await req.payload.db.findOne<Row & { id: string }>({
    collection,
    where: { id: { equals: id } },
    locale: 'all',
    req,
  })
  const { docs } = await req.payload.db.findVersions<Row>({
    collection,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    locale: 'all',
    req,
  })
  const version: unknown = docs[0]?.version
  if (stored === null || typeof version !== 'object' || version === null) return []
  const readBy = (row: Row, locale: Locale) =>
    readable(inLocale(row, flattenedFields, locale), flattenedFields)
  return publicLocales.filter((locale) =>
    isDeepStrictEqual(readBy(stored, locale), readBy(version as Row, locale)),
  )
}

/** Without what tells nothing about the text: keys of rows, nothings of different kinds. */
function readable(value: unknown, fields?: readonly FlattenedField[]): unknown {
  if (value === undefined || value === '') return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((each) => readable(each))
  if (typeof value !== 'object' || value === null) return value
  const names = fields === undefined ? null : new Set(fields.map(({ name }) => name))
  const entries = Object.entries(value)
    .filter(([name]) => !bookkeeping.has(name) && (names?.has(name) ?? true))
    .map(([name, each]) => [name, readable(each)] as const)
    .filter(([, each]) => each !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return entries.length === 0 ? null : Object.fromEntries(entries)
}
