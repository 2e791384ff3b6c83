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

const latest = (collection: string, id: string): string => `latest:${collection}/${id}`

/** What was just read as the latest version of an item, once: whoever asks next in the same save need not read it again. */
export function takeLatestVersion(collection: string, id: string, { context }: PayloadRequest): Row | null {
  const key = latest(collection, id)
  const row = context[key]
  delete context[key]
  return typeof row === 'object' && row !== null ? (row as Row) : null
}

/**
 * Makes the latest version tell the truth in each language: `published` when readers see exactly it, `draft` otherwise.
 * Payload looks for a newer draft by that status, so with a wrong one the editor opens an older text, and what was
 * changed in a shared field is lost with the next save in another language.
 * @param shownNow the row as readers get it, in all languages, where that is known. Null: it is read.
 */
export async function settleVersionStatus(
  collection: SanitizedCollectionConfig,
  id: string,
  shownNow: Row | null,
  req: PayloadRequest,
): Promise<void> {
  const database = await transactionOf(req)
  const publicLocales = await publicLocalesOf({ collection: collection.slug, id }, database)
  const version = await latestVersion(collection, id, req)
  const shown =
    publicLocales.length === 0 || version === null
      ? []
      : await shownLocales({ collection, id, publicLocales, version, shownNow, req })
  const versions = versionsTable(collection.slug)
  const wanted = JSON.stringify(shown)
  await database.execute(sql`
    update ${sql.identifier(`${versions}_locales`)} as texts
    set version__status = case when ${wanted}::jsonb ? texts._locale::text then 'published' else 'draft' end
      :: ${sql.identifier(`enum_${versions}_version_status`)}
    from ${sql.identifier(versions)} as versions
    where texts._parent_id = versions.id and versions.parent_id = ${id}::uuid and versions.latest
      and (texts.version__status = 'published') is distinct from (${wanted}::jsonb ? texts._locale::text)
  `)
  if (version !== null)
    req.context[latest(collection.slug, id)] = {
      ...version,
      id,
      _status: Object.fromEntries(shown.map((locale) => [locale, 'published'])),
    }
}

async function latestVersion(
  { slug }: SanitizedCollectionConfig,
  id: string,
  req: PayloadRequest,
): Promise<Row | null> {
  const { docs } = await req.payload.db.findVersions<Row>({
    collection: slug as CollectionSlug,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    locale: 'all',
    req,
  })
  const version: unknown = docs[0]?.version
  return typeof version === 'object' && version !== null ? (version as Row) : null
}

interface Compared {
  readonly collection: SanitizedCollectionConfig
  readonly id: string
  readonly publicLocales: readonly Locale[]
  readonly version: Row
  readonly shownNow: Row | null
  readonly req: PayloadRequest
}

/** Of the public languages those in which the latest version is what readers see. */
async function shownLocales({
  collection: { slug, flattenedFields },
  id,
  publicLocales,
  version,
  shownNow,
  req,
}: Compared): Promise<Locale[]> {
  const stored =
    shownNow ??
    (await req.payload.db.findOne<Row & { id: string }>({
      collection: slug as CollectionSlug,
      where: { id: { equals: id } },
      locale: 'all',
      req,
    }))
  if (stored === null) return []
  const readBy = (row: Row, locale: Locale) =>
    readable(inLocale(row, flattenedFields, locale), flattenedFields)
  return publicLocales.filter((locale) => isDeepStrictEqual(readBy(stored, locale), readBy(version, locale)))
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
