import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'

import { waitForTurn } from '../../content/publishing/one-writer.ts'
import { type TranslatableReference, translatableCollections } from '../../content/translatable.ts'
import { type Database, databaseOf, sql } from '../../database/database.ts'
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

/** Few enough that what others save meanwhile is not read twice. */
const AT_ONCE = 50

/** Reads all such items, one after the other. One that cannot be read holds up nobody else, and is tried again later. */
export async function syncUnknown(payload: Payload): Promise<void> {
  const failed = new Set<string>()
  for (;;) {
    const found = await unknownItems(AT_ONCE + failed.size, databaseOf(payload))
    const items = found.filter(({ id }) => !failed.has(id))
    if (items.length === 0) return
    for (const item of items) {
      try {
        await syncOutsideSave(payload, item)
      } catch (err) {
        failed.add(item.id)
        payload.logger.error({ msg: 'the texts of an item could not be read for translators', ...item, err })
      }
    }
  }
}

/** Reads an item's texts where no save does, in a transaction of its own. */
async function syncOutsideSave(payload: Payload, item: TranslatableReference): Promise<void> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    await waitForTurn(item.collection, item.id, req)
    await syncItem(item, { req })
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
