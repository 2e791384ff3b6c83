import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'

import type { ContentCollection, ItemReference } from '../content/published-item.ts'
import { type Database, sql, transactionOf } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { enqueue } from '../queue/queue.ts'
import { changesBetween, type PublicState } from './changes.ts'
import { lastKnown, record } from './outbox.ts'
import { publicHash } from './public-hash.ts'

/**
 * Tells the outbox what the public saw happen, not what editors saved: it compares the stored item with what the
 * outbox last said. `doc` and `previousDoc` look alike when a draft is saved over a published item, and show one locale.
 */
export function recordChange(collection: ContentCollection): CollectionAfterChangeHook {
  return async ({ doc, req }) => {
    const item: ItemReference = { collection, id: String(doc.id) }
    const transaction = await transactionOf(req)
    const [before, publicLocales] = [
      await lastKnown(item, transaction),
      await storedPublicLocales(item, transaction),
    ]
    const isDraftOverSame = doc._status !== 'published' && sameLocales(before, publicLocales)
    if (isDraftOverSame) return doc

    await recordDifference(item, before, await publicState(item, publicLocales, req), req, transaction)
    return doc
  }
}

/** A deleted item is withdrawn wherever it was public. */
export function recordDeletion(collection: ContentCollection): CollectionAfterDeleteHook {
  return async ({ id, doc, req }) => {
    const item: ItemReference = { collection, id: String(id) }
    const transaction = await transactionOf(req)
    await recordDifference(item, await lastKnown(item, transaction), new Map(), req, transaction)
    return doc
  }
}

async function recordDifference(
  item: ItemReference,
  before: PublicState,
  after: PublicState,
  req: PayloadRequest,
  transaction: Database,
): Promise<void> {
  const changes = changesBetween(before, after)
  if (changes.length === 0) return
  const outboxIds = await record(item, changes, transaction)
  await enqueue(
    req.payload,
    'plan-changes',
    outboxIds.map((outboxId) => ({ outboxId })),
    transaction,
  )
}

/** Asks the stored item itself, in one statement; an item in the bin is not public. */
async function storedPublicLocales({ collection, id }: ItemReference, database: Database): Promise<Locale[]> {
  const { rows } = await database.execute<{ locale: Locale }>(sql`
    select _locale as locale from ${sql.identifier(`${collection}_locales`)}
    where _parent_id = ${id} and _status = 'published' order by _locale
  `)
  return rows.map(({ locale }) => locale)
}

const sameLocales = (before: PublicState, now: readonly Locale[]): boolean =>
  before.size === now.length && now.every((locale) => before.has(locale))

async function publicState(
  { collection, id }: ItemReference,
  publicLocales: readonly Locale[],
  req: PayloadRequest,
): Promise<PublicState> {
  if (publicLocales.length === 0) return new Map()
  // Straight from the database: what Payload adds for an answer (hooks, access, population) says nothing about readers.
  const stored = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: collection as CollectionSlug,
    where: { id: { equals: id } },
    locale: 'all',
    req,
  })
  if (stored === null) return new Map()
  const fields = req.payload.collections[collection as CollectionSlug]?.config.flattenedFields ?? []
  return new Map(publicLocales.map((locale) => [locale, publicHash(stored, fields, locale)]))
}
