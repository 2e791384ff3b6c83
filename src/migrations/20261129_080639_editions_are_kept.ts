import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

import { createEditionKeeper, dropEditionKeeper } from '../ledger/edition-guard.ts'

/** An edition of an issue that has left is not deleted. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(createEditionKeeper))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(dropEditionKeeper))
}
