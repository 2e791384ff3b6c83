import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

import { missingLocalesFunction } from '../reading/documents/missing-locales.ts'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(missingLocalesFunction))
  await db.execute(sql`
   CREATE INDEX "public_documents_missing" ON "public_documents" USING gin (missing_locales(document));`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "public_documents_missing";
   DROP FUNCTION missing_locales(jsonb);`)
}
