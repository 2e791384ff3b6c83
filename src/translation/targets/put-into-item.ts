import type { CollectionSlug, PayloadRequest } from 'payload'

import { inLocale } from '../../content/publishing/in-locale.ts'
import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql, transactionOf } from '../../database/database.ts'
import { directionOf, isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'
import type { KnownTexts } from '../segments/align.ts'
import { composeRow } from '../segments/compose.ts'
import { latestDraft } from '../sync/latest-draft.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * An item in another language as its translators have it now, whether or not it stands in the item's draft already.
 * Null: no such item, or it is written in that language.
 * @param underWay whether with what somebody is still working on; without it the draft's own words stand there.
 */
export async function composedTranslation(
  item: TranslatableReference,
  locale: Locale,
  { req, underWay }: { readonly req: PayloadRequest; readonly underWay: boolean },
): Promise<Row | null> {
  const stored = await latestDraft(item, req)
  if (stored === null) return null
  const source = isLocale(stored.sourceLocale) ? stored.sourceLocale : sourceLocale
  if (locale === source) return null
  const fields = req.payload.collections[item.collection as CollectionSlug]?.config.flattenedFields ?? []
  return composeRow(inLocale(stored, fields, source), fields, {
    locale,
    direction: directionOf(locale),
    ...(await textsOf(item, locale, underWay, await transactionOf(req))),
    present: inLocale(stored, fields, locale),
  })
}

/**
 * Puts a translation into its item: as a draft, or for readers. The rights of the person who asks hold, and nothing
 * incomplete becomes public.
 * @throws {Forbidden | ValidationError} as any other save of the item.
 */
export async function putIntoItem(
  item: TranslatableReference,
  locale: Locale,
  { publish, req }: { readonly publish: boolean; readonly req: PayloadRequest },
): Promise<void> {
  const data = await composedTranslation(item, locale, { req, underWay: false })
  if (data === null) return
  await req.payload.update({
    collection: item.collection as CollectionSlug,
    id: item.id,
    locale,
    draft: !publish,
    data: { ...data, _status: publish ? 'published' : 'draft' } as never,
    depth: 0,
    overrideAccess: false,
    // A request of its own kind: Payload writes the locale onto the request it is given.
    req: { ...req, query: {}, locale } as PayloadRequest,
    user: req.user,
  })
}

async function textsOf(
  { collection, id }: TranslatableReference,
  locale: Locale,
  underWay: boolean,
  database: Database,
): Promise<{ readonly texts: KnownTexts; readonly drafted: KnownTexts }> {
  const { rows } = await database.execute<{ key: string; text: string; draft_text: string }>(sql`
    select key, draft_text,
      case when state = 'in-translation' and not ${underWay} then draft_text else text end as text
    from translation_targets
    where collection = ${collection} and item_id = ${id} and locale = ${locale}
  `)
  return {
    texts: new Map(rows.filter(({ text }) => text !== '').map(({ key, text }) => [key, text])),
    drafted: new Map(rows.map(({ key, draft_text }) => [key, draft_text])),
  }
}
