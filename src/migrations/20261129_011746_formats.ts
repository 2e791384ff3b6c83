import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE INDEX "public_documents_new" ON "public_documents" USING btree ("collection","locale","published_at","item_id") WHERE document is not null and not hidden;
  CREATE INDEX "public_documents_changed" ON "public_documents" USING btree ("changed_at","seq");
  CREATE INDEX "public_documents_gone" ON "public_documents" USING btree ("locale","changed_at") WHERE document is null;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "public_documents_new";
  DROP INDEX "public_documents_changed";
  DROP INDEX "public_documents_gone";`)
}
