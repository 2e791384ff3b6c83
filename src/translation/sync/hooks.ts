import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'

import { chosenLocales } from '../../content/publishing/locales-to-publish.ts'
import { isTranslatable, type TranslatableCollection } from '../../content/translatable.ts'
import { sql, transactionOf } from '../../database/database.ts'
import { isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'
import { withSegmentIds } from '../segments/with-segment-ids.ts'
import { followPolicy } from './follow-policy.ts'
import { refuseMachineWords } from './machine-words.ts'
import { syncItem } from './sync-item.ts'

/** Names each node of a source's formatted text, so that moving it outdates nothing. Translations take their source's names. */
export const nameSegments: CollectionBeforeChangeHook = ({ data, originalDoc, collection, req }) => {
  const source: unknown = data.sourceLocale ?? originalDoc?.sourceLocale ?? sourceLocale
  return req.locale === source ? withSegmentIds(data, collection.flattenedFields) : data
}

/** Keeps segments and translation states in step with what was saved. */
export const syncTranslation: CollectionAfterChangeHook = async ({ doc, data, collection, req }) => {
  if (!isTranslatable(collection.slug)) return doc
  const item = { collection: collection.slug, id: String(doc.id) }
  await syncItem(item, { req, isMinor: data?.minorEdit === true })
  const published = publishedNow(data, req)
  await refuseMachineWords(item, published, req)
  if (published.some((locale) => locale === (doc.sourceLocale ?? sourceLocale))) await followPolicy(item, req)
  return doc
}

/** The locales that this save makes public. */
const publishedNow = (
  data: { readonly _status?: unknown } | undefined,
  req: PayloadRequest,
): readonly Locale[] => {
  if (data?._status !== 'published') return []
  return chosenLocales(req.context) ?? (isLocale(req.locale) ? [req.locale] : [])
}

/** Forgets what was known of an item that is gone. What was learnt from it stays in the memory. */
export const forgetTranslation: CollectionAfterDeleteHook = async ({ id, doc, collection, req }) => {
  if (isTranslatable(collection.slug)) await forget(collection.slug, String(id), await transactionOf(req))
  return doc
}

async function forget(
  collection: TranslatableCollection,
  id: string,
  database: Awaited<ReturnType<typeof transactionOf>>,
): Promise<void> {
  for (const table of ['items', 'segments', 'targets', 'locales', 'comments'])
    await database.execute(sql`
      delete from ${sql.identifier(`translation_${table}`)} where collection = ${collection} and item_id = ${id}
    `)
}
