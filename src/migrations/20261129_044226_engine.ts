import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "channel_deliveries" ADD COLUMN "failing_since" timestamp with time zone;
  ALTER TABLE "channel_choices" ADD COLUMN "approved_hash" text;
  ALTER TABLE "channel_sessions" ADD COLUMN "limits" jsonb;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "channel_deliveries" DROP COLUMN "failing_since";
  ALTER TABLE "channel_choices" DROP COLUMN "approved_hash";
  ALTER TABLE "channel_sessions" DROP COLUMN "limits";`)
}
