import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE EXTENSION IF NOT EXISTS pg_trgm;
   CREATE TYPE "public"."enum_pages_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__pages_v_version_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_glossary_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_network_fallbacklocales" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_network_when_outdated_practices" AS ENUM('keep', 'withdraw');
  CREATE TYPE "public"."enum_network_when_outdated_publications" AS ENUM('keep', 'withdraw');
  CREATE TYPE "public"."enum_network_when_outdated_events" AS ENUM('keep', 'withdraw');
  CREATE TYPE "public"."enum_network_when_outdated_news" AS ENUM('keep', 'withdraw');
  CREATE TYPE "public"."enum_network_when_outdated_pages" AS ENUM('keep', 'withdraw');
  CREATE TYPE "public"."enum_network_machine_translation" AS ENUM('drafts', 'labelled');
  CREATE TABLE "scheduled_publications" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"action" text NOT NULL,
  	"due_at" timestamp with time zone NOT NULL,
  	"time_zone" text NOT NULL,
  	"state" text NOT NULL,
  	"reason" text,
  	"created_by" uuid NOT NULL,
  	"attempts" integer DEFAULT 0 NOT NULL,
  	"lease_until" timestamp with time zone,
  	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"settled_at" timestamp with time zone
  );
  
  CREATE TABLE "public_slugs" (
  	"collection" text NOT NULL,
  	"locale" text NOT NULL,
  	"slug" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"replaced_at" timestamp with time zone,
  	CONSTRAINT "public_slugs_collection_locale_slug_pk" PRIMARY KEY("collection","locale","slug")
  );
  
  CREATE TABLE "translation_items" (
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"title" text NOT NULL,
  	"source_locale" text NOT NULL,
  	"revision" integer NOT NULL,
  	"segments" integer NOT NULL,
  	"characters" integer NOT NULL,
  	"changed_at" timestamp with time zone NOT NULL,
  	CONSTRAINT "translation_items_collection_item_id_pk" PRIMARY KEY("collection","item_id")
  );
  
  CREATE TABLE "translation_segments" (
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"key" text NOT NULL,
  	"field" text NOT NULL,
  	"position" integer NOT NULL,
  	"text" text NOT NULL,
  	"marks" jsonb NOT NULL,
  	"hash" text NOT NULL,
  	"max_characters" integer,
  	"revision" integer NOT NULL,
  	CONSTRAINT "translation_segments_collection_item_id_key_pk" PRIMARY KEY("collection","item_id","key")
  );
  
  CREATE TABLE "translation_targets" (
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"key" text NOT NULL,
  	"text" text NOT NULL,
  	"state" text NOT NULL,
  	"source_hash" text NOT NULL,
  	"source_text" text NOT NULL,
  	"source_revision" integer NOT NULL,
  	"origin" text NOT NULL,
  	"engine" text,
  	"author_id" uuid,
  	"draft_text" text DEFAULT '' NOT NULL,
  	"version" integer DEFAULT 1 NOT NULL,
  	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "translation_targets_collection_item_id_locale_key_pk" PRIMARY KEY("collection","item_id","locale","key")
  );
  
  CREATE TABLE "translation_locales" (
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"state" text NOT NULL,
  	"missing" integer DEFAULT 0 NOT NULL,
  	"machine" integer DEFAULT 0 NOT NULL,
  	"in_translation" integer DEFAULT 0 NOT NULL,
  	"needs_review" integer DEFAULT 0 NOT NULL,
  	"current" integer DEFAULT 0 NOT NULL,
  	"outdated" integer DEFAULT 0 NOT NULL,
  	"is_public" boolean DEFAULT false NOT NULL,
  	"is_withdrawn" boolean DEFAULT false NOT NULL,
  	"is_wanted" boolean DEFAULT true NOT NULL,
  	"served_revision" integer,
  	"owner_id" uuid,
  	"deadline" timestamp with time zone,
  	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "translation_locales_collection_item_id_locale_pk" PRIMARY KEY("collection","item_id","locale")
  );
  
  CREATE TABLE "translation_comments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"key" text NOT NULL,
  	"author_id" uuid NOT NULL,
  	"text" text NOT NULL,
  	"at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "translation_requests" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"source_revision" integer NOT NULL,
  	"state" text NOT NULL,
  	"reason" text,
  	"engine" text,
  	"assignee_id" uuid,
  	"requested_by" uuid,
  	"deadline" timestamp with time zone,
  	"segments" integer NOT NULL,
  	"characters" integer NOT NULL,
  	"provider_reference" text,
  	"attempts" integer DEFAULT 0 NOT NULL,
  	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"lease_until" timestamp with time zone,
  	"lease_token" uuid,
  	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "translation_request_log" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"request_id" uuid NOT NULL,
  	"state" text NOT NULL,
  	"reason" text,
  	"actor_id" uuid,
  	"at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "translation_usage" (
  	"engine" text NOT NULL,
  	"month" text NOT NULL,
  	"characters" integer NOT NULL,
  	CONSTRAINT "translation_usage_engine_month_pk" PRIMARY KEY("engine","month")
  );
  
  CREATE TABLE "translation_memory" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"source_locale" text NOT NULL,
  	"target_locale" text NOT NULL,
  	"source_text" text NOT NULL,
  	"target_text" text NOT NULL,
  	"source_hash" text NOT NULL,
  	"context" text DEFAULT '' NOT NULL,
  	"field" text DEFAULT '' NOT NULL,
  	"origin" text NOT NULL,
  	"provenance" text DEFAULT '' NOT NULL,
  	"author_id" uuid,
  	"keys" integer[] NOT NULL,
  	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "glossary" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"term" varchar NOT NULL,
  	"source_locale" "enum_glossary_source_locale" DEFAULT 'en' NOT NULL,
  	"do_not_translate" boolean DEFAULT false,
  	"case_sensitive" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "glossary_locales" (
  	"translation" varchar,
  	"avoid" varchar,
  	"note" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "network_fallbacklocales_chosen" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_network_fallbacklocales",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  ALTER TABLE "practices_locales" ADD COLUMN "machine_translated" boolean DEFAULT false;
  ALTER TABLE "practices_locales" ADD COLUMN "revision" numeric;
  ALTER TABLE "_practices_v_locales" ADD COLUMN "version_machine_translated" boolean DEFAULT false;
  ALTER TABLE "_practices_v_locales" ADD COLUMN "version_revision" numeric;
  ALTER TABLE "publications_locales" ADD COLUMN "machine_translated" boolean DEFAULT false;
  ALTER TABLE "publications_locales" ADD COLUMN "revision" numeric;
  ALTER TABLE "_publications_v_locales" ADD COLUMN "version_machine_translated" boolean DEFAULT false;
  ALTER TABLE "_publications_v_locales" ADD COLUMN "version_revision" numeric;
  ALTER TABLE "events_locales" ADD COLUMN "machine_translated" boolean DEFAULT false;
  ALTER TABLE "events_locales" ADD COLUMN "revision" numeric;
  ALTER TABLE "_events_v_locales" ADD COLUMN "version_machine_translated" boolean DEFAULT false;
  ALTER TABLE "_events_v_locales" ADD COLUMN "version_revision" numeric;
  ALTER TABLE "news_locales" ADD COLUMN "machine_translated" boolean DEFAULT false;
  ALTER TABLE "news_locales" ADD COLUMN "revision" numeric;
  ALTER TABLE "_news_v_locales" ADD COLUMN "version_machine_translated" boolean DEFAULT false;
  ALTER TABLE "_news_v_locales" ADD COLUMN "version_revision" numeric;
  ALTER TABLE "peer_reviews_locales" ADD COLUMN "machine_translated" boolean DEFAULT false;
  ALTER TABLE "peer_reviews_locales" ADD COLUMN "revision" numeric;
  ALTER TABLE "_peer_reviews_v_locales" ADD COLUMN "version_machine_translated" boolean DEFAULT false;
  ALTER TABLE "_peer_reviews_v_locales" ADD COLUMN "version_revision" numeric;
  ALTER TABLE "pages" ADD COLUMN "source_locale" "enum_pages_source_locale" DEFAULT 'en';
  ALTER TABLE "pages_locales" ADD COLUMN "machine_translated" boolean DEFAULT false;
  ALTER TABLE "pages_locales" ADD COLUMN "revision" numeric;
  ALTER TABLE "_pages_v" ADD COLUMN "version_source_locale" "enum__pages_v_version_source_locale" DEFAULT 'en';
  ALTER TABLE "_pages_v_locales" ADD COLUMN "version_machine_translated" boolean DEFAULT false;
  ALTER TABLE "_pages_v_locales" ADD COLUMN "version_revision" numeric;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "glossary_id" uuid;
  ALTER TABLE "network" ADD COLUMN "when_outdated_practices" "enum_network_when_outdated_practices" DEFAULT 'keep' NOT NULL;
  ALTER TABLE "network" ADD COLUMN "when_outdated_publications" "enum_network_when_outdated_publications" DEFAULT 'keep' NOT NULL;
  ALTER TABLE "network" ADD COLUMN "when_outdated_events" "enum_network_when_outdated_events" DEFAULT 'keep' NOT NULL;
  ALTER TABLE "network" ADD COLUMN "when_outdated_news" "enum_network_when_outdated_news" DEFAULT 'keep' NOT NULL;
  ALTER TABLE "network" ADD COLUMN "when_outdated_pages" "enum_network_when_outdated_pages" DEFAULT 'keep' NOT NULL;
  ALTER TABLE "network" ADD COLUMN "machine_translation" "enum_network_machine_translation" DEFAULT 'drafts' NOT NULL;
  ALTER TABLE "network" ADD COLUMN "machine_characters_per_month" numeric DEFAULT 500000 NOT NULL;
  ALTER TABLE "glossary_locales" ADD CONSTRAINT "glossary_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."glossary"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "network_fallbacklocales_chosen" ADD CONSTRAINT "network_fallbacklocales_chosen_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."network"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "scheduled_publications_due" ON "scheduled_publications" USING btree ("due_at") WHERE state = 'planned';
  CREATE INDEX "scheduled_publications_item" ON "scheduled_publications" USING btree ("collection","item_id");
  CREATE INDEX "public_slugs_item" ON "public_slugs" USING btree ("collection","item_id");
  CREATE INDEX "public_slugs_replaced" ON "public_slugs" USING btree ("replaced_at","collection","locale","slug") WHERE replaced_at is not null;
  CREATE INDEX "translation_items_changed" ON "translation_items" USING btree ("changed_at","item_id");
  CREATE INDEX "translation_locales_state" ON "translation_locales" USING btree ("locale","state","is_wanted");
  CREATE INDEX "translation_locales_owner" ON "translation_locales" USING btree ("owner_id") WHERE owner_id is not null;
  CREATE INDEX "translation_locales_deadline" ON "translation_locales" USING btree ("deadline") WHERE deadline is not null;
  CREATE INDEX "translation_comments_item" ON "translation_comments" USING btree ("collection","item_id","locale","at");
  CREATE UNIQUE INDEX "translation_requests_open" ON "translation_requests" USING btree ("collection","item_id","locale") WHERE state in ('requested', 'accepted', 'in-progress', 'delivered', 'in-review', 'unconfirmed');
  CREATE INDEX "translation_requests_due" ON "translation_requests" USING btree ("due_at") WHERE engine is not null and state in ('requested', 'in-progress');
  CREATE INDEX "translation_requests_assignee" ON "translation_requests" USING btree ("assignee_id","state");
  CREATE INDEX "translation_request_log_request" ON "translation_request_log" USING btree ("request_id","id");
  CREATE UNIQUE INDEX "translation_memory_place" ON "translation_memory" USING btree ("source_locale","target_locale","source_hash","context") WHERE context <> '';
  CREATE UNIQUE INDEX "translation_memory_elsewhere" ON "translation_memory" USING btree ("source_locale","target_locale","source_hash",md5(target_text)) WHERE context = '';
  CREATE INDEX "translation_memory_exact" ON "translation_memory" USING btree ("source_locale","target_locale","source_hash");
  CREATE INDEX "translation_memory_keys" ON "translation_memory" USING gin ("keys") WITH (fastupdate=false);
  CREATE INDEX "translation_memory_words" ON "translation_memory" USING gin ("source_text" gin_trgm_ops,"target_text" gin_trgm_ops);
  CREATE INDEX "glossary_term_idx" ON "glossary" USING btree ("term");
  CREATE INDEX "glossary_updated_at_idx" ON "glossary" USING btree ("updated_at");
  CREATE INDEX "glossary_created_at_idx" ON "glossary" USING btree ("created_at");
  CREATE UNIQUE INDEX "glossary_locales_locale_parent_id_unique" ON "glossary_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "network_fallbacklocales_chosen_order_idx" ON "network_fallbacklocales_chosen" USING btree ("order");
  CREATE INDEX "network_fallbacklocales_chosen_parent_idx" ON "network_fallbacklocales_chosen" USING btree ("parent_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_glossary_fk" FOREIGN KEY ("glossary_id") REFERENCES "public"."glossary"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_glossary_id_idx" ON "payload_locked_documents_rels" USING btree ("glossary_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "scheduled_publications" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "public_slugs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "translation_items" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "translation_segments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "translation_targets" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "translation_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "translation_comments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "translation_requests" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "translation_request_log" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "translation_usage" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "translation_memory" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "glossary" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "glossary_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "network_fallbacklocales_chosen" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "scheduled_publications" CASCADE;
  DROP TABLE "public_slugs" CASCADE;
  DROP TABLE "translation_items" CASCADE;
  DROP TABLE "translation_segments" CASCADE;
  DROP TABLE "translation_targets" CASCADE;
  DROP TABLE "translation_locales" CASCADE;
  DROP TABLE "translation_comments" CASCADE;
  DROP TABLE "translation_requests" CASCADE;
  DROP TABLE "translation_request_log" CASCADE;
  DROP TABLE "translation_usage" CASCADE;
  DROP TABLE "translation_memory" CASCADE;
  DROP TABLE "glossary" CASCADE;
  DROP TABLE "glossary_locales" CASCADE;
  DROP TABLE "network_fallbacklocales_chosen" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_glossary_fk";
  
  DROP INDEX "payload_locked_documents_rels_glossary_id_idx";
  ALTER TABLE "practices_locales" DROP COLUMN "machine_translated";
  ALTER TABLE "practices_locales" DROP COLUMN "revision";
  ALTER TABLE "_practices_v_locales" DROP COLUMN "version_machine_translated";
  ALTER TABLE "_practices_v_locales" DROP COLUMN "version_revision";
  ALTER TABLE "publications_locales" DROP COLUMN "machine_translated";
  ALTER TABLE "publications_locales" DROP COLUMN "revision";
  ALTER TABLE "_publications_v_locales" DROP COLUMN "version_machine_translated";
  ALTER TABLE "_publications_v_locales" DROP COLUMN "version_revision";
  ALTER TABLE "events_locales" DROP COLUMN "machine_translated";
  ALTER TABLE "events_locales" DROP COLUMN "revision";
  ALTER TABLE "_events_v_locales" DROP COLUMN "version_machine_translated";
  ALTER TABLE "_events_v_locales" DROP COLUMN "version_revision";
  ALTER TABLE "news_locales" DROP COLUMN "machine_translated";
  ALTER TABLE "news_locales" DROP COLUMN "revision";
  ALTER TABLE "_news_v_locales" DROP COLUMN "version_machine_translated";
  ALTER TABLE "_news_v_locales" DROP COLUMN "version_revision";
  ALTER TABLE "peer_reviews_locales" DROP COLUMN "machine_translated";
  ALTER TABLE "peer_reviews_locales" DROP COLUMN "revision";
  ALTER TABLE "_peer_reviews_v_locales" DROP COLUMN "version_machine_translated";
  ALTER TABLE "_peer_reviews_v_locales" DROP COLUMN "version_revision";
  ALTER TABLE "pages" DROP COLUMN "source_locale";
  ALTER TABLE "pages_locales" DROP COLUMN "machine_translated";
  ALTER TABLE "pages_locales" DROP COLUMN "revision";
  ALTER TABLE "_pages_v" DROP COLUMN "version_source_locale";
  ALTER TABLE "_pages_v_locales" DROP COLUMN "version_machine_translated";
  ALTER TABLE "_pages_v_locales" DROP COLUMN "version_revision";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "glossary_id";
  ALTER TABLE "network" DROP COLUMN "when_outdated_practices";
  ALTER TABLE "network" DROP COLUMN "when_outdated_publications";
  ALTER TABLE "network" DROP COLUMN "when_outdated_events";
  ALTER TABLE "network" DROP COLUMN "when_outdated_news";
  ALTER TABLE "network" DROP COLUMN "when_outdated_pages";
  ALTER TABLE "network" DROP COLUMN "machine_translation";
  ALTER TABLE "network" DROP COLUMN "machine_characters_per_month";
  DROP TYPE "public"."enum_pages_source_locale";
  DROP TYPE "public"."enum__pages_v_version_source_locale";
  DROP TYPE "public"."enum_glossary_source_locale";
  DROP TYPE "public"."enum_network_fallbacklocales";
  DROP TYPE "public"."enum_network_when_outdated_practices";
  DROP TYPE "public"."enum_network_when_outdated_publications";
  DROP TYPE "public"."enum_network_when_outdated_events";
  DROP TYPE "public"."enum_network_when_outdated_news";
  DROP TYPE "public"."enum_network_when_outdated_pages";
  DROP TYPE "public"."enum_network_machine_translation";`)
}
