import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

import { createEditionFiles, dropEditionFiles } from '../ledger/edition-files.ts'
import { missingLocalesFunction } from '../reading/documents/missing-locales.ts'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(missingLocalesFunction))
  await db.execute(sql`
   CREATE TABLE "edition_files" (
  	"edition_id" uuid NOT NULL,
  	"name" text NOT NULL,
  	CONSTRAINT "edition_files_pk" PRIMARY KEY("edition_id","name")
  );
  
  CREATE TABLE "domain_holds" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"issue_id" uuid NOT NULL,
  	"mx_group" text NOT NULL,
  	"code" text,
  	"since" timestamp with time zone DEFAULT now() NOT NULL,
  	"ended_at" timestamp with time zone,
  	"outcome" text
  );
  
  CREATE TABLE "day_places" (
  	"lease_token" uuid PRIMARY KEY NOT NULL,
  	"day" date NOT NULL,
  	"sender_domain" text NOT NULL,
  	"places" integer NOT NULL,
  	"held_until" timestamp with time zone NOT NULL,
  	CONSTRAINT "day_places_balance" CHECK ("day_places"."places" >= 0)
  );
  
  ALTER TABLE "channel_deliveries" ADD COLUMN "overwrites" text;
  ALTER TABLE "personal_mails" ADD COLUMN "handed_over" text;
  CREATE INDEX "edition_files_name" ON "edition_files" USING btree ("name" text_pattern_ops);
  CREATE UNIQUE INDEX "domain_holds_once" ON "domain_holds" USING btree ("issue_id","mx_group");
  CREATE INDEX "day_places_held" ON "day_places" USING btree ("held_until");
  CREATE INDEX "public_documents_missing" ON "public_documents" USING gin (missing_locales(document));
  ALTER TABLE "email_deliveries" ADD CONSTRAINT "email_deliveries_why_not" CHECK ("email_deliveries"."state" <> 'skipped' or "email_deliveries"."reason" is not null);
  ALTER TABLE "personal_mails" ADD CONSTRAINT "personal_mails_forget_copy" CHECK ("personal_mails"."handed_over" is null or ("personal_mails"."first_attempt_at" is not null and "personal_mails"."state" in ('planned', 'submitting')
          and coalesce("personal_mails"."subscriber_id", "personal_mails"."contact_id", "personal_mails"."question_id") is not null));`)
  await db.execute(sql.raw(createEditionFiles))
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(dropEditionFiles))
  await db.execute(sql`
   ALTER TABLE "edition_files" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "domain_holds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "day_places" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "edition_files" CASCADE;
  DROP TABLE "domain_holds" CASCADE;
  DROP TABLE "day_places" CASCADE;
  ALTER TABLE "email_deliveries" DROP CONSTRAINT "email_deliveries_why_not";
  ALTER TABLE "personal_mails" DROP CONSTRAINT "personal_mails_forget_copy";
  DROP INDEX "public_documents_missing";
  ALTER TABLE "channel_deliveries" DROP COLUMN "overwrites";
  ALTER TABLE "personal_mails" DROP COLUMN "handed_over";
  DROP FUNCTION missing_locales(jsonb);`)
}
