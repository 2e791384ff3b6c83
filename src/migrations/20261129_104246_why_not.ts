import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "email_deliveries" ADD CONSTRAINT "email_deliveries_why_not" CHECK ("email_deliveries"."state" <> 'skipped' or "email_deliveries"."reason" is not null);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "email_deliveries" DROP CONSTRAINT "email_deliveries_why_not";`)
}
