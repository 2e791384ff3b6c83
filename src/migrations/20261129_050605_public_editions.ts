import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

import { createEditionTriggers, dropEditionTriggers } from '../reading/cache/edition-triggers.ts'

/** Editions that become public are told to whoever keeps answers. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(createEditionTriggers))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(dropEditionTriggers))
}
