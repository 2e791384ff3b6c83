import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_newsletters_proposals_collections" AS ENUM('practices', 'publications', 'events', 'news');
  CREATE TYPE "public"."enum_newsletters_seeds_locales" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_newsletters_not_ready" AS ENUM('fallback', 'hold', 'skip');
  CREATE TYPE "public"."enum_newsletters_after_hold" AS ENUM('fallback', 'skip');
  CREATE TYPE "public"."enum_issues_design" AS ENUM('digest', 'announcement', 'invitation');
  ALTER TYPE "public"."enum_issues_state" ADD VALUE 'scheduled' BEFORE 'preparing';
  CREATE TABLE "issue_languages" (
  	"issue_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"rule" text NOT NULL,
  	"deadline" timestamp with time zone,
  	"afterwards" text,
  	"decided_by" uuid,
  	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"outcome" text,
  	"settled_at" timestamp with time zone,
  	CONSTRAINT "issue_languages_pk" PRIMARY KEY("issue_id","locale")
  );
  
  CREATE TABLE "issue_audiences" (
  	"issue_id" uuid PRIMARY KEY NOT NULL,
  	"candidates" integer NOT NULL,
  	"recipients" integer NOT NULL,
  	"excluded" integer NOT NULL,
  	"at" timestamp with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "issue_audiences_balance" CHECK ("issue_audiences"."candidates" = "issue_audiences"."recipients" + "issue_audiences"."excluded")
  );
  
  CREATE TABLE "edition_corrections" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"issue_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"note" text NOT NULL,
  	"actor" uuid NOT NULL,
  	"at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "edition_links" (
  	"edition_id" uuid NOT NULL,
  	"position" integer NOT NULL,
  	"url" text NOT NULL,
  	CONSTRAINT "edition_links_pk" PRIMARY KEY("edition_id","position")
  );
  
  CREATE TABLE "link_counts" (
  	"edition_id" uuid NOT NULL,
  	"position" integer NOT NULL,
  	"hour" timestamp with time zone NOT NULL,
  	"clicks" integer NOT NULL,
  	CONSTRAINT "link_counts_pk" PRIMARY KEY("edition_id","position","hour")
  );
  
  CREATE TABLE "rehearsals" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"issue_id" uuid NOT NULL,
  	"state" text NOT NULL,
  	"report" jsonb,
  	"problem" text,
  	"mails" integer DEFAULT 0 NOT NULL,
  	"total" integer DEFAULT 0 NOT NULL,
  	"attempts" integer DEFAULT 0 NOT NULL,
  	"actor" uuid NOT NULL,
  	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"progressed_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"finished_at" timestamp with time zone
  );
  
  CREATE TABLE "mail_domains" (
  	"domain" text PRIMARY KEY NOT NULL,
  	"mx_group" text,
  	"looked_up_at" timestamp with time zone NOT NULL
  );
  
  CREATE TABLE "send_buckets" (
  	"key" text PRIMARY KEY NOT NULL,
  	"tokens" double precision NOT NULL,
  	"capacity" double precision NOT NULL,
  	"per_second" double precision NOT NULL,
  	"ceiling" double precision NOT NULL,
  	"gain" double precision DEFAULT 0 NOT NULL,
  	"refilled_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"granted" double precision DEFAULT 0 NOT NULL,
  	"blocked_until" timestamp with time zone,
  	"reason" text,
  	"failures" integer DEFAULT 0 NOT NULL,
  	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sending_days" (
  	"day" date NOT NULL,
  	"sender_domain" text NOT NULL,
  	"mails" integer NOT NULL,
  	CONSTRAINT "sending_days_pk" PRIMARY KEY("day","sender_domain")
  );
  
  CREATE TABLE "dkim_keys" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"domain" text NOT NULL,
  	"selector" text NOT NULL,
  	"private_key" text NOT NULL,
  	"public_key" text NOT NULL,
  	"state" text NOT NULL,
  	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"active_since" timestamp with time zone,
  	"retired_at" timestamp with time zone
  );
  
  CREATE TABLE "newsletters_proposals_collections" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_newsletters_proposals_collections",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "newsletters_seeds_locales_chosen" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_newsletters_seeds_locales",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "newsletters_seeds" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"email" varchar NOT NULL
  );
  
  CREATE TABLE "newsletters_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"topics_id" uuid,
  	"terms_id" uuid,
  	"communities_id" uuid
  );
  
  CREATE TABLE "issues_blocks_items" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"block_name" varchar
  );
  
  CREATE TABLE "issues_blocks_items_locales" (
  	"heading" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "issues_blocks_text" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"link" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "issues_blocks_text_locales" (
  	"heading" varchar,
  	"body" varchar,
  	"link_text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  DROP INDEX "email_deliveries_person";
  DROP INDEX "email_deliveries_once";
  DROP INDEX "email_deliveries_issue";
  DROP INDEX "email_deliveries_rates";
  ALTER TABLE "issues_locales" ALTER COLUMN "subject" DROP NOT NULL;
  ALTER TABLE "editions" ADD COLUMN "left_texts" jsonb DEFAULT '[]'::jsonb NOT NULL;
  ALTER TABLE "editions" ADD COLUMN "attachments" jsonb DEFAULT '[]'::jsonb NOT NULL;
  ALTER TABLE "editions" ADD COLUMN "counts_links" boolean DEFAULT false NOT NULL;
  ALTER TABLE "email_deliveries" ADD COLUMN "domain" text;
  ALTER TABLE "email_deliveries" ADD COLUMN "mx_group" text;
  ALTER TABLE "email_deliveries" ADD COLUMN "transport" text;
  ALTER TABLE "mail_decisions" ADD COLUMN "delivery_id" uuid;
  ALTER TABLE "subscribers" ADD COLUMN "time_zone" text;
  ALTER TABLE "newsletters" ADD COLUMN "not_ready" "enum_newsletters_not_ready" DEFAULT 'fallback';
  ALTER TABLE "newsletters" ADD COLUMN "hold_hours" numeric DEFAULT 24;
  ALTER TABLE "newsletters" ADD COLUMN "after_hold" "enum_newsletters_after_hold" DEFAULT 'fallback';
  ALTER TABLE "newsletters" ADD COLUMN "window_from" numeric;
  ALTER TABLE "newsletters" ADD COLUMN "window_to" numeric;
  ALTER TABLE "newsletters" ADD COLUMN "count_links" boolean DEFAULT false;
  ALTER TABLE "issues" ADD COLUMN "design" "enum_issues_design" DEFAULT 'digest';
  ALTER TABLE "issues" ADD COLUMN "scheduled_for" timestamp(3) with time zone;
  ALTER TABLE "issues" ADD COLUMN "schedule_zone" varchar;
  ALTER TABLE "issues_rels" ADD COLUMN "newsletters_id" uuid;
  ALTER TABLE "network" ADD COLUMN "pace_mails_per_second" numeric;
  ALTER TABLE "network" ADD COLUMN "pace_mails_per_day" numeric;
  ALTER TABLE "network" ADD COLUMN "pace_warm_up_since" timestamp(3) with time zone;
  ALTER TABLE "newsletters_proposals_collections" ADD CONSTRAINT "newsletters_proposals_collections_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."newsletters"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters_seeds_locales_chosen" ADD CONSTRAINT "newsletters_seeds_locales_chosen_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."newsletters_seeds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters_seeds" ADD CONSTRAINT "newsletters_seeds_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."newsletters"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."newsletters"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues_blocks_items" ADD CONSTRAINT "issues_blocks_items_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues_blocks_items_locales" ADD CONSTRAINT "issues_blocks_items_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."issues_blocks_items"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues_blocks_text" ADD CONSTRAINT "issues_blocks_text_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues_blocks_text_locales" ADD CONSTRAINT "issues_blocks_text_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."issues_blocks_text"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "edition_corrections_issue" ON "edition_corrections" USING btree ("issue_id","locale","at");
  CREATE INDEX "rehearsals_issue" ON "rehearsals" USING btree ("issue_id","asked_at");
  CREATE UNIQUE INDEX "rehearsals_one_open" ON "rehearsals" USING btree ("issue_id") WHERE state in ('asked', 'running');
  CREATE UNIQUE INDEX "dkim_keys_once" ON "dkim_keys" USING btree ("domain","selector");
  CREATE INDEX "newsletters_proposals_collections_order_idx" ON "newsletters_proposals_collections" USING btree ("order");
  CREATE INDEX "newsletters_proposals_collections_parent_idx" ON "newsletters_proposals_collections" USING btree ("parent_id");
  CREATE INDEX "newsletters_seeds_locales_chosen_order_idx" ON "newsletters_seeds_locales_chosen" USING btree ("order");
  CREATE INDEX "newsletters_seeds_locales_chosen_parent_idx" ON "newsletters_seeds_locales_chosen" USING btree ("parent_id");
  CREATE INDEX "newsletters_seeds_order_idx" ON "newsletters_seeds" USING btree ("_order");
  CREATE INDEX "newsletters_seeds_parent_id_idx" ON "newsletters_seeds" USING btree ("_parent_id");
  CREATE INDEX "newsletters_rels_order_idx" ON "newsletters_rels" USING btree ("order");
  CREATE INDEX "newsletters_rels_parent_idx" ON "newsletters_rels" USING btree ("parent_id");
  CREATE INDEX "newsletters_rels_path_idx" ON "newsletters_rels" USING btree ("path");
  CREATE INDEX "newsletters_rels_topics_id_idx" ON "newsletters_rels" USING btree ("topics_id");
  CREATE INDEX "newsletters_rels_terms_id_idx" ON "newsletters_rels" USING btree ("terms_id");
  CREATE INDEX "newsletters_rels_communities_id_idx" ON "newsletters_rels" USING btree ("communities_id");
  CREATE INDEX "issues_blocks_items_order_idx" ON "issues_blocks_items" USING btree ("_order");
  CREATE INDEX "issues_blocks_items_parent_id_idx" ON "issues_blocks_items" USING btree ("_parent_id");
  CREATE INDEX "issues_blocks_items_path_idx" ON "issues_blocks_items" USING btree ("_path");
  CREATE UNIQUE INDEX "issues_blocks_items_locales_locale_parent_id_unique" ON "issues_blocks_items_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "issues_blocks_text_order_idx" ON "issues_blocks_text" USING btree ("_order");
  CREATE INDEX "issues_blocks_text_parent_id_idx" ON "issues_blocks_text" USING btree ("_parent_id");
  CREATE INDEX "issues_blocks_text_path_idx" ON "issues_blocks_text" USING btree ("_path");
  CREATE UNIQUE INDEX "issues_blocks_text_locales_locale_parent_id_unique" ON "issues_blocks_text_locales" USING btree ("_locale","_parent_id");
  ALTER TABLE "issues_rels" ADD CONSTRAINT "issues_rels_newsletters_fk" FOREIGN KEY ("newsletters_id") REFERENCES "public"."newsletters"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "email_deliveries_turns" ON "email_deliveries" USING btree ("issue_id","edition_id",coalesce(mx_group, domain, ''),"due_at","id") WHERE state = 'planned';
  CREATE INDEX "email_deliveries_explained" ON "email_deliveries" USING btree ("issue_id","state","reason","locale") WHERE reason is not null;
  CREATE INDEX "issues_rels_newsletters_id_idx" ON "issues_rels" USING btree ("newsletters_id");
  CREATE UNIQUE INDEX "email_deliveries_once" ON "email_deliveries" USING btree ("subscriber_id","issue_id");
  CREATE INDEX "email_deliveries_issue" ON "email_deliveries" USING btree ("issue_id","state","locale","submitted_at");
  CREATE INDEX "email_deliveries_rates" ON "email_deliveries" USING btree ("issue_id","submitted_at","bounced_at","complained_at") WHERE submitted_at is not null;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "issue_languages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "issue_audiences" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "edition_corrections" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "edition_links" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "link_counts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "rehearsals" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "mail_domains" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "send_buckets" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "sending_days" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "dkim_keys" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "newsletters_proposals_collections" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "newsletters_seeds_locales_chosen" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "newsletters_seeds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "newsletters_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "issues_blocks_items" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "issues_blocks_items_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "issues_blocks_text" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "issues_blocks_text_locales" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "issue_languages" CASCADE;
  DROP TABLE "issue_audiences" CASCADE;
  DROP TABLE "edition_corrections" CASCADE;
  DROP TABLE "edition_links" CASCADE;
  DROP TABLE "link_counts" CASCADE;
  DROP TABLE "rehearsals" CASCADE;
  DROP TABLE "mail_domains" CASCADE;
  DROP TABLE "send_buckets" CASCADE;
  DROP TABLE "sending_days" CASCADE;
  DROP TABLE "dkim_keys" CASCADE;
  DROP TABLE "newsletters_proposals_collections" CASCADE;
  DROP TABLE "newsletters_seeds_locales_chosen" CASCADE;
  DROP TABLE "newsletters_seeds" CASCADE;
  DROP TABLE "newsletters_rels" CASCADE;
  DROP TABLE "issues_blocks_items" CASCADE;
  DROP TABLE "issues_blocks_items_locales" CASCADE;
  DROP TABLE "issues_blocks_text" CASCADE;
  DROP TABLE "issues_blocks_text_locales" CASCADE;
  ALTER TABLE "issues_rels" DROP CONSTRAINT "issues_rels_newsletters_fk";
  
  ALTER TABLE "issues" ALTER COLUMN "state" SET DATA TYPE text;
  ALTER TABLE "issues" ALTER COLUMN "state" SET DEFAULT 'draft'::text;
  DROP TYPE "public"."enum_issues_state";
  CREATE TYPE "public"."enum_issues_state" AS ENUM('draft', 'preparing', 'sending', 'paused', 'sent', 'cancelled');
  ALTER TABLE "issues" ALTER COLUMN "state" SET DEFAULT 'draft'::"public"."enum_issues_state";
  ALTER TABLE "issues" ALTER COLUMN "state" SET DATA TYPE "public"."enum_issues_state" USING "state"::"public"."enum_issues_state";
  DROP INDEX "email_deliveries_turns";
  DROP INDEX "email_deliveries_explained";
  DROP INDEX "issues_rels_newsletters_id_idx";
  DROP INDEX "email_deliveries_once";
  DROP INDEX "email_deliveries_issue";
  DROP INDEX "email_deliveries_rates";
  ALTER TABLE "issues_locales" ALTER COLUMN "subject" SET NOT NULL;
  CREATE INDEX "email_deliveries_person" ON "email_deliveries" USING btree ("subscriber_id","submitted_at");
  CREATE UNIQUE INDEX "email_deliveries_once" ON "email_deliveries" USING btree ("issue_id","subscriber_id");
  CREATE INDEX "email_deliveries_issue" ON "email_deliveries" USING btree ("issue_id","state","locale");
  CREATE INDEX "email_deliveries_rates" ON "email_deliveries" USING btree ("issue_id","submitted_at","bounced_at","complained_at");
  ALTER TABLE "editions" DROP COLUMN "left_texts";
  ALTER TABLE "editions" DROP COLUMN "attachments";
  ALTER TABLE "editions" DROP COLUMN "counts_links";
  ALTER TABLE "email_deliveries" DROP COLUMN "domain";
  ALTER TABLE "email_deliveries" DROP COLUMN "mx_group";
  ALTER TABLE "email_deliveries" DROP COLUMN "transport";
  ALTER TABLE "mail_decisions" DROP COLUMN "delivery_id";
  ALTER TABLE "subscribers" DROP COLUMN "time_zone";
  ALTER TABLE "newsletters" DROP COLUMN "not_ready";
  ALTER TABLE "newsletters" DROP COLUMN "hold_hours";
  ALTER TABLE "newsletters" DROP COLUMN "after_hold";
  ALTER TABLE "newsletters" DROP COLUMN "window_from";
  ALTER TABLE "newsletters" DROP COLUMN "window_to";
  ALTER TABLE "newsletters" DROP COLUMN "count_links";
  ALTER TABLE "issues" DROP COLUMN "design";
  ALTER TABLE "issues" DROP COLUMN "scheduled_for";
  ALTER TABLE "issues" DROP COLUMN "schedule_zone";
  ALTER TABLE "issues_rels" DROP COLUMN "newsletters_id";
  ALTER TABLE "network" DROP COLUMN "pace_mails_per_second";
  ALTER TABLE "network" DROP COLUMN "pace_mails_per_day";
  ALTER TABLE "network" DROP COLUMN "pace_warm_up_since";
  DROP TYPE "public"."enum_newsletters_proposals_collections";
  DROP TYPE "public"."enum_newsletters_seeds_locales";
  DROP TYPE "public"."enum_newsletters_not_ready";
  DROP TYPE "public"."enum_newsletters_after_hold";
  DROP TYPE "public"."enum_issues_design";`)
}
