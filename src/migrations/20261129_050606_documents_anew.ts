import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

import { countCollections } from '../reading/search/facet-totals.ts'

/**
 * How many documents there are is kept from now on. All are made anew: they name the grants behind them, and reviews are
 * found by what they look at.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(countCollections))
  await db.execute(sql`
    insert into document_work (collection, item_id) select distinct collection, item_id from public_documents
  `)
}

/** Nothing reads the totals any more. */
export async function down(): Promise<void> {
  await Promise.resolve()
}
