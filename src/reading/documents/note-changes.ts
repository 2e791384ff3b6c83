import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
  GlobalAfterChangeHook,
} from 'payload'

import { markDependents, markDocument, markEveryDocument } from '../../content/document-work.ts'
import { type Database, sql, transactionOf } from '../../database/database.ts'
import { type DocumentReference, isReadable } from '../contract/document.ts'
import { lockDocument } from './project-documents.ts'

/** Rows that documents name, though they are none themselves. */
const named = new Set(['topics', 'terms', 'media', 'people', 'frameworks'])

/** Makes the public documents follow every save and removal in a collection that readers see. */
export function withPublicDocuments(collection: CollectionConfig): CollectionConfig {
  const { slug, hooks = {} } = collection
  if (!isReadable(slug) && !named.has(slug)) return collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterChange: [...(hooks.afterChange ?? []), noteChange],
      afterDelete: [...(hooks.afterDelete ?? []), noteRemoval],
    },
  }
}

const noteChange: CollectionAfterChangeHook = async ({
  collection: { slug, versions },
  doc,
  operation,
  req,
}) => {
  const transaction = await transactionOf(req)
  const reference = { collection: slug, id: String(doc.id) }
  if (isReadable(slug)) {
    // A draft that was never public changes nothing for anybody.
    if (versions?.drafts && !(await wasOrIsPublic({ collection: slug, id: reference.id }, transaction)))
      return doc
    if (versions?.drafts) await hideWithdrawn({ collection: slug, id: reference.id }, transaction)
    await markDocument(req.payload, reference, transaction)
  }
  if (operation === 'update') await markDependents(req.payload, reference.id, transaction)
  return doc
}

const noteRemoval: CollectionAfterDeleteHook = async ({ collection: { slug }, doc, id, req }) => {
  const transaction = await transactionOf(req)
  const reference = { collection: slug, id: String(id) }
  if (isReadable(slug)) {
    await lockDocument(reference, transaction)
    await transaction.execute(sql`
      update public_documents set hidden = true
      where collection = ${slug} and item_id = ${reference.id}::uuid and document is not null
    `)
    await markDocument(req.payload, reference, transaction)
  }
  await markDependents(req.payload, reference.id, transaction)
  return doc
}

/** The network's name and languages stand in every document. */
export const noteNetworkChange: GlobalAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const told = ({ name, contactEmail, enabledLocales }: Record<string, unknown> = {}) =>
    JSON.stringify([name, contactEmail, enabledLocales])
  if (told(doc) !== told(previousDoc)) await markEveryDocument(req.payload, await transactionOf(req))
  return doc
}

const localesOf = (collection: string) => sql.identifier(`${collection.replaceAll('-', '_')}_locales`)

async function wasOrIsPublic({ collection, id }: DocumentReference, transaction: Database): Promise<boolean> {
  const { rows } = await transaction.execute(sql`
    select from ${localesOf(collection)} where _parent_id = ${id}::uuid and _status = 'published'
    union all
    select from public_documents where collection = ${collection} and item_id = ${id}::uuid and document is not null
    limit 1
  `)
  return rows.length > 0
}

/**
 * In the transaction that withdraws: nobody reads it a moment longer than the content model says. A document that is
 * being made at this moment is waited for, or it would appear after all.
 */
async function hideWithdrawn({ collection, id }: DocumentReference, transaction: Database): Promise<void> {
  await lockDocument({ collection, id }, transaction)
  await transaction.execute(sql`
    update public_documents set hidden = true
    where collection = ${collection} and item_id = ${id}::uuid and document is not null and not hidden
      and locale not in (
        select _locale::text from ${localesOf(collection)} where _parent_id = ${id}::uuid and _status = 'published'
      )
  `)
}
