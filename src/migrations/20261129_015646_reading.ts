import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_faqs_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_faqs_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__faqs_v_version_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__faqs_v_published_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__faqs_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_question_routes_answersin" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_api_consumers_scopes" AS ENUM('read', 'changes', 'webhooks');
  CREATE TYPE "public"."enum_network_when_outdated_faqs" AS ENUM('keep', 'withdraw');
  CREATE TABLE "questions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"number" serial NOT NULL,
  	"email" text NOT NULL,
  	"address_key" text NOT NULL,
  	"name" text,
  	"question" text NOT NULL,
  	"locale" text NOT NULL,
  	"further_locales" jsonb DEFAULT '[]'::jsonb NOT NULL,
  	"topic_id" uuid NOT NULL,
  	"country_id" uuid NOT NULL,
  	"state" text DEFAULT 'open' NOT NULL,
  	"organisation_id" uuid,
  	"route_id" uuid,
  	"routed_why" text NOT NULL,
  	"routed_note" text DEFAULT '' NOT NULL,
  	"asked_at" timestamp with time zone NOT NULL,
  	"remind_at" timestamp with time zone,
  	"reminders" integer DEFAULT 0 NOT NULL,
  	"settled_at" timestamp with time zone,
  	"faq_id" uuid
  );
  
  CREATE TABLE "question_answers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"question_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"answer" text NOT NULL,
  	"user_id" uuid NOT NULL,
  	"at" timestamp with time zone NOT NULL
  );
  
  CREATE TABLE "question_events" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"question_id" uuid NOT NULL,
  	"kind" text NOT NULL,
  	"user_id" uuid,
  	"organisation_id" uuid,
  	"note" text DEFAULT '' NOT NULL,
  	"at" timestamp with time zone NOT NULL
  );
  
  CREATE TABLE "question_counts" (
  	"month" date NOT NULL,
  	"topic_id" uuid NOT NULL,
  	"country_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"state" text NOT NULL,
  	"questions" integer NOT NULL,
  	CONSTRAINT "question_counts_pk" PRIMARY KEY("month","topic_id","country_id","locale","state")
  );
  
  CREATE TABLE "public_documents" (
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"document" jsonb,
  	"hidden" boolean DEFAULT false NOT NULL,
  	"seq" bigserial NOT NULL,
  	"changed_at" timestamp with time zone NOT NULL,
  	"gone" text,
  	"slug" text NOT NULL,
  	"title" text NOT NULL,
  	"published_at" timestamp with time zone NOT NULL,
  	"sort_at" timestamp with time zone NOT NULL,
  	"ends_at" timestamp with time zone,
  	"facets" text[] NOT NULL,
  	"refs" uuid[] NOT NULL,
  	CONSTRAINT "public_documents_collection_item_id_locale_pk" PRIMARY KEY("collection","item_id","locale")
  );
  
  CREATE TABLE "document_work" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"since" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "fediverse_actors" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"channel_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"username" text NOT NULL,
  	"public_key" text NOT NULL,
  	"sealed_key" text NOT NULL,
  	"created_at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "fediverse_followers" (
  	"actor_id" uuid NOT NULL,
  	"follower" text NOT NULL,
  	"follow" text NOT NULL,
  	"inbox" text NOT NULL,
  	"deliver_to" text NOT NULL,
  	"since" timestamp with time zone DEFAULT now() NOT NULL,
  	"failing_since" timestamp with time zone,
  	"failure" text,
  	CONSTRAINT "fediverse_followers_actor_id_follower_pk" PRIMARY KEY("actor_id","follower")
  );
  
  CREATE TABLE "fediverse_objects" (
  	"id" text PRIMARY KEY NOT NULL,
  	"identity" text NOT NULL,
  	"actor_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"url" text NOT NULL,
  	"note" jsonb,
  	"revision" integer DEFAULT 0 NOT NULL,
  	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"removed_at" timestamp with time zone
  );
  
  CREATE TABLE "fediverse_deliveries" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"activity" text NOT NULL,
  	"inbox" text NOT NULL,
  	"actor_id" uuid NOT NULL,
  	"object_id" text,
  	"kind" text NOT NULL,
  	"follow" jsonb,
  	"state" text DEFAULT 'due' NOT NULL,
  	"reason" text,
  	"attempts" integer DEFAULT 0 NOT NULL,
  	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"lease_until" timestamp with time zone,
  	"lease_token" uuid,
  	"settled_at" timestamp with time zone
  );
  
  CREATE TABLE "fediverse_received" (
  	"hash" text PRIMARY KEY NOT NULL,
  	"at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "facet_totals" (
  	"collection" text NOT NULL,
  	"locale" text NOT NULL,
  	"facet" text NOT NULL,
  	"label" text,
  	"total" integer NOT NULL,
  	CONSTRAINT "facet_totals_locale_collection_facet_pk" PRIMARY KEY("locale","collection","facet")
  );
  
  CREATE TABLE "search_words" (
  	"locale" text NOT NULL,
  	"word" text NOT NULL,
  	"spelled" text NOT NULL,
  	"lexemes" text[] NOT NULL,
  	"keys" text[] NOT NULL,
  	CONSTRAINT "search_words_locale_word_pk" PRIMARY KEY("locale","word")
  );
  
  CREATE TABLE "api_keys" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"consumer_id" uuid NOT NULL,
  	"prefix" text NOT NULL,
  	"hash" text NOT NULL,
  	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"ends_at" timestamp with time zone,
  	"last_used_on" date
  );
  
  CREATE TABLE "api_usage" (
  	"consumer_id" uuid NOT NULL,
  	"day" date NOT NULL,
  	"route" text NOT NULL,
  	"requests" bigint NOT NULL,
  	CONSTRAINT "api_usage_consumer_id_day_route_pk" PRIMARY KEY("consumer_id","day","route")
  );
  
  CREATE TABLE "persisted_queries" (
  	"hash" text PRIMARY KEY NOT NULL,
  	"query" text NOT NULL,
  	"registered_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"last_used_on" date NOT NULL
  );
  
  CREATE TABLE "faqs" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"source_locale" "enum_faqs_source_locale" DEFAULT 'en',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "faqs_locales" (
  	"title" varchar,
  	"body" jsonb,
  	"slug" varchar,
  	"machine_translated" boolean DEFAULT false,
  	"revision" numeric,
  	"_status" "enum_faqs_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "faqs_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"topics_id" uuid,
  	"terms_id" uuid
  );
  
  CREATE TABLE "_faqs_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_source_locale" "enum__faqs_v_version_source_locale" DEFAULT 'en',
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__faqs_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_faqs_v_locales" (
  	"version_title" varchar,
  	"version_body" jsonb,
  	"version_slug" varchar,
  	"version_machine_translated" boolean DEFAULT false,
  	"version_revision" numeric,
  	"version__status" "enum__faqs_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_faqs_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"topics_id" uuid,
  	"terms_id" uuid
  );
  
  CREATE TABLE "question_routes_answersin_chosen" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_question_routes_answersin",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "question_routes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"organisation_id" uuid NOT NULL,
  	"contact_email" varchar,
  	"paused" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "question_routes_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"topics_id" uuid,
  	"terms_id" uuid
  );
  
  CREATE TABLE "api_consumers_scopes" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_api_consumers_scopes",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  ALTER TABLE "personal_mails" ADD COLUMN "question_id" uuid;
  ALTER TABLE "personal_mails" ADD COLUMN "route_id" uuid;
  ALTER TABLE "api_consumers" ADD COLUMN "rate_per_minute" numeric DEFAULT 1200 NOT NULL;
  ALTER TABLE "api_consumers" ADD COLUMN "quota_per_day" numeric;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "faqs_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "question_routes_id" uuid;
  ALTER TABLE "network" ADD COLUMN "when_outdated_faqs" "enum_network_when_outdated_faqs" DEFAULT 'keep' NOT NULL;
  ALTER TABLE "network" ADD COLUMN "question_reminder_days" numeric DEFAULT 5;
  ALTER TABLE "retention" ADD COLUMN "questions" numeric DEFAULT 180;
  ALTER TABLE "faqs_locales" ADD CONSTRAINT "faqs_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."faqs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "faqs_rels" ADD CONSTRAINT "faqs_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."faqs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "faqs_rels" ADD CONSTRAINT "faqs_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "faqs_rels" ADD CONSTRAINT "faqs_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_faqs_v" ADD CONSTRAINT "_faqs_v_parent_id_faqs_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."faqs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_faqs_v_locales" ADD CONSTRAINT "_faqs_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_faqs_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_faqs_v_rels" ADD CONSTRAINT "_faqs_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_faqs_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_faqs_v_rels" ADD CONSTRAINT "_faqs_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_faqs_v_rels" ADD CONSTRAINT "_faqs_v_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "question_routes_answersin_chosen" ADD CONSTRAINT "question_routes_answersin_chosen_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."question_routes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "question_routes" ADD CONSTRAINT "question_routes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "question_routes_rels" ADD CONSTRAINT "question_routes_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."question_routes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "question_routes_rels" ADD CONSTRAINT "question_routes_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "question_routes_rels" ADD CONSTRAINT "question_routes_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "api_consumers_scopes" ADD CONSTRAINT "api_consumers_scopes_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."api_consumers"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "questions_state" ON "questions" USING btree ("state","asked_at");
  CREATE INDEX "questions_person" ON "questions" USING btree ("address_key");
  CREATE INDEX "questions_organisation" ON "questions" USING btree ("organisation_id");
  CREATE INDEX "questions_remind" ON "questions" USING btree ("remind_at") WHERE state = 'open';
  CREATE INDEX "questions_settled" ON "questions" USING btree ("settled_at") WHERE settled_at is not null;
  CREATE INDEX "question_answers_question" ON "question_answers" USING btree ("question_id");
  CREATE INDEX "question_events_question" ON "question_events" USING btree ("question_id","id");
  CREATE UNIQUE INDEX "public_documents_seq" ON "public_documents" USING btree ("seq");
  CREATE INDEX "public_documents_list" ON "public_documents" USING btree ("collection","locale","sort_at","item_id") WHERE document is not null and not hidden;
  CREATE INDEX "public_documents_new" ON "public_documents" USING btree ("collection","locale","published_at","item_id") WHERE document is not null and not hidden;
  CREATE INDEX "public_documents_changed" ON "public_documents" USING btree ("changed_at","seq");
  CREATE INDEX "public_documents_gone" ON "public_documents" USING btree ("locale","changed_at") WHERE document is null;
  CREATE INDEX "public_documents_slug" ON "public_documents" USING btree ("collection","locale","slug");
  CREATE INDEX "public_documents_facets" ON "public_documents" USING gin ("facets");
  CREATE INDEX "public_documents_hidden" ON "public_documents" USING btree ("locale") WHERE hidden and document is not null;
  CREATE INDEX "public_documents_refs" ON "public_documents" USING gin ("refs");
  CREATE INDEX "document_work_item" ON "document_work" USING btree ("collection","item_id");
  CREATE UNIQUE INDEX "fediverse_actors_once" ON "fediverse_actors" USING btree ("channel_id","locale");
  CREATE UNIQUE INDEX "fediverse_actors_username" ON "fediverse_actors" USING btree ("username");
  CREATE INDEX "fediverse_followers_inbox" ON "fediverse_followers" USING btree ("deliver_to");
  CREATE INDEX "fediverse_followers_follower" ON "fediverse_followers" USING btree ("follower");
  CREATE UNIQUE INDEX "fediverse_objects_identity" ON "fediverse_objects" USING btree ("identity");
  CREATE INDEX "fediverse_objects_outbox" ON "fediverse_objects" USING btree ("actor_id","created_at");
  CREATE UNIQUE INDEX "fediverse_deliveries_once" ON "fediverse_deliveries" USING btree ("activity","inbox");
  CREATE INDEX "fediverse_deliveries_due" ON "fediverse_deliveries" USING btree ("due_at") WHERE state = 'due';
  CREATE INDEX "fediverse_deliveries_line" ON "fediverse_deliveries" USING btree ("inbox","id") WHERE state = 'due';
  CREATE INDEX "fediverse_deliveries_accepts" ON "fediverse_deliveries" USING btree ("actor_id") WHERE state = 'due' and kind = 'accept';
  CREATE INDEX "fediverse_deliveries_accepted" ON "fediverse_deliveries" USING btree ("settled_at") WHERE kind = 'accept';
  CREATE INDEX "fediverse_deliveries_object" ON "fediverse_deliveries" USING btree ("object_id");
  CREATE INDEX "fediverse_deliveries_actor" ON "fediverse_deliveries" USING btree ("actor_id","settled_at");
  CREATE INDEX "fediverse_received_at" ON "fediverse_received" USING btree ("at");
  CREATE INDEX "search_words_keys" ON "search_words" USING gin ("keys");
  CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("hash");
  CREATE INDEX "api_keys_consumer" ON "api_keys" USING btree ("consumer_id","created_at");
  CREATE INDEX "persisted_queries_used" ON "persisted_queries" USING btree ("last_used_on","registered_at");
  CREATE INDEX "faqs_updated_at_idx" ON "faqs" USING btree ("updated_at");
  CREATE INDEX "faqs_created_at_idx" ON "faqs" USING btree ("created_at");
  CREATE UNIQUE INDEX "faqs_slug_idx" ON "faqs_locales" USING btree ("slug","_locale");
  CREATE INDEX "faqs__status_idx" ON "faqs_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "faqs_locales_locale_parent_id_unique" ON "faqs_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "faqs_rels_order_idx" ON "faqs_rels" USING btree ("order");
  CREATE INDEX "faqs_rels_parent_idx" ON "faqs_rels" USING btree ("parent_id");
  CREATE INDEX "faqs_rels_path_idx" ON "faqs_rels" USING btree ("path");
  CREATE INDEX "faqs_rels_topics_id_idx" ON "faqs_rels" USING btree ("topics_id");
  CREATE INDEX "faqs_rels_terms_id_idx" ON "faqs_rels" USING btree ("terms_id");
  CREATE INDEX "_faqs_v_parent_idx" ON "_faqs_v" USING btree ("parent_id");
  CREATE INDEX "_faqs_v_version_version_updated_at_idx" ON "_faqs_v" USING btree ("version_updated_at");
  CREATE INDEX "_faqs_v_version_version_created_at_idx" ON "_faqs_v" USING btree ("version_created_at");
  CREATE INDEX "_faqs_v_created_at_idx" ON "_faqs_v" USING btree ("created_at");
  CREATE INDEX "_faqs_v_updated_at_idx" ON "_faqs_v" USING btree ("updated_at");
  CREATE INDEX "_faqs_v_snapshot_idx" ON "_faqs_v" USING btree ("snapshot");
  CREATE INDEX "_faqs_v_published_locale_idx" ON "_faqs_v" USING btree ("published_locale");
  CREATE INDEX "_faqs_v_latest_idx" ON "_faqs_v" USING btree ("latest");
  CREATE INDEX "_faqs_v_version_version_slug_idx" ON "_faqs_v_locales" USING btree ("version_slug","_locale");
  CREATE INDEX "_faqs_v_version_version__status_idx" ON "_faqs_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_faqs_v_locales_locale_parent_id_unique" ON "_faqs_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_faqs_v_rels_order_idx" ON "_faqs_v_rels" USING btree ("order");
  CREATE INDEX "_faqs_v_rels_parent_idx" ON "_faqs_v_rels" USING btree ("parent_id");
  CREATE INDEX "_faqs_v_rels_path_idx" ON "_faqs_v_rels" USING btree ("path");
  CREATE INDEX "_faqs_v_rels_topics_id_idx" ON "_faqs_v_rels" USING btree ("topics_id");
  CREATE INDEX "_faqs_v_rels_terms_id_idx" ON "_faqs_v_rels" USING btree ("terms_id");
  CREATE INDEX "question_routes_answersin_chosen_order_idx" ON "question_routes_answersin_chosen" USING btree ("order");
  CREATE INDEX "question_routes_answersin_chosen_parent_idx" ON "question_routes_answersin_chosen" USING btree ("parent_id");
  CREATE INDEX "question_routes_organisation_idx" ON "question_routes" USING btree ("organisation_id");
  CREATE INDEX "question_routes_updated_at_idx" ON "question_routes" USING btree ("updated_at");
  CREATE INDEX "question_routes_created_at_idx" ON "question_routes" USING btree ("created_at");
  CREATE INDEX "question_routes_rels_order_idx" ON "question_routes_rels" USING btree ("order");
  CREATE INDEX "question_routes_rels_parent_idx" ON "question_routes_rels" USING btree ("parent_id");
  CREATE INDEX "question_routes_rels_path_idx" ON "question_routes_rels" USING btree ("path");
  CREATE INDEX "question_routes_rels_topics_id_idx" ON "question_routes_rels" USING btree ("topics_id");
  CREATE INDEX "question_routes_rels_terms_id_idx" ON "question_routes_rels" USING btree ("terms_id");
  CREATE INDEX "api_consumers_scopes_order_idx" ON "api_consumers_scopes" USING btree ("order");
  CREATE INDEX "api_consumers_scopes_parent_idx" ON "api_consumers_scopes" USING btree ("parent_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_faqs_fk" FOREIGN KEY ("faqs_id") REFERENCES "public"."faqs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_question_routes_fk" FOREIGN KEY ("question_routes_id") REFERENCES "public"."question_routes"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "channel_deliveries_channel" ON "channel_deliveries" USING btree ("channel_id");
  CREATE UNIQUE INDEX "personal_mails_question_once" ON "personal_mails" USING btree ("question_id","kind","key");
  CREATE INDEX "payload_locked_documents_rels_faqs_id_idx" ON "payload_locked_documents_rels" USING btree ("faqs_id");
  CREATE INDEX "payload_locked_documents_rels_question_routes_id_idx" ON "payload_locked_documents_rels" USING btree ("question_routes_id");
  ALTER TABLE "api_consumers" DROP COLUMN "enable_a_p_i_key";
  ALTER TABLE "api_consumers" DROP COLUMN "api_key";
  ALTER TABLE "api_consumers" DROP COLUMN "api_key_index";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "questions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_answers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_events" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_counts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "public_documents" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "document_work" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "fediverse_actors" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "fediverse_followers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "fediverse_objects" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "fediverse_deliveries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "fediverse_received" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "facet_totals" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "search_words" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "api_keys" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "api_usage" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "persisted_queries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "faqs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "faqs_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "faqs_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_faqs_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_faqs_v_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_faqs_v_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_routes_answersin_chosen" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_routes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_routes_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "api_consumers_scopes" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "questions" CASCADE;
  DROP TABLE "question_answers" CASCADE;
  DROP TABLE "question_events" CASCADE;
  DROP TABLE "question_counts" CASCADE;
  DROP TABLE "public_documents" CASCADE;
  DROP TABLE "document_work" CASCADE;
  DROP TABLE "fediverse_actors" CASCADE;
  DROP TABLE "fediverse_followers" CASCADE;
  DROP TABLE "fediverse_objects" CASCADE;
  DROP TABLE "fediverse_deliveries" CASCADE;
  DROP TABLE "fediverse_received" CASCADE;
  DROP TABLE "facet_totals" CASCADE;
  DROP TABLE "search_words" CASCADE;
  DROP TABLE "api_keys" CASCADE;
  DROP TABLE "api_usage" CASCADE;
  DROP TABLE "persisted_queries" CASCADE;
  DROP TABLE "faqs" CASCADE;
  DROP TABLE "faqs_locales" CASCADE;
  DROP TABLE "faqs_rels" CASCADE;
  DROP TABLE "_faqs_v" CASCADE;
  DROP TABLE "_faqs_v_locales" CASCADE;
  DROP TABLE "_faqs_v_rels" CASCADE;
  DROP TABLE "question_routes_answersin_chosen" CASCADE;
  DROP TABLE "question_routes" CASCADE;
  DROP TABLE "question_routes_rels" CASCADE;
  DROP TABLE "api_consumers_scopes" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_faqs_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_question_routes_fk";
  
  DROP INDEX "channel_deliveries_channel";
  DROP INDEX "personal_mails_question_once";
  DROP INDEX "payload_locked_documents_rels_faqs_id_idx";
  DROP INDEX "payload_locked_documents_rels_question_routes_id_idx";
  ALTER TABLE "api_consumers" ADD COLUMN "enable_a_p_i_key" boolean;
  ALTER TABLE "api_consumers" ADD COLUMN "api_key" varchar;
  ALTER TABLE "api_consumers" ADD COLUMN "api_key_index" varchar;
  ALTER TABLE "personal_mails" DROP COLUMN "question_id";
  ALTER TABLE "personal_mails" DROP COLUMN "route_id";
  ALTER TABLE "api_consumers" DROP COLUMN "rate_per_minute";
  ALTER TABLE "api_consumers" DROP COLUMN "quota_per_day";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "faqs_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "question_routes_id";
  ALTER TABLE "network" DROP COLUMN "when_outdated_faqs";
  ALTER TABLE "network" DROP COLUMN "question_reminder_days";
  ALTER TABLE "retention" DROP COLUMN "questions";
  DROP TYPE "public"."enum_faqs_source_locale";
  DROP TYPE "public"."enum_faqs_status";
  DROP TYPE "public"."enum__faqs_v_version_source_locale";
  DROP TYPE "public"."enum__faqs_v_published_locale";
  DROP TYPE "public"."enum__faqs_v_version_status";
  DROP TYPE "public"."enum_question_routes_answersin";
  DROP TYPE "public"."enum_api_consumers_scopes";
  DROP TYPE "public"."enum_network_when_outdated_faqs";`)
}
