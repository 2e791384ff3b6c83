import { isDeepStrictEqual } from 'node:util'

import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionSlug,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import { locales as everyLocale, isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'
import { type Approval, approvedOnly } from './approved-only.ts'
import { chosenLocales } from './locales-to-publish.ts'
import { saveKindOf, withdrawsEveryLocale, withdrawsMany } from './stated-saves.ts'
import { settleVersionStatus } from './version-status.ts'
import { withdrawLocales } from './withdraw-locales.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

const memory = (collection: string, id: unknown): string => `public:${collection}/${String(id)}`

/** Keeps on the request what readers saw before it, unless it only saves a draft. */
export const rememberPublic: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update') return data
  if (withdrawsMany(req.context) && isLocale(req.locale))
    await withdrawLocales({ collection: collection.slug, id: String(originalDoc.id) }, [req.locale], req)
  if (saveKindOf(req.context) !== 'draft')
    req.context[memory(collection.slug, originalDoc.id)] = await storedRow(
      collection,
      String(originalDoc.id),
      req,
    )
  return data
}

/**
 * Puts back what this save changed for readers without being approved: other languages, and what all languages share
 * as long as the source language is public and not published with it. The draft keeps all of it.
 */
export const keepApproved: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  const id = String(doc.id)
  const key = memory(collection.slug, id)
  const before = req.context[key] as Row | null | undefined
  delete req.context[key]
  const after = before === undefined || before === null ? null : await storedRow(collection, id, req)
  const shown =
    before === undefined || before === null || after === null
      ? null
      : await putBack({ collection, before, after, req })
  if (operation === 'update') await settleVersionStatus(collection, id, shown, req)
  return doc
}

interface Written {
  readonly collection: SanitizedCollectionConfig
  readonly before: Row
  readonly after: Row
  readonly req: PayloadRequest
}

/** Answers the row as readers get it from now on. */
async function putBack({ collection, before, after, req }: Written): Promise<Row> {
  const approved = approvedOnly(before, after, collection.flattenedFields, approvalOf(before, req))
  if (isDeepStrictEqual(approved, after)) return after
  await req.payload.db.updateOne({
    collection: collection.slug as CollectionSlug,
    id: after.id,
    data: approved,
    req,
    returning: false,
  })
  return { ...approved, id: after.id }
}

function approvalOf(before: Row, req: PayloadRequest): Approval {
  const current = isLocale(req.locale) ? req.locale : sourceLocale
  if (saveKindOf(req.context) === 'withdraw')
    return { locales: new Set(withdrawsEveryLocale(req.context) ? everyLocale : [current]), shared: false }
  const locales = new Set<Locale>(chosenLocales(req.context) ?? [current])
  const source = isLocale(before.sourceLocale) ? before.sourceLocale : sourceLocale
  const status = before._status as Partial<Record<Locale, unknown>> | undefined
  return { locales, shared: locales.has(source) || status?.[source] !== 'published' }
}

/** The item as readers get it, in all languages. Null: it is gone. */
async function storedRow(
  { slug }: SanitizedCollectionConfig,
  id: string,
  req: PayloadRequest,
): Promise<Row | null> {
  return req.payload.db.findOne<Row>({
    collection: slug as CollectionSlug,
    where: { id: { equals: id } },
    locale: 'all',
    req,
  })
}
