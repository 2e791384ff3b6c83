import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "edition_links" ADD COLUMN "address" text;
  ALTER TABLE "email_deliveries" ADD COLUMN "address_key" text;
  ALTER TABLE "personal_mails" ADD COLUMN "address_key" text;
  ALTER TABLE "email_batches" ADD COLUMN "frozen_at" timestamp with time zone DEFAULT now() NOT NULL;
  ALTER TABLE "email_batches" ADD COLUMN "handed_over" text;
  ALTER TABLE "email_deliveries" ADD CONSTRAINT "email_deliveries_forget" CHECK ("email_deliveries"."subscriber_id" is not null or "email_deliveries"."address_key" is null);
  ALTER TABLE "personal_mails" ADD CONSTRAINT "personal_mails_forget" CHECK ("personal_mails"."subscriber_id" is not null or "personal_mails"."address_key" is null);
  ALTER TABLE "email_batches" ADD CONSTRAINT "email_batches_forget" CHECK ("email_batches"."state" = 'open' or "email_batches"."handed_over" is null);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "email_deliveries" DROP CONSTRAINT "email_deliveries_forget";
  ALTER TABLE "personal_mails" DROP CONSTRAINT "personal_mails_forget";
  ALTER TABLE "email_batches" DROP CONSTRAINT "email_batches_forget";
  ALTER TABLE "edition_links" DROP COLUMN "address";
  ALTER TABLE "email_deliveries" DROP COLUMN "address_key";
  ALTER TABLE "personal_mails" DROP COLUMN "address_key";
  ALTER TABLE "email_batches" DROP COLUMN "frozen_at";
  ALTER TABLE "email_batches" DROP COLUMN "handed_over";`)
}
