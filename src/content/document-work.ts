import type { Payload } from 'payload'

import { type Database, sql } from '../database/database.ts'
import { enqueue } from '../queue/queue.ts'

/** Any row of the content model that readers see. */
export interface ContentReference {
  readonly collection: string
  /** UUIDv7. */
  readonly id: string
}

/**
 * Notes in the transaction of a change that the public document of this row is to be made anew, wakes a worker, and
 * tells whoever keeps answers in memory.
 */
export async function markDocument(
  payload: Payload,
  { collection, id }: ContentReference,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    with marked as (
      insert into document_work (collection, item_id) values (${collection}, ${id}::uuid) returning collection, item_id
    )
    select pg_notify('public_content', collection || ',' || collection || '/' || item_id) from marked
  `)
  await enqueue(payload, 'project-documents', [{}], transaction)
}

/** The same for every document in which this row is named: a topic, a picture, an organisation, a related item. */
export async function markDependents(payload: Payload, id: string, transaction: Database): Promise<void> {
  const { rows } = await transaction.execute<{ marked: string }>(sql`
    with naming as (
      select distinct collection, item_id from public_documents where refs @> array[${id}::uuid]
    ), marked as (
      insert into document_work (collection, item_id) select collection, item_id from naming returning collection, item_id
    ), told as (
      select pg_notify('public_content', collection || ',' || collection || '/' || item_id) from marked
    )
    select (select count(*) from marked) as marked, (select count(*) from told) as told
  `)
  if (Number(rows[0]?.marked ?? 0) > 0) await enqueue(payload, 'project-documents', [{}], transaction)
}

/** The same for all there is: what every answer says has changed. */
export async function markEveryDocument(payload: Payload, transaction: Database): Promise<void> {
  await transaction.execute(sql`
    insert into document_work (collection, item_id) select distinct collection, item_id from public_documents
  `)
  await transaction.execute(sql`select pg_notify('public_content', 'content')`)
  await enqueue(payload, 'project-documents', [{}], transaction)
}
