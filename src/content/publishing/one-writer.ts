import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import { type Database, sql, transactionOf } from '../../database/database.ts'

/** The operations that write, as far as a hook is told what they write to. */
interface Write {
  /** Of the item, or of the version that is restored. */
  readonly id?: unknown
  /** Set instead of the id: many items at once. */
  readonly where?: unknown
}

/**
 * Lets one save of an item wait for the other. Payload reads the latest version and writes it back in all languages, so
 * of two saves in two languages at the same moment the later one would take the text of the earlier one back. Payload
 * has begun the transaction by now; the lock ends with it. A save of many items has read them all before it comes to the
 * first, so it waits for the whole collection.
 */
export const oneWriter: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (!['update', 'restoreVersion', 'delete'].includes(operation)) return args
  const { id, where } = args as unknown as Write
  const database = await transactionOf(req)
  if (id === undefined || id === null) {
    if (where !== undefined) await lockCollection(collection.slug, database)
    return args
  }
  const item =
    operation === 'restoreVersion' ? await itemOf(collection.slug, String(id), database) : String(id)
  if (item !== null) await lockItem(collection.slug, item, database)
  return args
}

/** For whoever reads an item and writes it afterwards, in the transaction of `req`. May be taken twice. */
export async function waitForTurn(collection: string, id: string, req: PayloadRequest): Promise<void> {
  await lockItem(collection, id, await transactionOf(req))
}

async function lockItem(collection: string, id: string, database: Database): Promise<void> {
  await database.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${collection}, 0))`)
  await database.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${collection}/${id}`}, 0))`)
}

async function lockCollection(collection: string, database: Database): Promise<void> {
  await database.execute(sql`select pg_advisory_xact_lock(hashtextextended(${collection}, 0))`)
}

/** Null: there is no such version, which Payload says better. */
async function itemOf(collection: string, version: string, database: Database): Promise<string | null> {
  const { rows } = await database.execute<{ parent_id: string }>(sql`
    select parent_id from ${sql.identifier(versionsTable(collection))} where id::text = ${version}
  `)
  return rows[0]?.parent_id ?? null
}

/** Where Payload keeps the versions of a collection. */
export const versionsTable = (collection: string): string => `_${collection.replaceAll('-', '_')}_v`
