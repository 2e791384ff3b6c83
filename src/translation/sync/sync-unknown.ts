import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'

import { type TranslatableReference, translatableCollections } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import { syncItem } from './sync-item.ts'

/** Items that translators are not told of yet: stored before there were segments, or past our hooks. At most `limit`. */
export async function unknownItems(limit: number, database: Database): Promise<TranslatableReference[]> {
  const found: TranslatableReference[] = []
  for (const collection of translatableCollections) {
    const { rows } = await database.execute<{ id: string }>(sql`
      select item.id from ${sql.identifier(collection)} item
      where not exists (
        select 1 from translation_items known where known.collection = ${collection} and known.item_id = item.id
      )
      limit ${limit - found.length}
    `)
    found.push(...rows.map(({ id }) => ({ collection, id })))
  }
  return found
}

/** Reads an item's texts where no save does, in a transaction of its own. */
export async function syncOutsideSave(payload: Payload, item: TranslatableReference): Promise<void> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    await syncItem(item, { req })
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
