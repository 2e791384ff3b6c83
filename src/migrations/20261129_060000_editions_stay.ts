import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

import { createEditionGuard, dropEditionGuard } from '../ledger/edition-guard.ts'

/** An edition that is kept stays as it is. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(createEditionGuard))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(dropEditionGuard))
}
