import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_channels_edits" AS ENUM('ignore', 'replace', 'correct');
  CREATE TYPE "public"."enum_channels_withdrawals" AS ENUM('leave', 'notice');
  CREATE TYPE "public"."enum_channels_removals" AS ENUM('respect', 'recreate');
  CREATE TYPE "public"."enum_press_contacts_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  ALTER TYPE "public"."enum_channels_mode" ADD VALUE 'ask' BEFORE 'off';
  CREATE TABLE "channel_choices" (
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"channel_id" uuid NOT NULL,
  	"wanted" text,
  	"text" text,
  	"picture" text DEFAULT 'item' NOT NULL,
  	"picture_id" uuid,
  	"alt" text,
  	"scheduled_for" timestamp with time zone,
  	"approval" text,
  	"requested_by" uuid,
  	"decided_by" uuid,
  	"decided_at" timestamp with time zone,
  	"updated_by" uuid,
  	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "channel_choices_collection_item_id_locale_channel_id_pk" PRIMARY KEY("collection","item_id","locale","channel_id")
  );
  
  CREATE TABLE "channel_sessions" (
  	"channel_id" uuid PRIMARY KEY NOT NULL,
  	"sealed" text,
  	"expires_at" timestamp with time zone,
  	"renewed_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"verified_at" timestamp with time zone,
  	"credentials_end" timestamp with time zone,
  	"end_told" timestamp with time zone
  );
  
  CREATE TABLE "item_corrections" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"titles" jsonb NOT NULL,
  	"kind" text NOT NULL,
  	"locales" jsonb NOT NULL,
  	"reasons" jsonb NOT NULL,
  	"after_outbox_id" bigint NOT NULL,
  	"by" uuid,
  	"at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "press_releases" (
  	"key" text PRIMARY KEY NOT NULL,
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"change" text NOT NULL,
  	"subject" text NOT NULL,
  	"html" text NOT NULL,
  	"text" text NOT NULL,
  	"files" jsonb NOT NULL,
  	"reply_to" text NOT NULL,
  	"contacts" bigint DEFAULT 0 NOT NULL,
  	"entered_at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "channels_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"topics_id" uuid,
  	"terms_id" uuid,
  	"communities_id" uuid
  );
  
  CREATE TABLE "press_contacts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"medium" varchar,
  	"email" varchar NOT NULL,
  	"locale" "enum_press_contacts_locale" NOT NULL,
  	"consent_basis" varchar NOT NULL,
  	"withdrawn" boolean DEFAULT false,
  	"bounced_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "press_contacts_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"topics_id" uuid
  );
  
  ALTER TABLE "channels" ALTER COLUMN "service" SET DATA TYPE varchar;
  ALTER TABLE "channel_deliveries" ADD COLUMN "remote_mark" text;
  ALTER TABLE "channel_deliveries" ADD COLUMN "remote_hash" text;
  ALTER TABLE "channel_deliveries" ADD COLUMN "remote_since" timestamp with time zone;
  ALTER TABLE "channel_deliveries" ADD COLUMN "left_standing" jsonb DEFAULT '[]'::jsonb NOT NULL;
  ALTER TABLE "channel_deliveries" ADD COLUMN "origin" text DEFAULT 'publish' NOT NULL;
  ALTER TABLE "channel_deliveries" ADD COLUMN "overwrite" boolean DEFAULT false NOT NULL;
  ALTER TABLE "channel_deliveries" ADD COLUMN "probe" text;
  ALTER TABLE "channel_deliveries" ADD COLUMN "probed_at" timestamp with time zone;
  ALTER TABLE "channel_deliveries" ADD COLUMN "error" text;
  ALTER TABLE "channel_deliveries" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;
  ALTER TABLE "channel_attempts" ADD COLUMN "error" text;
  ALTER TABLE "channel_attempts" ADD COLUMN "status" integer;
  ALTER TABLE "channel_attempts" ADD COLUMN "took_ms" integer;
  ALTER TABLE "personal_mails" ADD COLUMN "contact_id" uuid;
  ALTER TABLE "channels" ADD COLUMN "settings" jsonb;
  ALTER TABLE "channels" ADD COLUMN "edits" "enum_channels_edits" DEFAULT 'ignore';
  ALTER TABLE "channels" ADD COLUMN "withdrawals" "enum_channels_withdrawals" DEFAULT 'notice';
  ALTER TABLE "channels" ADD COLUMN "removals" "enum_channels_removals" DEFAULT 'respect';
  ALTER TABLE "channels" ADD COLUMN "time_zone" varchar DEFAULT 'Europe/Brussels';
  ALTER TABLE "channels" ADD COLUMN "quiet_from" numeric;
  ALTER TABLE "channels" ADD COLUMN "quiet_to" numeric;
  ALTER TABLE "channels" ADD COLUMN "backfill_per_day" numeric DEFAULT 6;
  ALTER TABLE "channels" ADD COLUMN "caretaker_id" uuid;
  ALTER TABLE "channels" ADD COLUMN "partner_contact" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "press_contacts_id" uuid;
  ALTER TABLE "network" ADD COLUMN "private_hosts" varchar;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_contacts_rels" ADD CONSTRAINT "press_contacts_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_contacts_rels" ADD CONSTRAINT "press_contacts_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "item_corrections_item" ON "item_corrections" USING btree ("collection","item_id","at");
  CREATE INDEX "press_releases_item" ON "press_releases" USING btree ("collection","item_id","locale");
  CREATE INDEX "channels_rels_order_idx" ON "channels_rels" USING btree ("order");
  CREATE INDEX "channels_rels_parent_idx" ON "channels_rels" USING btree ("parent_id");
  CREATE INDEX "channels_rels_path_idx" ON "channels_rels" USING btree ("path");
  CREATE INDEX "channels_rels_topics_id_idx" ON "channels_rels" USING btree ("topics_id");
  CREATE INDEX "channels_rels_terms_id_idx" ON "channels_rels" USING btree ("terms_id");
  CREATE INDEX "channels_rels_communities_id_idx" ON "channels_rels" USING btree ("communities_id");
  CREATE UNIQUE INDEX "press_contacts_email_idx" ON "press_contacts" USING btree ("email");
  CREATE INDEX "press_contacts_updated_at_idx" ON "press_contacts" USING btree ("updated_at");
  CREATE INDEX "press_contacts_created_at_idx" ON "press_contacts" USING btree ("created_at");
  CREATE INDEX "press_contacts_rels_order_idx" ON "press_contacts_rels" USING btree ("order");
  CREATE INDEX "press_contacts_rels_parent_idx" ON "press_contacts_rels" USING btree ("parent_id");
  CREATE INDEX "press_contacts_rels_path_idx" ON "press_contacts_rels" USING btree ("path");
  CREATE INDEX "press_contacts_rels_topics_id_idx" ON "press_contacts_rels" USING btree ("topics_id");
  ALTER TABLE "channels" ADD CONSTRAINT "channels_caretaker_id_users_id_fk" FOREIGN KEY ("caretaker_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_press_contacts_fk" FOREIGN KEY ("press_contacts_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "channel_deliveries_waiting" ON "channel_deliveries" USING btree ("channel_id","due_at") WHERE state = 'planned';
  CREATE UNIQUE INDEX "personal_mails_press_once" ON "personal_mails" USING btree ("contact_id","key");
  CREATE INDEX "channels_caretaker_idx" ON "channels" USING btree ("caretaker_id");
  CREATE INDEX "payload_locked_documents_rels_press_contacts_id_idx" ON "payload_locked_documents_rels" USING btree ("press_contacts_id");
  DROP TYPE "public"."enum_channels_service";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_channels_service" AS ENUM('mastodon', 'webhook');
  ALTER TABLE "channel_choices" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "channel_sessions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "item_corrections" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "press_releases" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "channels_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "press_contacts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "press_contacts_rels" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "channel_choices" CASCADE;
  DROP TABLE "channel_sessions" CASCADE;
  DROP TABLE "item_corrections" CASCADE;
  DROP TABLE "press_releases" CASCADE;
  DROP TABLE "channels_rels" CASCADE;
  DROP TABLE "press_contacts" CASCADE;
  DROP TABLE "press_contacts_rels" CASCADE;
  ALTER TABLE "channels" DROP CONSTRAINT "channels_caretaker_id_users_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_press_contacts_fk";
  
  ALTER TABLE "channels" ALTER COLUMN "mode" SET DATA TYPE text;
  ALTER TABLE "channels" ALTER COLUMN "mode" SET DEFAULT 'auto'::text;
  DROP TYPE "public"."enum_channels_mode";
  CREATE TYPE "public"."enum_channels_mode" AS ENUM('auto', 'off');
  ALTER TABLE "channels" ALTER COLUMN "mode" SET DEFAULT 'auto'::"public"."enum_channels_mode";
  ALTER TABLE "channels" ALTER COLUMN "mode" SET DATA TYPE "public"."enum_channels_mode" USING "mode"::"public"."enum_channels_mode";
  DROP INDEX "channel_deliveries_waiting";
  DROP INDEX "personal_mails_press_once";
  DROP INDEX "channels_caretaker_idx";
  DROP INDEX "payload_locked_documents_rels_press_contacts_id_idx";
  ALTER TABLE "channels" ALTER COLUMN "service" SET DATA TYPE "public"."enum_channels_service" USING "service"::"public"."enum_channels_service";
  ALTER TABLE "channel_deliveries" DROP COLUMN "remote_mark";
  ALTER TABLE "channel_deliveries" DROP COLUMN "remote_hash";
  ALTER TABLE "channel_deliveries" DROP COLUMN "remote_since";
  ALTER TABLE "channel_deliveries" DROP COLUMN "left_standing";
  ALTER TABLE "channel_deliveries" DROP COLUMN "origin";
  ALTER TABLE "channel_deliveries" DROP COLUMN "overwrite";
  ALTER TABLE "channel_deliveries" DROP COLUMN "probe";
  ALTER TABLE "channel_deliveries" DROP COLUMN "probed_at";
  ALTER TABLE "channel_deliveries" DROP COLUMN "error";
  ALTER TABLE "channel_deliveries" DROP COLUMN "revision";
  ALTER TABLE "channel_attempts" DROP COLUMN "error";
  ALTER TABLE "channel_attempts" DROP COLUMN "status";
  ALTER TABLE "channel_attempts" DROP COLUMN "took_ms";
  ALTER TABLE "personal_mails" DROP COLUMN "contact_id";
  ALTER TABLE "channels" DROP COLUMN "settings";
  ALTER TABLE "channels" DROP COLUMN "edits";
  ALTER TABLE "channels" DROP COLUMN "withdrawals";
  ALTER TABLE "channels" DROP COLUMN "removals";
  ALTER TABLE "channels" DROP COLUMN "time_zone";
  ALTER TABLE "channels" DROP COLUMN "quiet_from";
  ALTER TABLE "channels" DROP COLUMN "quiet_to";
  ALTER TABLE "channels" DROP COLUMN "backfill_per_day";
  ALTER TABLE "channels" DROP COLUMN "caretaker_id";
  ALTER TABLE "channels" DROP COLUMN "partner_contact";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "press_contacts_id";
  ALTER TABLE "network" DROP COLUMN "private_hosts";
  DROP TYPE "public"."enum_channels_edits";
  DROP TYPE "public"."enum_channels_withdrawals";
  DROP TYPE "public"."enum_channels_removals";
  DROP TYPE "public"."enum_press_contacts_locale";`)
}
