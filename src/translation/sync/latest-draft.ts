import type { CollectionSlug, PayloadRequest } from 'payload'

import { takeLatestVersion } from '../../content/publishing/version-status.ts'
import type { TranslatableReference } from '../../content/translatable.ts'

export type StoredRow = Readonly<Record<string, unknown>>

/**
 * The latest draft straight from the database: localised fields are objects by locale, and no hook and no right of the
 * person who asks hides anything. Null: no such item.
 */
export async function latestDraft(
  { collection, id }: TranslatableReference,
  req: PayloadRequest,
): Promise<StoredRow | null> {
  const known = takeLatestVersion(collection, id, req)
  if (known !== null) return known
  const { docs } = await req.payload.db.queryDrafts<StoredRow & { id: string }>({
    collection: collection as CollectionSlug,
    where: { parent: { equals: id } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ?? null
}
