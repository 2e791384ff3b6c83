import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "mail_connections" (
  	"place" integer PRIMARY KEY NOT NULL,
  	"holder" uuid,
  	"held_until" timestamp with time zone,
  	"wanted_until" timestamp with time zone
  );
  
  CREATE TABLE "change_histories" (
  	"epoch" text PRIMARY KEY NOT NULL,
  	"since" timestamp with time zone
  );
  
  ALTER TABLE "question_counts" DROP CONSTRAINT "question_counts_pk";
  ALTER TABLE "questions" ALTER COLUMN "topic_id" DROP NOT NULL;
  ALTER TABLE "questions" ALTER COLUMN "country_id" DROP NOT NULL;
  ALTER TABLE "question_counts" ALTER COLUMN "topic_id" DROP NOT NULL;
  ALTER TABLE "question_counts" ALTER COLUMN "country_id" DROP NOT NULL;
  ALTER TABLE "channel_deliveries" ADD COLUMN "attempted" jsonb DEFAULT '[]'::jsonb NOT NULL;
  ALTER TABLE "edition_links" ADD COLUMN "address" text;
  ALTER TABLE "email_deliveries" ADD COLUMN "address_key" text;
  ALTER TABLE "personal_mails" ADD COLUMN "address_key" text;
  ALTER TABLE "email_batches" ADD COLUMN "frozen_at" timestamp with time zone DEFAULT now() NOT NULL;
  ALTER TABLE "email_batches" ADD COLUMN "handed_over" text;
  CREATE INDEX "public_documents_mixed_titles" ON "public_documents" USING btree ("collection","locale",(left(title, 200) collate "und-x-icu"),"item_id") WHERE document is not null and not hidden;
  ALTER TABLE "question_counts" ADD CONSTRAINT "question_counts_kind" UNIQUE NULLS NOT DISTINCT("month","topic_id","country_id","locale","state");
  ALTER TABLE "email_deliveries" ADD CONSTRAINT "email_deliveries_forget" CHECK ("email_deliveries"."subscriber_id" is not null or "email_deliveries"."address_key" is null);
  ALTER TABLE "personal_mails" ADD CONSTRAINT "personal_mails_forget" CHECK ("personal_mails"."subscriber_id" is not null or "personal_mails"."address_key" is null);
  ALTER TABLE "email_batches" ADD CONSTRAINT "email_batches_forget" CHECK ("email_batches"."state" = 'open' or "email_batches"."handed_over" is null);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "mail_connections" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "change_histories" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "mail_connections" CASCADE;
  DROP TABLE "change_histories" CASCADE;
  ALTER TABLE "question_counts" DROP CONSTRAINT "question_counts_kind";
  ALTER TABLE "email_deliveries" DROP CONSTRAINT "email_deliveries_forget";
  ALTER TABLE "personal_mails" DROP CONSTRAINT "personal_mails_forget";
  ALTER TABLE "email_batches" DROP CONSTRAINT "email_batches_forget";
  DROP INDEX "public_documents_mixed_titles";
  ALTER TABLE "questions" ALTER COLUMN "topic_id" SET NOT NULL;
  ALTER TABLE "questions" ALTER COLUMN "country_id" SET NOT NULL;
  ALTER TABLE "question_counts" ALTER COLUMN "topic_id" SET NOT NULL;
  ALTER TABLE "question_counts" ALTER COLUMN "country_id" SET NOT NULL;
  ALTER TABLE "question_counts" ADD CONSTRAINT "question_counts_pk" PRIMARY KEY("month","topic_id","country_id","locale","state");
  ALTER TABLE "channel_deliveries" DROP COLUMN "attempted";
  ALTER TABLE "edition_links" DROP COLUMN "address";
  ALTER TABLE "email_deliveries" DROP COLUMN "address_key";
  ALTER TABLE "personal_mails" DROP COLUMN "address_key";
  ALTER TABLE "email_batches" DROP COLUMN "frozen_at";
  ALTER TABLE "email_batches" DROP COLUMN "handed_over";`)
}
