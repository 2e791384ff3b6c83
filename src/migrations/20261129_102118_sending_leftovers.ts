import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

import { createEditionFiles, dropEditionFiles } from '../ledger/edition-files.ts'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "edition_files" (
  	"edition_id" uuid NOT NULL,
  	"name" text NOT NULL,
  	CONSTRAINT "edition_files_pk" PRIMARY KEY("edition_id","name")
  );
  
  CREATE TABLE "day_places" (
  	"lease_token" uuid PRIMARY KEY NOT NULL,
  	"day" date NOT NULL,
  	"sender_domain" text NOT NULL,
  	"places" integer NOT NULL,
  	"held_until" timestamp with time zone NOT NULL,
  	CONSTRAINT "day_places_balance" CHECK ("day_places"."places" >= 0)
  );
  
  ALTER TABLE "personal_mails" ADD COLUMN "handed_over" text;
  CREATE INDEX "edition_files_name" ON "edition_files" USING btree ("name" text_pattern_ops);
  CREATE INDEX "day_places_held" ON "day_places" USING btree ("held_until");
  ALTER TABLE "personal_mails" ADD CONSTRAINT "personal_mails_forget_copy" CHECK ("personal_mails"."handed_over" is null or ("personal_mails"."first_attempt_at" is not null and "personal_mails"."state" in ('planned', 'submitting')
          and coalesce("personal_mails"."subscriber_id", "personal_mails"."contact_id", "personal_mails"."question_id") is not null));`)
  await db.execute(sql.raw(createEditionFiles))
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(dropEditionFiles))
  await db.execute(sql`
   ALTER TABLE "edition_files" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "day_places" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "edition_files" CASCADE;
  DROP TABLE "day_places" CASCADE;
  ALTER TABLE "personal_mails" DROP CONSTRAINT "personal_mails_forget_copy";
  ALTER TABLE "personal_mails" DROP COLUMN "handed_over";`)
}
