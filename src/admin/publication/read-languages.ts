import { getTranslation } from '@payloadcms/translations'
import type { CollectionSlug, FlattenedField, PayloadRequest, StaticLabel } from 'payload'

import { enabledLocales } from '../../content/publishing/enabled-locales.ts'
import { inLocale } from '../../content/publishing/in-locale.ts'
import { missingFields } from '../../content/publishing/missing-fields.ts'
import { type ScheduledPublication, scheduledOf } from '../../content/publishing/scheduled-publications.ts'
import { localesTable, publicLocalesOf } from '../../content/publishing/withdraw-locales.ts'
import type { TranslatableReference } from '../../content/translatable.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { locales as everyLocale, isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'

type Row = Readonly<Record<string, unknown>>

/** How an item stands in one language. */
export interface LanguageStanding {
  readonly locale: Locale
  readonly isSource: boolean
  readonly state: 'public' | 'changed' | 'withdrawn' | 'draft' | 'missing'
  /** When readers last saw it appear, change or vanish. Null: never, or nobody counted. */
  readonly since: Date | null
  /** Of the source that readers get. Null: not public, or not counted. */
  readonly servedRevision: number | null
  /** Names of the fields that must be filled in before it can be published. */
  readonly missing: readonly string[]
}

export interface ItemLanguages {
  readonly languages: readonly LanguageStanding[]
  /** Of the source as it was last saved. Null: not counted. */
  readonly sourceRevision: number | null
  readonly scheduled: readonly ScheduledPublication[]
}

/** In each language of the network, and in each other in which it is public. Null: there is no such item. */
export async function readLanguages(
  item: TranslatableReference,
  req: PayloadRequest,
): Promise<ItemLanguages | null> {
  const { payload } = req
  const database = databaseOf(payload)
  const { docs } = await payload.db.queryDrafts<Row>({
    collection: item.collection as CollectionSlug,
    where: { parent: { equals: item.id } },
    limit: 1,
    pagination: false,
    locale: 'all',
    req,
  })
  const [draft] = docs
  if (draft === undefined) return null
  const publicLocales = await publicLocalesOf(item, database)
  const enabled = await enabledLocales(req)
  const fields = payload.collections[item.collection as 'news'].config.flattenedFields
  const seen = await lastSeen(item, req)
  const revisions = await revisionsOf(item, req)
  const source = isLocale(draft.sourceLocale) ? draft.sourceLocale : sourceLocale
  const standing = (locale: Locale): LanguageStanding => {
    const written = inLocale(draft, fields, locale)
    const last = seen.get(locale)
    const isPublic = publicLocales.includes(locale)
    const hasTitle = typeof written.title === 'string' && written.title !== ''
    const isShown = written._status === 'published'
    const unseen = last?.kind === 'withdrawn' ? 'withdrawn' : hasTitle ? 'draft' : 'missing'
    return {
      locale,
      isSource: locale === source,
      state: isPublic ? (isShown ? 'public' : 'changed') : unseen,
      since: last?.at ?? null,
      servedRevision: isPublic ? (revisions.served.get(locale) ?? null) : null,
      missing: hasTitle ? missingNames(fields, written, req) : [],
    }
  }
  return {
    languages: everyLocale
      .filter((locale) => enabled.includes(locale) || publicLocales.includes(locale))
      .map(standing)
      .sort((one, other) => Number(other.isSource) - Number(one.isSource)),
    sourceRevision: revisions.source,
    scheduled: await scheduledOf(item, database),
  }
}

function missingNames(fields: readonly FlattenedField[], row: Row, req: PayloadRequest): string[] {
  const names = missingFields(fields, row).map(({ field }) => {
    const label = 'label' in field && field.label ? field.label : field.name
    return getTranslation(label as StaticLabel, req.i18n)
  })
  return [...new Set(names)]
}

async function lastSeen({ collection, id }: TranslatableReference, { payload }: PayloadRequest) {
  const { rows } = await databaseOf(payload).execute<{ locale: Locale; kind: string; at: string | Date }>(sql`
    select distinct on (locale) locale, kind, occurred_at as at from outbox
    where collection = ${collection} and item_id = ${id}::uuid order by locale, id desc
  `)
  return new Map(rows.map(({ locale, kind, at }) => [locale, { kind, at: new Date(at) }]))
}

async function revisionsOf({ collection, id }: TranslatableReference, { payload }: PayloadRequest) {
  const database = databaseOf(payload)
  const { rows } = await database.execute<{ locale: Locale; revision: string | number }>(sql`
    select _locale as locale, revision from ${sql.identifier(localesTable(collection))}
    where _parent_id = ${id}::uuid and revision is not null
  `)
  const source = await database.execute<{ revision: number }>(sql`
    select revision from translation_items where collection = ${collection} and item_id = ${id}::uuid
  `)
  return {
    served: new Map(rows.map(({ locale, revision }) => [locale, Number(revision)])),
    source: source.rows[0]?.revision ?? null,
  }
}
