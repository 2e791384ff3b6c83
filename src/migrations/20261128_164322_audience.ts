import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   UPDATE "subscribers" SET "further_locales" = '[]' WHERE "further_locales" IS NULL;
  UPDATE "subscribers" SET "status" = 'active' WHERE "status" = 'paused';
   CREATE TYPE "public"."enum_network_digest_weekday" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  ALTER TYPE "public"."enum_issues_state" ADD VALUE 'paused' BEFORE 'sent';
  CREATE TABLE "issue_segments" (
  	"issue_id" uuid PRIMARY KEY NOT NULL,
  	"segment_id" uuid NOT NULL,
  	"name" text NOT NULL,
  	"condition" jsonb NOT NULL,
  	"at" timestamp with time zone NOT NULL
  );
  
  CREATE TABLE "personal_mails" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"subscriber_id" uuid,
  	"kind" text NOT NULL,
  	"key" text NOT NULL,
  	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
  	"locale" text,
  	"locale_reason" text,
  	"state" text NOT NULL,
  	"reason" text,
  	"attempts" integer DEFAULT 0 NOT NULL,
  	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"lease_until" timestamp with time zone,
  	"lease_token" uuid,
  	"first_attempt_at" timestamp with time zone,
  	"provider_id" text,
  	"submitted_at" timestamp with time zone,
  	"delivered_at" timestamp with time zone,
  	"bounced_at" timestamp with time zone,
  	"bounce_class" text,
  	"complained_at" timestamp with time zone,
  	"planned_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "mail_feedback" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"key" text NOT NULL,
  	"source" text NOT NULL,
  	"delivery_id" uuid,
  	"provider_id" text,
  	"kind" text NOT NULL,
  	"bounce_class" text,
  	"status" text,
  	"reply_code" text,
  	"at" timestamp with time zone NOT NULL,
  	"received_at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "issue_alarms" (
  	"issue_id" uuid NOT NULL,
  	"alarm" text NOT NULL,
  	"at" timestamp with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "issue_alarms_pk" PRIMARY KEY("issue_id","alarm")
  );
  
  CREATE TABLE "mail_decisions" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"issue_id" uuid NOT NULL,
  	"what" text NOT NULL,
  	"state" text NOT NULL,
  	"reason" text,
  	"mails" integer NOT NULL,
  	"actor" uuid NOT NULL,
  	"at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "follows" (
  	"subscriber_id" uuid NOT NULL,
  	"target" text NOT NULL,
  	"target_id" uuid NOT NULL,
  	"reminder" boolean DEFAULT false NOT NULL,
  	"confirmed_at" timestamp with time zone NOT NULL,
  	CONSTRAINT "follows_subscriber_id_target_target_id_pk" PRIMARY KEY("subscriber_id","target","target_id")
  );
  
  CREATE TABLE "facets" (
  	"code" serial PRIMARY KEY NOT NULL,
  	"kind" text NOT NULL,
  	"key" text NOT NULL
  );
  
  CREATE TABLE "subscriber_facets" (
  	"subscriber_id" uuid PRIMARY KEY NOT NULL,
  	"locale" text NOT NULL,
  	"facets" integer[] NOT NULL,
  	"confirmed_on" date NOT NULL
  );
  
  CREATE TABLE "provider_suppressions" (
  	"provider" text NOT NULL,
  	"address_key" text NOT NULL,
  	"reason" text NOT NULL,
  	"remote_id" text NOT NULL,
  	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"released_at" timestamp with time zone,
  	CONSTRAINT "provider_suppressions_provider_address_key_pk" PRIMARY KEY("provider","address_key")
  );
  
  CREATE TABLE "provider_syncs" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"provider" text NOT NULL,
  	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"finished_at" timestamp with time zone,
  	"taken" integer DEFAULT 0 NOT NULL,
  	"given" integer DEFAULT 0 NOT NULL,
  	"untellable" integer DEFAULT 0 NOT NULL,
  	"problem" text
  );
  
  CREATE TABLE "address_looks" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"user_id" uuid NOT NULL,
  	"kind" text NOT NULL,
  	"subscriber_id" uuid,
  	"people" integer DEFAULT 1 NOT NULL,
  	"purpose" text DEFAULT '' NOT NULL,
  	"at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "audience_imports" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"file_name" text NOT NULL,
  	"brings" text DEFAULT 'people' NOT NULL,
  	"state" text NOT NULL,
  	"problem" text,
  	"format" jsonb NOT NULL,
  	"mapping" jsonb,
  	"evidence" jsonb,
  	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
  	"bytes" bigint DEFAULT 0 NOT NULL,
  	"progress" text,
  	"actor" uuid NOT NULL,
  	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"applied_at" timestamp with time zone,
  	"undone_at" timestamp with time zone
  );
  
  CREATE TABLE "audience_import_rows" (
  	"import_id" uuid NOT NULL,
  	"line" integer NOT NULL,
  	"email" text,
  	"address_key" text,
  	"values" jsonb,
  	"outcome" text NOT NULL,
  	"reason" text,
  	"subscriber_id" uuid,
  	CONSTRAINT "audience_import_rows_import_id_line_pk" PRIMARY KEY("import_id","line")
  );
  
  CREATE TABLE "digest_items" (
  	"position" bigserial PRIMARY KEY NOT NULL,
  	"outbox_id" bigint NOT NULL,
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"topics" uuid[] DEFAULT '{}' NOT NULL,
  	"countries" uuid[] DEFAULT '{}' NOT NULL,
  	"at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "digest_rounds" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"rhythm" text NOT NULL,
  	"period" text NOT NULL,
  	"head" bigint NOT NULL,
  	"due_at" timestamp with time zone NOT NULL,
  	"planned_through" uuid,
  	"people" integer DEFAULT 0 NOT NULL,
  	"mails" integer DEFAULT 0 NOT NULL,
  	"planned_at" timestamp with time zone
  );
  
  CREATE TABLE "retention_runs" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"rule" text NOT NULL,
  	"mode" text NOT NULL,
  	"days" integer NOT NULL,
  	"affected" integer NOT NULL,
  	"actor" uuid,
  	"at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "segments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"condition" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "retention" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"ended_subscribers" numeric DEFAULT 30,
  	"delivery_persons" numeric DEFAULT 90,
  	"consent_proof" numeric DEFAULT 1095,
  	"address_looks" numeric DEFAULT 730,
  	"import_addresses" numeric DEFAULT 14,
  	"provider_notes" numeric DEFAULT 90,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  DROP INDEX "subscribers_locale_idx";
  DROP INDEX "subscribers_updated_at_idx";
  DROP INDEX "subscribers_created_at_idx";
  DROP INDEX "subscribers_status_idx";
  ALTER TABLE "subscribers" ALTER COLUMN "email" SET DATA TYPE text;
  ALTER TABLE "subscribers" ALTER COLUMN "address_key" SET DATA TYPE text;
  ALTER TABLE "subscribers" ALTER COLUMN "locale" SET DATA TYPE text;
  ALTER TABLE "subscribers" ALTER COLUMN "locale" DROP DEFAULT;
  ALTER TABLE "subscribers" ALTER COLUMN "further_locales" SET DEFAULT '[]'::jsonb;
  ALTER TABLE "subscribers" ALTER COLUMN "further_locales" SET NOT NULL;
  ALTER TABLE "subscribers" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "subscribers" ALTER COLUMN "status" SET DEFAULT 'active';
  ALTER TABLE "subscribers" ALTER COLUMN "paused_until" SET DATA TYPE timestamp with time zone;
  ALTER TABLE "subscribers" ALTER COLUMN "confirmed_at" SET DATA TYPE timestamp with time zone;
  ALTER TABLE "subscribers" ALTER COLUMN "updated_at" SET DATA TYPE timestamp with time zone;
  ALTER TABLE "subscribers" ALTER COLUMN "updated_at" SET DEFAULT now();
  ALTER TABLE "subscribers" ALTER COLUMN "created_at" SET DATA TYPE timestamp with time zone;
  ALTER TABLE "subscribers" ALTER COLUMN "created_at" SET DEFAULT now();
  ALTER TABLE "email_deliveries" ADD COLUMN "delivered_at" timestamp with time zone;
  ALTER TABLE "email_deliveries" ADD COLUMN "bounced_at" timestamp with time zone;
  ALTER TABLE "email_deliveries" ADD COLUMN "bounce_class" text;
  ALTER TABLE "email_deliveries" ADD COLUMN "complained_at" timestamp with time zone;
  ALTER TABLE "subscriptions" ADD COLUMN "paused_until" timestamp with time zone;
  ALTER TABLE "consent_events" ADD COLUMN "follows" jsonb DEFAULT '[]'::jsonb NOT NULL;
  ALTER TABLE "consent_events" ADD COLUMN "detail" jsonb;
  ALTER TABLE "consent_events" ADD COLUMN "actor" uuid;
  ALTER TABLE "consent_events" ADD COLUMN "import_id" uuid;
  ALTER TABLE "suppressions" ADD COLUMN "origin" text DEFAULT 'person' NOT NULL;
  ALTER TABLE "suppressions" ADD COLUMN "note" text;
  ALTER TABLE "suppressions" ADD COLUMN "actor" uuid;
  ALTER TABLE "suppressions" ADD COLUMN "erased_at" timestamp with time zone;
  ALTER TABLE "issues" ADD COLUMN "segment_id" uuid;
  ALTER TABLE "subscribers" ADD COLUMN "frequency" text DEFAULT 'every-issue' NOT NULL;
  ALTER TABLE "subscribers" ADD COLUMN "topics" uuid[] DEFAULT '{}' NOT NULL;
  ALTER TABLE "subscribers" ADD COLUMN "countries" uuid[] DEFAULT '{}' NOT NULL;
  ALTER TABLE "subscribers" ADD COLUMN "role" uuid;
  ALTER TABLE "subscribers" ADD COLUMN "organisation" uuid;
  ALTER TABLE "subscribers" ADD COLUMN "ended_at" timestamp with time zone;
  ALTER TABLE "subscribers" ADD COLUMN "digest_cursor" bigint;
  ALTER TABLE "subscribers" ADD COLUMN "import_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "segments_id" uuid;
  ALTER TABLE "network" ADD COLUMN "time_zone" varchar DEFAULT 'Europe/Brussels' NOT NULL;
  ALTER TABLE "network" ADD COLUMN "digest_weekday" "enum_network_digest_weekday" DEFAULT '1' NOT NULL;
  ALTER TABLE "network" ADD COLUMN "digest_hour" numeric DEFAULT 7 NOT NULL;
  ALTER TABLE "network" ADD COLUMN "mails_per_week" numeric;
  CREATE UNIQUE INDEX "personal_mails_once" ON "personal_mails" USING btree ("subscriber_id","kind","key");
  CREATE INDEX "personal_mails_due" ON "personal_mails" USING btree ("due_at","id") WHERE state = 'planned';
  CREATE INDEX "personal_mails_leased" ON "personal_mails" USING btree ("lease_until") WHERE state = 'submitting';
  CREATE INDEX "personal_mails_person" ON "personal_mails" USING btree ("subscriber_id","submitted_at");
  CREATE INDEX "personal_mails_provider" ON "personal_mails" USING btree ("provider_id") WHERE provider_id is not null;
  CREATE UNIQUE INDEX "mail_feedback_key" ON "mail_feedback" USING btree ("key");
  CREATE INDEX "mail_feedback_delivery" ON "mail_feedback" USING btree ("delivery_id","id");
  CREATE INDEX "mail_decisions_issue" ON "mail_decisions" USING btree ("issue_id","id");
  CREATE INDEX "follows_target" ON "follows" USING btree ("target","target_id");
  CREATE UNIQUE INDEX "facets_key" ON "facets" USING btree ("kind","key");
  CREATE INDEX "subscriber_facets_facets" ON "subscriber_facets" USING gin ("facets");
  CREATE INDEX "address_looks_subscriber" ON "address_looks" USING btree ("subscriber_id");
  CREATE INDEX "address_looks_at" ON "address_looks" USING btree ("at");
  CREATE INDEX "audience_import_rows_address" ON "audience_import_rows" USING btree ("import_id","address_key");
  CREATE INDEX "audience_import_rows_outcome" ON "audience_import_rows" USING btree ("import_id","outcome","line");
  CREATE UNIQUE INDEX "digest_items_outbox" ON "digest_items" USING btree ("outbox_id");
  CREATE INDEX "digest_items_item" ON "digest_items" USING btree ("item_id","position");
  CREATE UNIQUE INDEX "digest_rounds_period" ON "digest_rounds" USING btree ("rhythm","period");
  CREATE INDEX "retention_runs_at" ON "retention_runs" USING btree ("at");
  CREATE UNIQUE INDEX "segments_name_idx" ON "segments" USING btree ("name");
  CREATE INDEX "segments_updated_at_idx" ON "segments" USING btree ("updated_at");
  CREATE INDEX "segments_created_at_idx" ON "segments" USING btree ("created_at");
  ALTER TABLE "issues" ADD CONSTRAINT "issues_segment_id_segments_id_fk" FOREIGN KEY ("segment_id") REFERENCES "public"."segments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_segments_fk" FOREIGN KEY ("segments_id") REFERENCES "public"."segments"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "email_deliveries_person" ON "email_deliveries" USING btree ("subscriber_id","submitted_at");
  CREATE INDEX "email_deliveries_rates" ON "email_deliveries" USING btree ("issue_id","submitted_at","bounced_at","complained_at");
  CREATE INDEX "email_deliveries_provider" ON "email_deliveries" USING btree ("provider_id") WHERE provider_id is not null;
  CREATE INDEX "email_deliveries_returned" ON "email_deliveries" USING btree ("issue_id") WHERE bounced_at is not null or complained_at is not null;
  CREATE INDEX "consent_events_at" ON "consent_events" USING btree ("at","kind");
  CREATE INDEX "suppressions_at" ON "suppressions" USING btree ("at");
  CREATE INDEX "issues_segment_idx" ON "issues" USING btree ("segment_id");
  CREATE INDEX "subscribers_confirmed" ON "subscribers" USING btree ("confirmed_at");
  CREATE INDEX "subscribers_import" ON "subscribers" USING btree ("import_id") WHERE import_id is not null;
  CREATE INDEX "payload_locked_documents_rels_segments_id_idx" ON "payload_locked_documents_rels" USING btree ("segments_id");
  CREATE INDEX "subscribers_status_idx" ON "subscribers" USING btree ("status","locale");
  DROP TYPE "public"."enum_subscribers_locale";
  DROP TYPE "public"."enum_subscribers_status";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_subscribers_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_subscribers_status" AS ENUM('active', 'paused', 'ended');
  ALTER TABLE "issue_segments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "personal_mails" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "mail_feedback" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "issue_alarms" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "mail_decisions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "follows" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "facets" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "subscriber_facets" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "provider_suppressions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "provider_syncs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "address_looks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "audience_imports" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "audience_import_rows" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "digest_items" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "digest_rounds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "retention_runs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "segments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "retention" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "issue_segments" CASCADE;
  DROP TABLE "personal_mails" CASCADE;
  DROP TABLE "mail_feedback" CASCADE;
  DROP TABLE "issue_alarms" CASCADE;
  DROP TABLE "mail_decisions" CASCADE;
  DROP TABLE "follows" CASCADE;
  DROP TABLE "facets" CASCADE;
  DROP TABLE "subscriber_facets" CASCADE;
  DROP TABLE "provider_suppressions" CASCADE;
  DROP TABLE "provider_syncs" CASCADE;
  DROP TABLE "address_looks" CASCADE;
  DROP TABLE "audience_imports" CASCADE;
  DROP TABLE "audience_import_rows" CASCADE;
  DROP TABLE "digest_items" CASCADE;
  DROP TABLE "digest_rounds" CASCADE;
  DROP TABLE "retention_runs" CASCADE;
  DROP TABLE "segments" CASCADE;
  DROP TABLE "retention" CASCADE;
  ALTER TABLE "issues" DROP CONSTRAINT "issues_segment_id_segments_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_segments_fk";
  
  ALTER TABLE "issues" ALTER COLUMN "state" SET DATA TYPE text;
  ALTER TABLE "issues" ALTER COLUMN "state" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_issues_state";
  CREATE TYPE "public"."enum_issues_state" AS ENUM('draft', 'preparing', 'sending', 'sent', 'cancelled');
  ALTER TABLE "issues" ALTER COLUMN "state" SET DEFAULT 'draft'::"public"."enum_issues_state";
  ALTER TABLE "issues" ALTER COLUMN "state" SET DATA TYPE "public"."enum_issues_state" USING "state"::"public"."enum_issues_state";
  DROP INDEX "email_deliveries_person";
  DROP INDEX "email_deliveries_rates";
  DROP INDEX "email_deliveries_provider";
  DROP INDEX "email_deliveries_returned";
  DROP INDEX "subscribers_confirmed";
  DROP INDEX "subscribers_import";
  DROP INDEX "consent_events_at";
  DROP INDEX "suppressions_at";
  DROP INDEX "issues_segment_idx";
  DROP INDEX "payload_locked_documents_rels_segments_id_idx";
  DROP INDEX "subscribers_status_idx";
  ALTER TABLE "subscribers" ALTER COLUMN "email" SET DATA TYPE varchar;
  ALTER TABLE "subscribers" ALTER COLUMN "address_key" SET DATA TYPE varchar;
  ALTER TABLE "subscribers" ALTER COLUMN "locale" SET DEFAULT 'en'::"public"."enum_subscribers_locale";
  ALTER TABLE "subscribers" ALTER COLUMN "locale" SET DATA TYPE "public"."enum_subscribers_locale" USING "locale"::"public"."enum_subscribers_locale";
  ALTER TABLE "subscribers" ALTER COLUMN "further_locales" DROP DEFAULT;
  ALTER TABLE "subscribers" ALTER COLUMN "further_locales" DROP NOT NULL;
  ALTER TABLE "subscribers" ALTER COLUMN "status" SET DEFAULT 'active'::"public"."enum_subscribers_status";
  ALTER TABLE "subscribers" ALTER COLUMN "status" SET DATA TYPE "public"."enum_subscribers_status" USING "status"::"public"."enum_subscribers_status";
  ALTER TABLE "subscribers" ALTER COLUMN "paused_until" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "subscribers" ALTER COLUMN "confirmed_at" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "subscribers" ALTER COLUMN "created_at" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "subscribers" ALTER COLUMN "created_at" SET DEFAULT now();
  ALTER TABLE "subscribers" ALTER COLUMN "updated_at" SET DATA TYPE timestamp(3) with time zone;
  ALTER TABLE "subscribers" ALTER COLUMN "updated_at" SET DEFAULT now();
  CREATE INDEX "subscribers_locale_idx" ON "subscribers" USING btree ("locale");
  CREATE INDEX "subscribers_updated_at_idx" ON "subscribers" USING btree ("updated_at");
  CREATE INDEX "subscribers_created_at_idx" ON "subscribers" USING btree ("created_at");
  CREATE INDEX "subscribers_status_idx" ON "subscribers" USING btree ("status");
  ALTER TABLE "email_deliveries" DROP COLUMN "delivered_at";
  ALTER TABLE "email_deliveries" DROP COLUMN "bounced_at";
  ALTER TABLE "email_deliveries" DROP COLUMN "bounce_class";
  ALTER TABLE "email_deliveries" DROP COLUMN "complained_at";
  ALTER TABLE "subscribers" DROP COLUMN "frequency";
  ALTER TABLE "subscribers" DROP COLUMN "topics";
  ALTER TABLE "subscribers" DROP COLUMN "countries";
  ALTER TABLE "subscribers" DROP COLUMN "role";
  ALTER TABLE "subscribers" DROP COLUMN "organisation";
  ALTER TABLE "subscribers" DROP COLUMN "ended_at";
  ALTER TABLE "subscribers" DROP COLUMN "digest_cursor";
  ALTER TABLE "subscribers" DROP COLUMN "import_id";
  ALTER TABLE "subscriptions" DROP COLUMN "paused_until";
  ALTER TABLE "consent_events" DROP COLUMN "follows";
  ALTER TABLE "consent_events" DROP COLUMN "detail";
  ALTER TABLE "consent_events" DROP COLUMN "actor";
  ALTER TABLE "consent_events" DROP COLUMN "import_id";
  ALTER TABLE "suppressions" DROP COLUMN "origin";
  ALTER TABLE "suppressions" DROP COLUMN "note";
  ALTER TABLE "suppressions" DROP COLUMN "actor";
  ALTER TABLE "suppressions" DROP COLUMN "erased_at";
  ALTER TABLE "issues" DROP COLUMN "segment_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "segments_id";
  ALTER TABLE "network" DROP COLUMN "time_zone";
  ALTER TABLE "network" DROP COLUMN "digest_weekday";
  ALTER TABLE "network" DROP COLUMN "digest_hour";
  ALTER TABLE "network" DROP COLUMN "mails_per_week";
  DROP TYPE "public"."enum_network_digest_weekday";`)
}
