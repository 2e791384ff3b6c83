import { type Database, sql } from '../../database/database.ts'

/**
 * Has the documents of publications made anew whose embargo has ended: nobody saves anything at that moment. What is
 * made anew is no longer under embargo, so each is found until then and not after.
 */
export async function markEndedEmbargoes(database: Database): Promise<void> {
  await database.execute(sql`
    insert into document_work (collection, item_id)
    select distinct collection, item_id from public_documents
    where document is not null and collection = 'publications' and facets && array['access:embargoed']
      and document #>> '{details,embargoUntil}' <= to_char(now() at time zone 'utc', 'YYYY-MM-DD')
  `)
}
