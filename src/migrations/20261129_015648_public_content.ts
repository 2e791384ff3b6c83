import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

import { createContentTriggers, dropContentTriggers } from '../reading/cache/content-triggers.ts'

/** Changes of what the public reads are told to whoever keeps answers. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(createContentTriggers))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(dropContentTriggers))
}
