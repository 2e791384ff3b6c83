import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

import { countCollections } from '../reading/search/facet-totals.ts'

/** How many documents there are is kept from now on. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(countCollections))
}

/** Nothing reads the totals any more. */
export async function down(): Promise<void> {
  await Promise.resolve()
}
