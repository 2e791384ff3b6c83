import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."_locales" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_practices_results_unit" AS ENUM('people', 'businesses', 'percent', 'months', 'eur', 'number');
  CREATE TYPE "public"."enum_practices_scores_assessor" AS ENUM('self', 'peer', 'expert');
  CREATE TYPE "public"."enum_practices_phases" AS ENUM('pre-incubation', 'incubation', 'start-up', 'growth');
  CREATE TYPE "public"."enum_practices_evidence_level" AS ENUM('described', 'monitored', 'evaluated', 'replicated');
  CREATE TYPE "public"."enum_practices_evaluation_kind" AS ENUM('self', 'peer', 'external');
  CREATE TYPE "public"."enum_practices_level" AS ENUM('local', 'regional', 'national', 'transnational');
  CREATE TYPE "public"."enum_practices_sector" AS ENUM('public', 'private', 'third');
  CREATE TYPE "public"."enum_practices_mainstreaming" AS ENUM('targeted', 'tailored-mainstream', 'mainstream');
  CREATE TYPE "public"."enum_practices_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_practices_still_active" AS ENUM('active', 'ended', 'unknown');
  CREATE TYPE "public"."enum_practices_validation_by_network" AS ENUM('open', 'approved', 'more-needed', 'declined');
  CREATE TYPE "public"."enum_practices_validation_by_expert" AS ENUM('open', 'approved', 'more-needed', 'declined');
  CREATE TYPE "public"."enum_practices_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__practices_v_version_results_unit" AS ENUM('people', 'businesses', 'percent', 'months', 'eur', 'number');
  CREATE TYPE "public"."enum__practices_v_version_scores_assessor" AS ENUM('self', 'peer', 'expert');
  CREATE TYPE "public"."enum__practices_v_version_phases" AS ENUM('pre-incubation', 'incubation', 'start-up', 'growth');
  CREATE TYPE "public"."enum__practices_v_version_evidence_level" AS ENUM('described', 'monitored', 'evaluated', 'replicated');
  CREATE TYPE "public"."enum__practices_v_version_evaluation_kind" AS ENUM('self', 'peer', 'external');
  CREATE TYPE "public"."enum__practices_v_version_level" AS ENUM('local', 'regional', 'national', 'transnational');
  CREATE TYPE "public"."enum__practices_v_version_sector" AS ENUM('public', 'private', 'third');
  CREATE TYPE "public"."enum__practices_v_version_mainstreaming" AS ENUM('targeted', 'tailored-mainstream', 'mainstream');
  CREATE TYPE "public"."enum__practices_v_version_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__practices_v_version_still_active" AS ENUM('active', 'ended', 'unknown');
  CREATE TYPE "public"."enum__practices_v_version_validation_by_network" AS ENUM('open', 'approved', 'more-needed', 'declined');
  CREATE TYPE "public"."enum__practices_v_version_validation_by_expert" AS ENUM('open', 'approved', 'more-needed', 'declined');
  CREATE TYPE "public"."enum__practices_v_published_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__practices_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_publications_editions_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_publications_editions_format" AS ENUM('pdf', 'html', 'epub', 'office', 'print', 'audio', 'video', 'data');
  CREATE TYPE "public"."enum_publications_access_right" AS ENUM('open', 'embargoed', 'restricted', 'metadata-only');
  CREATE TYPE "public"."enum_publications_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_publications_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__publications_v_version_editions_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__publications_v_version_editions_format" AS ENUM('pdf', 'html', 'epub', 'office', 'print', 'audio', 'video', 'data');
  CREATE TYPE "public"."enum__publications_v_version_access_right" AS ENUM('open', 'embargoed', 'restricted', 'metadata-only');
  CREATE TYPE "public"."enum__publications_v_version_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__publications_v_published_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__publications_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_event_status" AS ENUM('as-planned', 'postponed', 'rescheduled', 'moved-online', 'cancelled');
  CREATE TYPE "public"."enum_events_mode" AS ENUM('onsite', 'online', 'hybrid');
  CREATE TYPE "public"."enum_events_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_events_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__events_v_version_mode" AS ENUM('onsite', 'online', 'hybrid');
  CREATE TYPE "public"."enum__events_v_version_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__events_v_published_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__events_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_news_type" AS ENUM('announcement', 'report', 'call', 'story');
  CREATE TYPE "public"."enum_news_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_news_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__news_v_version_type" AS ENUM('announcement', 'report', 'call', 'story');
  CREATE TYPE "public"."enum__news_v_version_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__news_v_published_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__news_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_peer_reviews_recommendations_items_state" AS ENUM('open', 'under-way', 'done', 'dropped');
  CREATE TYPE "public"."enum_peer_reviews_mode" AS ENUM('onsite', 'online', 'hybrid');
  CREATE TYPE "public"."enum_peer_reviews_stage" AS ENUM('call', 'preparation', 'meeting', 'follow-up', 'closed');
  CREATE TYPE "public"."enum_peer_reviews_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_peer_reviews_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__peer_reviews_v_version_recommendations_items_state" AS ENUM('open', 'under-way', 'done', 'dropped');
  CREATE TYPE "public"."enum__peer_reviews_v_version_mode" AS ENUM('onsite', 'online', 'hybrid');
  CREATE TYPE "public"."enum__peer_reviews_v_version_stage" AS ENUM('call', 'preparation', 'meeting', 'follow-up', 'closed');
  CREATE TYPE "public"."enum__peer_reviews_v_version_source_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__peer_reviews_v_published_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__peer_reviews_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_pages_kind" AS ENUM('about', 'privacy', 'imprint', 'accessibility', 'other');
  CREATE TYPE "public"."enum_pages_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__pages_v_version_kind" AS ENUM('about', 'privacy', 'imprint', 'accessibility', 'other');
  CREATE TYPE "public"."enum__pages_v_published_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum__pages_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_projects_disclaimers_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_projects_statement" AS ENUM('funded', 'co-funded');
  CREATE TYPE "public"."enum_newsletters_locales" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_newsletters_item_fallback" AS ENUM('show-labelled', 'leave-out');
  CREATE TYPE "public"."enum_newsletters_edition_fallback" AS ENUM('fallback-locale', 'skip');
  CREATE TYPE "public"."enum_newsletters_fallback_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_issues_state" AS ENUM('draft', 'preparing', 'sending', 'sent', 'cancelled');
  CREATE TYPE "public"."enum_subscribers_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_subscribers_status" AS ENUM('active', 'paused', 'ended');
  CREATE TYPE "public"."enum_channels_locales" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_channels_collections" AS ENUM('practices', 'publications', 'events', 'news');
  CREATE TYPE "public"."enum_channels_service" AS ENUM('mastodon', 'webhook');
  CREATE TYPE "public"."enum_channels_mode" AS ENUM('auto', 'off');
  CREATE TYPE "public"."enum_terms_vocabulary" AS ENUM('services', 'target-groups', 'audiences', 'event-types', 'resource-types', 'organisation-types', 'countries', 'languages', 'licences', 'programmes');
  CREATE TYPE "public"."enum_users_roles" AS ENUM('administrator', 'editor', 'translator', 'contributor', 'data-officer');
  CREATE TYPE "public"."enum_users_locales" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_network_enabledlocales" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TYPE "public"."enum_network_default_locale" AS ENUM('en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa', 'fa-AF', 'ps', 'ur', 'ckb', 'ku', 'ti', 'so', 'sq');
  CREATE TABLE "outbox" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"kind" text NOT NULL,
  	"content_hash" text NOT NULL,
  	"occurred_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"planned_at" timestamp with time zone
  );
  
  CREATE TABLE "channel_deliveries" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"collection" text NOT NULL,
  	"item_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"channel_id" uuid NOT NULL,
  	"service" text NOT NULL,
  	"title" text NOT NULL,
  	"item_url" text NOT NULL,
  	"desired" text NOT NULL,
  	"outbox_id" bigint NOT NULL,
  	"state" text NOT NULL,
  	"reason" text,
  	"remote_state" text DEFAULT 'none' NOT NULL,
  	"remote_id" text,
  	"remote_url" text,
  	"remote_outbox_id" bigint,
  	"generation" integer DEFAULT 1 NOT NULL,
  	"attempts" integer DEFAULT 0 NOT NULL,
  	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"lease_until" timestamp with time zone,
  	"lease_token" uuid,
  	"planned_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"submitted_at" timestamp with time zone,
  	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "channel_attempts" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"delivery_id" uuid NOT NULL,
  	"action" text NOT NULL,
  	"outcome" text NOT NULL,
  	"reason" text,
  	"remote_url" text,
  	"at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "editions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"issue_id" uuid NOT NULL,
  	"locale" text NOT NULL,
  	"subject" text NOT NULL,
  	"preheader" text NOT NULL,
  	"html" text NOT NULL,
  	"text" text NOT NULL,
  	"content_hash" text NOT NULL,
  	"manifest" jsonb NOT NULL,
  	"rendered_at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "email_deliveries" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"issue_id" uuid NOT NULL,
  	"subscriber_id" uuid,
  	"newsletter_id" uuid NOT NULL,
  	"edition_id" uuid,
  	"locale" text,
  	"locale_reason" text,
  	"state" text NOT NULL,
  	"reason" text,
  	"attempts" integer DEFAULT 0 NOT NULL,
  	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"lease_until" timestamp with time zone,
  	"lease_token" uuid,
  	"batch_id" uuid,
  	"position" integer,
  	"provider_id" text,
  	"submitted_at" timestamp with time zone,
  	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "email_batches" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"issue_id" uuid NOT NULL,
  	"edition_id" uuid NOT NULL,
  	"transport" text NOT NULL,
  	"payload_hash" text,
  	"first_attempt_at" timestamp with time zone,
  	"state" text DEFAULT 'open' NOT NULL,
  	"attempts" integer DEFAULT 0 NOT NULL,
  	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
  	"lease_until" timestamp with time zone,
  	"lease_token" uuid
  );
  
  CREATE TABLE "subscriptions" (
  	"subscriber_id" uuid NOT NULL,
  	"newsletter_id" uuid NOT NULL,
  	"state" text NOT NULL,
  	"confirmed_at" timestamp with time zone NOT NULL,
  	"ended_at" timestamp with time zone,
  	"ended_how" text,
  	CONSTRAINT "subscriptions_subscriber_id_newsletter_id_pk" PRIMARY KEY("subscriber_id","newsletter_id")
  );
  
  CREATE TABLE "consent_events" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"address_key" text NOT NULL,
  	"kind" text NOT NULL,
  	"newsletter_ids" jsonb NOT NULL,
  	"locale" text NOT NULL,
  	"wording" text NOT NULL,
  	"wording_version" text NOT NULL,
  	"wording_hash" text NOT NULL,
  	"source" text NOT NULL,
  	"token_id" text,
  	"at" timestamp with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "suppressions" (
  	"address_key" text NOT NULL,
  	"scope" text NOT NULL,
  	"reason" text NOT NULL,
  	"at" timestamp with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "suppressions_address_key_scope_pk" PRIMARY KEY("address_key","scope")
  );
  
  CREATE TABLE "rate_limits" (
  	"key" text NOT NULL,
  	"window_start" timestamp with time zone NOT NULL,
  	"count" integer NOT NULL,
  	CONSTRAINT "rate_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
  );
  
  CREATE TABLE "practices_results" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"indicator" varchar,
  	"baseline" numeric,
  	"value" numeric,
  	"unit" "enum_practices_results_unit",
  	"period" varchar,
  	"source" varchar
  );
  
  CREATE TABLE "practices_scores" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"framework_id" uuid,
  	"dimension" varchar,
  	"value" numeric,
  	"assessor" "enum_practices_scores_assessor",
  	"date" timestamp(3) with time zone
  );
  
  CREATE TABLE "practices_phases" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_practices_phases",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "practices_funding" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"source" varchar,
  	"programme_id" uuid,
  	"amount" numeric,
  	"currency" varchar DEFAULT 'EUR'
  );
  
  CREATE TABLE "practices" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"cover_image_id" uuid,
  	"evidence_level" "enum_practices_evidence_level",
  	"evaluation_kind" "enum_practices_evaluation_kind",
  	"evaluation_by_whom" varchar,
  	"evaluation_link" varchar,
  	"provider_id" uuid,
  	"location_country_id" uuid,
  	"location_nuts" varchar,
  	"location_latitude" numeric,
  	"location_longitude" numeric,
  	"start" timestamp(3) with time zone,
  	"end" timestamp(3) with time zone,
  	"ongoing_service" boolean DEFAULT false,
  	"level" "enum_practices_level",
  	"sector" "enum_practices_sector",
  	"mainstreaming" "enum_practices_mainstreaming",
  	"contact_point_name" varchar,
  	"contact_point_email" varchar,
  	"contact_point_phone" varchar,
  	"contact_point_website" varchar,
  	"resources_needed_budget" numeric,
  	"resources_needed_currency" varchar DEFAULT 'EUR',
  	"resources_needed_staff_f_t_e" numeric,
  	"work_package" varchar,
  	"source_locale" "enum_practices_source_locale" DEFAULT 'en',
  	"responsible_organisation_id" uuid,
  	"licence_id" uuid,
  	"sample" boolean DEFAULT false,
  	"still_active" "enum_practices_still_active" DEFAULT 'active',
  	"last_verified" timestamp(3) with time zone,
  	"validation_by_network" "enum_practices_validation_by_network" DEFAULT 'open',
  	"validation_by_expert" "enum_practices_validation_by_expert" DEFAULT 'open',
  	"validation_expert_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "practices_locales" (
  	"title" varchar,
  	"summary" varchar,
  	"challenge" varchar,
  	"goals" varchar,
  	"how_it_works" jsonb,
  	"user_opinion" varchar,
  	"evaluation_findings" varchar,
  	"dos" varchar,
  	"donts" varchar,
  	"challenges_met" varchar,
  	"what_failed" varchar,
  	"transferability" varchar,
  	"scores_note" varchar,
  	"location_city" varchar,
  	"cost_to_user" varchar,
  	"eligibility" varchar,
  	"how_to_apply" varchar,
  	"resources_needed_note" varchar,
  	"slug" varchar,
  	"_status" "enum_practices_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "practices_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"organisations_id" uuid,
  	"terms_id" uuid,
  	"communities_id" uuid,
  	"topics_id" uuid,
  	"projects_id" uuid,
  	"people_id" uuid,
  	"practices_id" uuid,
  	"publications_id" uuid,
  	"events_id" uuid,
  	"news_id" uuid
  );
  
  CREATE TABLE "_practices_v_version_results" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"indicator" varchar,
  	"baseline" numeric,
  	"value" numeric,
  	"unit" "enum__practices_v_version_results_unit",
  	"period" varchar,
  	"source" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_practices_v_version_scores" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"framework_id" uuid,
  	"dimension" varchar,
  	"value" numeric,
  	"assessor" "enum__practices_v_version_scores_assessor",
  	"date" timestamp(3) with time zone,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_practices_v_version_phases" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum__practices_v_version_phases",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "_practices_v_version_funding" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"source" varchar,
  	"programme_id" uuid,
  	"amount" numeric,
  	"currency" varchar DEFAULT 'EUR',
  	"_uuid" varchar
  );
  
  CREATE TABLE "_practices_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_cover_image_id" uuid,
  	"version_evidence_level" "enum__practices_v_version_evidence_level",
  	"version_evaluation_kind" "enum__practices_v_version_evaluation_kind",
  	"version_evaluation_by_whom" varchar,
  	"version_evaluation_link" varchar,
  	"version_provider_id" uuid,
  	"version_location_country_id" uuid,
  	"version_location_nuts" varchar,
  	"version_location_latitude" numeric,
  	"version_location_longitude" numeric,
  	"version_start" timestamp(3) with time zone,
  	"version_end" timestamp(3) with time zone,
  	"version_ongoing_service" boolean DEFAULT false,
  	"version_level" "enum__practices_v_version_level",
  	"version_sector" "enum__practices_v_version_sector",
  	"version_mainstreaming" "enum__practices_v_version_mainstreaming",
  	"version_contact_point_name" varchar,
  	"version_contact_point_email" varchar,
  	"version_contact_point_phone" varchar,
  	"version_contact_point_website" varchar,
  	"version_resources_needed_budget" numeric,
  	"version_resources_needed_currency" varchar DEFAULT 'EUR',
  	"version_resources_needed_staff_f_t_e" numeric,
  	"version_work_package" varchar,
  	"version_source_locale" "enum__practices_v_version_source_locale" DEFAULT 'en',
  	"version_responsible_organisation_id" uuid,
  	"version_licence_id" uuid,
  	"version_sample" boolean DEFAULT false,
  	"version_still_active" "enum__practices_v_version_still_active" DEFAULT 'active',
  	"version_last_verified" timestamp(3) with time zone,
  	"version_validation_by_network" "enum__practices_v_version_validation_by_network" DEFAULT 'open',
  	"version_validation_by_expert" "enum__practices_v_version_validation_by_expert" DEFAULT 'open',
  	"version_validation_expert_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__practices_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_practices_v_locales" (
  	"version_title" varchar,
  	"version_summary" varchar,
  	"version_challenge" varchar,
  	"version_goals" varchar,
  	"version_how_it_works" jsonb,
  	"version_user_opinion" varchar,
  	"version_evaluation_findings" varchar,
  	"version_dos" varchar,
  	"version_donts" varchar,
  	"version_challenges_met" varchar,
  	"version_what_failed" varchar,
  	"version_transferability" varchar,
  	"version_scores_note" varchar,
  	"version_location_city" varchar,
  	"version_cost_to_user" varchar,
  	"version_eligibility" varchar,
  	"version_how_to_apply" varchar,
  	"version_resources_needed_note" varchar,
  	"version_slug" varchar,
  	"version__status" "enum__practices_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_practices_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"organisations_id" uuid,
  	"terms_id" uuid,
  	"communities_id" uuid,
  	"topics_id" uuid,
  	"projects_id" uuid,
  	"people_id" uuid,
  	"practices_id" uuid,
  	"publications_id" uuid,
  	"events_id" uuid,
  	"news_id" uuid
  );
  
  CREATE TABLE "publications_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"organisation_id" uuid,
  	"orcid" varchar
  );
  
  CREATE TABLE "publications_editions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"locale" "enum_publications_editions_locale",
  	"format" "enum_publications_editions_format",
  	"file_id" uuid,
  	"url" varchar,
  	"isbn" varchar,
  	"doi" varchar,
  	"issn" varchar,
  	"op_catalogue_number" varchar,
  	"pages" numeric,
  	"accessible_tagged" boolean DEFAULT false
  );
  
  CREATE TABLE "publications" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"cover_image_id" uuid,
  	"type_id" uuid,
  	"date" timestamp(3) with time zone,
  	"version" varchar,
  	"publisher_id" uuid,
  	"access_right" "enum_publications_access_right" DEFAULT 'open',
  	"embargo_until" timestamp(3) with time zone,
  	"is_collection" boolean DEFAULT false,
  	"deliverable_number" varchar,
  	"from_peer_review_id" uuid,
  	"work_package" varchar,
  	"source_locale" "enum_publications_source_locale" DEFAULT 'en',
  	"responsible_organisation_id" uuid,
  	"licence_id" uuid,
  	"sample" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "publications_locales" (
  	"title" varchar,
  	"subtitle" varchar,
  	"abstract" varchar,
  	"slug" varchar,
  	"_status" "enum_publications_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "publications_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"publications_id" uuid,
  	"communities_id" uuid,
  	"topics_id" uuid,
  	"terms_id" uuid,
  	"projects_id" uuid,
  	"people_id" uuid,
  	"practices_id" uuid,
  	"events_id" uuid,
  	"news_id" uuid
  );
  
  CREATE TABLE "_publications_v_version_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"organisation_id" uuid,
  	"orcid" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_publications_v_version_editions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"locale" "enum__publications_v_version_editions_locale",
  	"format" "enum__publications_v_version_editions_format",
  	"file_id" uuid,
  	"url" varchar,
  	"isbn" varchar,
  	"doi" varchar,
  	"issn" varchar,
  	"op_catalogue_number" varchar,
  	"pages" numeric,
  	"accessible_tagged" boolean DEFAULT false,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_publications_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_cover_image_id" uuid,
  	"version_type_id" uuid,
  	"version_date" timestamp(3) with time zone,
  	"version_version" varchar,
  	"version_publisher_id" uuid,
  	"version_access_right" "enum__publications_v_version_access_right" DEFAULT 'open',
  	"version_embargo_until" timestamp(3) with time zone,
  	"version_is_collection" boolean DEFAULT false,
  	"version_deliverable_number" varchar,
  	"version_from_peer_review_id" uuid,
  	"version_work_package" varchar,
  	"version_source_locale" "enum__publications_v_version_source_locale" DEFAULT 'en',
  	"version_responsible_organisation_id" uuid,
  	"version_licence_id" uuid,
  	"version_sample" boolean DEFAULT false,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__publications_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_publications_v_locales" (
  	"version_title" varchar,
  	"version_subtitle" varchar,
  	"version_abstract" varchar,
  	"version_slug" varchar,
  	"version__status" "enum__publications_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_publications_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"publications_id" uuid,
  	"communities_id" uuid,
  	"topics_id" uuid,
  	"terms_id" uuid,
  	"projects_id" uuid,
  	"people_id" uuid,
  	"practices_id" uuid,
  	"events_id" uuid,
  	"news_id" uuid
  );
  
  CREATE TABLE "events_programme" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"time" timestamp(3) with time zone,
  	"title" varchar,
  	"speakers" varchar
  );
  
  CREATE TABLE "events_report_recordings" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"url" varchar,
  	"language_id" uuid
  );
  
  CREATE TABLE "events" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"cover_image_id" uuid,
  	"type_id" uuid,
  	"status" "enum_event_status" DEFAULT 'as-planned',
  	"start" timestamp(3) with time zone,
  	"end" timestamp(3) with time zone,
  	"time_zone" varchar DEFAULT 'Europe/Brussels',
  	"previous_start" timestamp(3) with time zone,
  	"mode" "enum_events_mode" DEFAULT 'onsite',
  	"venue_address" varchar,
  	"venue_country_id" uuid,
  	"venue_room" varchar,
  	"venue_capacity" numeric,
  	"online_url" varchar,
  	"online_platform" varchar,
  	"online_opens" timestamp(3) with time zone,
  	"online_closes" timestamp(3) with time zone,
  	"sign_language" boolean DEFAULT false,
  	"registration_url" varchar,
  	"registration_opens" timestamp(3) with time zone,
  	"registration_closes" timestamp(3) with time zone,
  	"registration_capacity" numeric,
  	"series" varchar,
  	"edition_number" numeric,
  	"parent_id" uuid,
  	"report_attendance" numeric,
  	"work_package" varchar,
  	"source_locale" "enum_events_source_locale" DEFAULT 'en',
  	"responsible_organisation_id" uuid,
  	"licence_id" uuid,
  	"sample" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "events_locales" (
  	"title" varchar,
  	"summary" varchar,
  	"body" jsonb,
  	"who_should_attend" varchar,
  	"status_note" varchar,
  	"venue_name" varchar,
  	"venue_city" varchar,
  	"venue_accessibility" varchar,
  	"fee" varchar,
  	"report_text" jsonb,
  	"report_attendance_note" varchar,
  	"slug" varchar,
  	"_status" "enum_events_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "events_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"terms_id" uuid,
  	"organisations_id" uuid,
  	"projects_id" uuid,
  	"media_id" uuid,
  	"publications_id" uuid,
  	"communities_id" uuid,
  	"topics_id" uuid,
  	"people_id" uuid,
  	"practices_id" uuid,
  	"events_id" uuid,
  	"news_id" uuid
  );
  
  CREATE TABLE "_events_v_version_programme" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"time" timestamp(3) with time zone,
  	"title" varchar,
  	"speakers" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_events_v_version_report_recordings" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"url" varchar,
  	"language_id" uuid,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_events_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_cover_image_id" uuid,
  	"version_type_id" uuid,
  	"version_status" "enum_event_status" DEFAULT 'as-planned',
  	"version_start" timestamp(3) with time zone,
  	"version_end" timestamp(3) with time zone,
  	"version_time_zone" varchar DEFAULT 'Europe/Brussels',
  	"version_previous_start" timestamp(3) with time zone,
  	"version_mode" "enum__events_v_version_mode" DEFAULT 'onsite',
  	"version_venue_address" varchar,
  	"version_venue_country_id" uuid,
  	"version_venue_room" varchar,
  	"version_venue_capacity" numeric,
  	"version_online_url" varchar,
  	"version_online_platform" varchar,
  	"version_online_opens" timestamp(3) with time zone,
  	"version_online_closes" timestamp(3) with time zone,
  	"version_sign_language" boolean DEFAULT false,
  	"version_registration_url" varchar,
  	"version_registration_opens" timestamp(3) with time zone,
  	"version_registration_closes" timestamp(3) with time zone,
  	"version_registration_capacity" numeric,
  	"version_series" varchar,
  	"version_edition_number" numeric,
  	"version_parent_id" uuid,
  	"version_report_attendance" numeric,
  	"version_work_package" varchar,
  	"version_source_locale" "enum__events_v_version_source_locale" DEFAULT 'en',
  	"version_responsible_organisation_id" uuid,
  	"version_licence_id" uuid,
  	"version_sample" boolean DEFAULT false,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__events_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_events_v_locales" (
  	"version_title" varchar,
  	"version_summary" varchar,
  	"version_body" jsonb,
  	"version_who_should_attend" varchar,
  	"version_status_note" varchar,
  	"version_venue_name" varchar,
  	"version_venue_city" varchar,
  	"version_venue_accessibility" varchar,
  	"version_fee" varchar,
  	"version_report_text" jsonb,
  	"version_report_attendance_note" varchar,
  	"version_slug" varchar,
  	"version__status" "enum__events_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_events_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"terms_id" uuid,
  	"organisations_id" uuid,
  	"projects_id" uuid,
  	"media_id" uuid,
  	"publications_id" uuid,
  	"communities_id" uuid,
  	"topics_id" uuid,
  	"people_id" uuid,
  	"practices_id" uuid,
  	"events_id" uuid,
  	"news_id" uuid
  );
  
  CREATE TABLE "news_sources" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"url" varchar
  );
  
  CREATE TABLE "news" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"cover_image_id" uuid,
  	"type" "enum_news_type",
  	"date" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone,
  	"place" varchar,
  	"canonical_url" varchar,
  	"work_package" varchar,
  	"source_locale" "enum_news_source_locale" DEFAULT 'en',
  	"responsible_organisation_id" uuid,
  	"licence_id" uuid,
  	"sample" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "news_locales" (
  	"title" varchar,
  	"teaser" varchar,
  	"body" jsonb,
  	"slug" varchar,
  	"_status" "enum_news_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "news_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"communities_id" uuid,
  	"topics_id" uuid,
  	"terms_id" uuid,
  	"projects_id" uuid,
  	"people_id" uuid,
  	"practices_id" uuid,
  	"publications_id" uuid,
  	"events_id" uuid,
  	"news_id" uuid
  );
  
  CREATE TABLE "_news_v_version_sources" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"url" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_news_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_cover_image_id" uuid,
  	"version_type" "enum__news_v_version_type",
  	"version_date" timestamp(3) with time zone,
  	"version_expires_at" timestamp(3) with time zone,
  	"version_place" varchar,
  	"version_canonical_url" varchar,
  	"version_work_package" varchar,
  	"version_source_locale" "enum__news_v_version_source_locale" DEFAULT 'en',
  	"version_responsible_organisation_id" uuid,
  	"version_licence_id" uuid,
  	"version_sample" boolean DEFAULT false,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__news_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_news_v_locales" (
  	"version_title" varchar,
  	"version_teaser" varchar,
  	"version_body" jsonb,
  	"version_slug" varchar,
  	"version__status" "enum__news_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_news_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"communities_id" uuid,
  	"topics_id" uuid,
  	"terms_id" uuid,
  	"projects_id" uuid,
  	"people_id" uuid,
  	"practices_id" uuid,
  	"publications_id" uuid,
  	"events_id" uuid,
  	"news_id" uuid
  );
  
  CREATE TABLE "peer_reviews_peers" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"person_id" uuid,
  	"organisation_id" uuid,
  	"country_id" uuid
  );
  
  CREATE TABLE "peer_reviews_recommendations_items" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"text" varchar,
  	"owner" varchar,
  	"due" timestamp(3) with time zone,
  	"state" "enum_peer_reviews_recommendations_items_state" DEFAULT 'open'
  );
  
  CREATE TABLE "peer_reviews_benchmark_scores" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"framework_id" uuid,
  	"dimension" varchar,
  	"before" numeric,
  	"after" numeric
  );
  
  CREATE TABLE "peer_reviews" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"practice_id" uuid,
  	"host_organisation_id" uuid,
  	"start" timestamp(3) with time zone,
  	"end" timestamp(3) with time zone,
  	"mode" "enum_peer_reviews_mode",
  	"stage" "enum_peer_reviews_stage" DEFAULT 'call',
  	"facilitator_id" uuid,
  	"follow_up_on" timestamp(3) with time zone,
  	"findings_is_public" boolean DEFAULT false,
  	"recommendations_is_public" boolean DEFAULT false,
  	"benchmark_is_public" boolean DEFAULT false,
  	"peer_notes_is_public" boolean DEFAULT false,
  	"source_locale" "enum_peer_reviews_source_locale" DEFAULT 'en',
  	"responsible_organisation_id" uuid,
  	"licence_id" uuid,
  	"sample" boolean DEFAULT false,
  	"approved_by_host" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "peer_reviews_locales" (
  	"title" varchar,
  	"summary" varchar,
  	"questions" varchar,
  	"findings_text" varchar,
  	"peer_notes_text" varchar,
  	"slug" varchar,
  	"_status" "enum_peer_reviews_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "peer_reviews_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"publications_id" uuid
  );
  
  CREATE TABLE "_peer_reviews_v_version_peers" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"person_id" uuid,
  	"organisation_id" uuid,
  	"country_id" uuid,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_peer_reviews_v_version_recommendations_items" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"text" varchar,
  	"owner" varchar,
  	"due" timestamp(3) with time zone,
  	"state" "enum__peer_reviews_v_version_recommendations_items_state" DEFAULT 'open',
  	"_uuid" varchar
  );
  
  CREATE TABLE "_peer_reviews_v_version_benchmark_scores" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"framework_id" uuid,
  	"dimension" varchar,
  	"before" numeric,
  	"after" numeric,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_peer_reviews_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_practice_id" uuid,
  	"version_host_organisation_id" uuid,
  	"version_start" timestamp(3) with time zone,
  	"version_end" timestamp(3) with time zone,
  	"version_mode" "enum__peer_reviews_v_version_mode",
  	"version_stage" "enum__peer_reviews_v_version_stage" DEFAULT 'call',
  	"version_facilitator_id" uuid,
  	"version_follow_up_on" timestamp(3) with time zone,
  	"version_findings_is_public" boolean DEFAULT false,
  	"version_recommendations_is_public" boolean DEFAULT false,
  	"version_benchmark_is_public" boolean DEFAULT false,
  	"version_peer_notes_is_public" boolean DEFAULT false,
  	"version_source_locale" "enum__peer_reviews_v_version_source_locale" DEFAULT 'en',
  	"version_responsible_organisation_id" uuid,
  	"version_licence_id" uuid,
  	"version_sample" boolean DEFAULT false,
  	"version_approved_by_host" boolean DEFAULT false,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__peer_reviews_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_peer_reviews_v_locales" (
  	"version_title" varchar,
  	"version_summary" varchar,
  	"version_questions" varchar,
  	"version_findings_text" varchar,
  	"version_peer_notes_text" varchar,
  	"version_slug" varchar,
  	"version__status" "enum__peer_reviews_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_peer_reviews_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"publications_id" uuid
  );
  
  CREATE TABLE "pages" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"kind" "enum_pages_kind" DEFAULT 'other',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "pages_locales" (
  	"title" varchar,
  	"summary" varchar,
  	"body" jsonb,
  	"slug" varchar,
  	"_status" "enum_pages_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_pages_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_kind" "enum__pages_v_version_kind" DEFAULT 'other',
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__pages_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_pages_v_locales" (
  	"version_title" varchar,
  	"version_summary" varchar,
  	"version_body" jsonb,
  	"version_slug" varchar,
  	"version__status" "enum__pages_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"credit" varchar,
  	"licence_id" uuid,
  	"rights_note" varchar,
  	"sample" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_card_url" varchar,
  	"sizes_card_width" numeric,
  	"sizes_card_height" numeric,
  	"sizes_card_mime_type" varchar,
  	"sizes_card_filesize" numeric,
  	"sizes_card_filename" varchar,
  	"sizes_mail_url" varchar,
  	"sizes_mail_width" numeric,
  	"sizes_mail_height" numeric,
  	"sizes_mail_mime_type" varchar,
  	"sizes_mail_filesize" numeric,
  	"sizes_mail_filename" varchar,
  	"sizes_social_url" varchar,
  	"sizes_social_width" numeric,
  	"sizes_social_height" numeric,
  	"sizes_social_mime_type" varchar,
  	"sizes_social_filesize" numeric,
  	"sizes_social_filename" varchar
  );
  
  CREATE TABLE "media_locales" (
  	"alt" varchar,
  	"caption" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "organisations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"acronym" varchar,
  	"type_id" uuid,
  	"country_id" uuid,
  	"city" varchar,
  	"nuts" varchar,
  	"website" varchar,
  	"pic" varchar,
  	"logo_id" uuid,
  	"slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "organisations_locales" (
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"disclaimer" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "people" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"organisation_id" uuid,
  	"orcid" varchar,
  	"website" varchar,
  	"portrait_id" uuid,
  	"consent_to_publish" boolean DEFAULT false,
  	"consented_on" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "people_locales" (
  	"role" varchar,
  	"biography" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "projects_disclaimers" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"locale" "enum_projects_disclaimers_locale" NOT NULL,
  	"text" varchar NOT NULL,
  	"source" varchar NOT NULL,
  	"approved_by" varchar NOT NULL,
  	"approved_on" timestamp(3) with time zone
  );
  
  CREATE TABLE "projects_work_packages" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"leader_id" uuid
  );
  
  CREATE TABLE "projects_work_packages_locales" (
  	"title" varchar NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "projects" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"acronym" varchar NOT NULL,
  	"start" timestamp(3) with time zone,
  	"end" timestamp(3) with time zone,
  	"website" varchar,
  	"coordinator_id" uuid,
  	"programme_id" uuid,
  	"call_id" varchar,
  	"grant_number" varchar,
  	"award_signed" boolean DEFAULT false,
  	"statement" "enum_projects_statement" DEFAULT 'co-funded' NOT NULL,
  	"slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "projects_locales" (
  	"title" varchar NOT NULL,
  	"summary" varchar,
  	"agency" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "projects_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"organisations_id" uuid,
  	"media_id" uuid
  );
  
  CREATE TABLE "communities" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"leader_id" uuid,
  	"seat" varchar,
  	"calendar" varchar,
  	"cover_image_id" uuid,
  	"slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "communities_locales" (
  	"name" varchar NOT NULL,
  	"scope" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "communities_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"organisations_id" uuid
  );
  
  CREATE TABLE "newsletters_locales_chosen" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_newsletters_locales",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "newsletters" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"reply_to" varchar,
  	"item_fallback" "enum_newsletters_item_fallback" DEFAULT 'show-labelled' NOT NULL,
  	"edition_fallback" "enum_newsletters_edition_fallback" DEFAULT 'fallback-locale' NOT NULL,
  	"fallback_locale" "enum_newsletters_fallback_locale" DEFAULT 'en',
  	"postal_address" varchar NOT NULL,
  	"project_id" uuid,
  	"slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "newsletters_locales" (
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"from_name" varchar NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "issues" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"newsletter_id" uuid NOT NULL,
  	"number" numeric NOT NULL,
  	"state" "enum_issues_state" DEFAULT 'draft' NOT NULL,
  	"problem" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "issues_locales" (
  	"subject" varchar NOT NULL,
  	"preheader" varchar,
  	"intro" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "issues_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"practices_id" uuid,
  	"publications_id" uuid,
  	"events_id" uuid,
  	"news_id" uuid
  );
  
  CREATE TABLE "subscribers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"email" varchar NOT NULL,
  	"address_key" varchar NOT NULL,
  	"locale" "enum_subscribers_locale" DEFAULT 'en' NOT NULL,
  	"further_locales" jsonb,
  	"status" "enum_subscribers_status" DEFAULT 'active' NOT NULL,
  	"paused_until" timestamp(3) with time zone,
  	"confirmed_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "channels_locales_chosen" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_channels_locales",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "channels_collections" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_channels_collections",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "channels" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"service" "enum_channels_service" NOT NULL,
  	"base_url" varchar NOT NULL,
  	"sealed_secret" varchar,
  	"organisation_id" uuid,
  	"mode" "enum_channels_mode" DEFAULT 'auto' NOT NULL,
  	"paused" boolean DEFAULT false,
  	"paused_reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "topics_exact_match" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"uri" varchar NOT NULL
  );
  
  CREATE TABLE "topics" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"broader_id" uuid,
  	"authority_uri" varchar,
  	"version" varchar,
  	"slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "topics_locales" (
  	"label" varchar NOT NULL,
  	"definition" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "terms_exact_match" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"uri" varchar NOT NULL
  );
  
  CREATE TABLE "terms" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"vocabulary" "enum_terms_vocabulary" NOT NULL,
  	"code" varchar NOT NULL,
  	"order" numeric DEFAULT 0,
  	"authority_uri" varchar,
  	"version" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "terms_locales" (
  	"label" varchar NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "frameworks_dimensions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL
  );
  
  CREATE TABLE "frameworks_dimensions_locales" (
  	"label" varchar NOT NULL,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "frameworks" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"version" varchar NOT NULL,
  	"publisher" varchar,
  	"source" varchar,
  	"scale_min" numeric DEFAULT 0 NOT NULL,
  	"scale_max" numeric DEFAULT 10 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "frameworks_locales" (
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "users_roles" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_users_roles",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "users_locales_chosen" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_users_locales",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"organisation_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "api_consumers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"organisation_id" uuid,
  	"contact" varchar,
  	"website" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"enable_a_p_i_key" boolean,
  	"api_key" varchar,
  	"api_key_index" varchar
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"practices_id" uuid,
  	"publications_id" uuid,
  	"events_id" uuid,
  	"news_id" uuid,
  	"peer_reviews_id" uuid,
  	"pages_id" uuid,
  	"media_id" uuid,
  	"organisations_id" uuid,
  	"people_id" uuid,
  	"projects_id" uuid,
  	"communities_id" uuid,
  	"newsletters_id" uuid,
  	"issues_id" uuid,
  	"channels_id" uuid,
  	"topics_id" uuid,
  	"terms_id" uuid,
  	"frameworks_id" uuid,
  	"users_id" uuid,
  	"api_consumers_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid,
  	"api_consumers_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "network_enabledlocales_chosen" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_network_enabledlocales",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "network" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"default_locale" "enum_network_default_locale" DEFAULT 'en' NOT NULL,
  	"postal_address" varchar,
  	"contact_email" varchar,
  	"logo_id" uuid,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "network_locales" (
  	"name" varchar NOT NULL,
  	"tagline" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  ALTER TABLE "practices_results" ADD CONSTRAINT "practices_results_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_scores" ADD CONSTRAINT "practices_scores_framework_id_frameworks_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."frameworks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "practices_scores" ADD CONSTRAINT "practices_scores_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_phases" ADD CONSTRAINT "practices_phases_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_funding" ADD CONSTRAINT "practices_funding_programme_id_terms_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "practices_funding" ADD CONSTRAINT "practices_funding_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices" ADD CONSTRAINT "practices_cover_image_id_media_id_fk" FOREIGN KEY ("cover_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "practices" ADD CONSTRAINT "practices_provider_id_organisations_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "practices" ADD CONSTRAINT "practices_location_country_id_terms_id_fk" FOREIGN KEY ("location_country_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "practices" ADD CONSTRAINT "practices_responsible_organisation_id_organisations_id_fk" FOREIGN KEY ("responsible_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "practices" ADD CONSTRAINT "practices_licence_id_terms_id_fk" FOREIGN KEY ("licence_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "practices" ADD CONSTRAINT "practices_validation_expert_id_people_id_fk" FOREIGN KEY ("validation_expert_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "practices_locales" ADD CONSTRAINT "practices_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_rels" ADD CONSTRAINT "practices_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_rels" ADD CONSTRAINT "practices_rels_organisations_fk" FOREIGN KEY ("organisations_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_rels" ADD CONSTRAINT "practices_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_rels" ADD CONSTRAINT "practices_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_rels" ADD CONSTRAINT "practices_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_rels" ADD CONSTRAINT "practices_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_rels" ADD CONSTRAINT "practices_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_rels" ADD CONSTRAINT "practices_rels_practices_fk" FOREIGN KEY ("practices_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_rels" ADD CONSTRAINT "practices_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_rels" ADD CONSTRAINT "practices_rels_events_fk" FOREIGN KEY ("events_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "practices_rels" ADD CONSTRAINT "practices_rels_news_fk" FOREIGN KEY ("news_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_version_results" ADD CONSTRAINT "_practices_v_version_results_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_practices_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_version_scores" ADD CONSTRAINT "_practices_v_version_scores_framework_id_frameworks_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."frameworks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_practices_v_version_scores" ADD CONSTRAINT "_practices_v_version_scores_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_practices_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_version_phases" ADD CONSTRAINT "_practices_v_version_phases_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_practices_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_version_funding" ADD CONSTRAINT "_practices_v_version_funding_programme_id_terms_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_practices_v_version_funding" ADD CONSTRAINT "_practices_v_version_funding_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_practices_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v" ADD CONSTRAINT "_practices_v_parent_id_practices_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."practices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_practices_v" ADD CONSTRAINT "_practices_v_version_cover_image_id_media_id_fk" FOREIGN KEY ("version_cover_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_practices_v" ADD CONSTRAINT "_practices_v_version_provider_id_organisations_id_fk" FOREIGN KEY ("version_provider_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_practices_v" ADD CONSTRAINT "_practices_v_version_location_country_id_terms_id_fk" FOREIGN KEY ("version_location_country_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_practices_v" ADD CONSTRAINT "_practices_v_version_responsible_organisation_id_organisations_id_fk" FOREIGN KEY ("version_responsible_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_practices_v" ADD CONSTRAINT "_practices_v_version_licence_id_terms_id_fk" FOREIGN KEY ("version_licence_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_practices_v" ADD CONSTRAINT "_practices_v_version_validation_expert_id_people_id_fk" FOREIGN KEY ("version_validation_expert_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_practices_v_locales" ADD CONSTRAINT "_practices_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_practices_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_rels" ADD CONSTRAINT "_practices_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_practices_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_rels" ADD CONSTRAINT "_practices_v_rels_organisations_fk" FOREIGN KEY ("organisations_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_rels" ADD CONSTRAINT "_practices_v_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_rels" ADD CONSTRAINT "_practices_v_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_rels" ADD CONSTRAINT "_practices_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_rels" ADD CONSTRAINT "_practices_v_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_rels" ADD CONSTRAINT "_practices_v_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_rels" ADD CONSTRAINT "_practices_v_rels_practices_fk" FOREIGN KEY ("practices_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_rels" ADD CONSTRAINT "_practices_v_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_rels" ADD CONSTRAINT "_practices_v_rels_events_fk" FOREIGN KEY ("events_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_practices_v_rels" ADD CONSTRAINT "_practices_v_rels_news_fk" FOREIGN KEY ("news_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_authors" ADD CONSTRAINT "publications_authors_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications_authors" ADD CONSTRAINT "publications_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_editions" ADD CONSTRAINT "publications_editions_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications_editions" ADD CONSTRAINT "publications_editions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications" ADD CONSTRAINT "publications_cover_image_id_media_id_fk" FOREIGN KEY ("cover_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications" ADD CONSTRAINT "publications_type_id_terms_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications" ADD CONSTRAINT "publications_publisher_id_organisations_id_fk" FOREIGN KEY ("publisher_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications" ADD CONSTRAINT "publications_from_peer_review_id_peer_reviews_id_fk" FOREIGN KEY ("from_peer_review_id") REFERENCES "public"."peer_reviews"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications" ADD CONSTRAINT "publications_responsible_organisation_id_organisations_id_fk" FOREIGN KEY ("responsible_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications" ADD CONSTRAINT "publications_licence_id_terms_id_fk" FOREIGN KEY ("licence_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications_locales" ADD CONSTRAINT "publications_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_practices_fk" FOREIGN KEY ("practices_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_events_fk" FOREIGN KEY ("events_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_news_fk" FOREIGN KEY ("news_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_version_authors" ADD CONSTRAINT "_publications_v_version_authors_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_publications_v_version_authors" ADD CONSTRAINT "_publications_v_version_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_publications_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_version_editions" ADD CONSTRAINT "_publications_v_version_editions_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_publications_v_version_editions" ADD CONSTRAINT "_publications_v_version_editions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_publications_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v" ADD CONSTRAINT "_publications_v_parent_id_publications_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."publications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_publications_v" ADD CONSTRAINT "_publications_v_version_cover_image_id_media_id_fk" FOREIGN KEY ("version_cover_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_publications_v" ADD CONSTRAINT "_publications_v_version_type_id_terms_id_fk" FOREIGN KEY ("version_type_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_publications_v" ADD CONSTRAINT "_publications_v_version_publisher_id_organisations_id_fk" FOREIGN KEY ("version_publisher_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_publications_v" ADD CONSTRAINT "_publications_v_version_from_peer_review_id_peer_reviews_id_fk" FOREIGN KEY ("version_from_peer_review_id") REFERENCES "public"."peer_reviews"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_publications_v" ADD CONSTRAINT "_publications_v_version_responsible_organisation_id_organisations_id_fk" FOREIGN KEY ("version_responsible_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_publications_v" ADD CONSTRAINT "_publications_v_version_licence_id_terms_id_fk" FOREIGN KEY ("version_licence_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_publications_v_locales" ADD CONSTRAINT "_publications_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_publications_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_rels" ADD CONSTRAINT "_publications_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_publications_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_rels" ADD CONSTRAINT "_publications_v_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_rels" ADD CONSTRAINT "_publications_v_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_rels" ADD CONSTRAINT "_publications_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_rels" ADD CONSTRAINT "_publications_v_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_rels" ADD CONSTRAINT "_publications_v_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_rels" ADD CONSTRAINT "_publications_v_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_rels" ADD CONSTRAINT "_publications_v_rels_practices_fk" FOREIGN KEY ("practices_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_rels" ADD CONSTRAINT "_publications_v_rels_events_fk" FOREIGN KEY ("events_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_publications_v_rels" ADD CONSTRAINT "_publications_v_rels_news_fk" FOREIGN KEY ("news_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_programme" ADD CONSTRAINT "events_programme_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_report_recordings" ADD CONSTRAINT "events_report_recordings_language_id_terms_id_fk" FOREIGN KEY ("language_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "events_report_recordings" ADD CONSTRAINT "events_report_recordings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events" ADD CONSTRAINT "events_cover_image_id_media_id_fk" FOREIGN KEY ("cover_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "events" ADD CONSTRAINT "events_type_id_terms_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "events" ADD CONSTRAINT "events_venue_country_id_terms_id_fk" FOREIGN KEY ("venue_country_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "events" ADD CONSTRAINT "events_parent_id_events_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."events"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "events" ADD CONSTRAINT "events_responsible_organisation_id_organisations_id_fk" FOREIGN KEY ("responsible_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "events" ADD CONSTRAINT "events_licence_id_terms_id_fk" FOREIGN KEY ("licence_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "events_locales" ADD CONSTRAINT "events_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_organisations_fk" FOREIGN KEY ("organisations_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_practices_fk" FOREIGN KEY ("practices_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_events_fk" FOREIGN KEY ("events_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "events_rels" ADD CONSTRAINT "events_rels_news_fk" FOREIGN KEY ("news_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_version_programme" ADD CONSTRAINT "_events_v_version_programme_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_events_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_version_report_recordings" ADD CONSTRAINT "_events_v_version_report_recordings_language_id_terms_id_fk" FOREIGN KEY ("language_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_events_v_version_report_recordings" ADD CONSTRAINT "_events_v_version_report_recordings_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_events_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v" ADD CONSTRAINT "_events_v_parent_id_events_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."events"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_events_v" ADD CONSTRAINT "_events_v_version_cover_image_id_media_id_fk" FOREIGN KEY ("version_cover_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_events_v" ADD CONSTRAINT "_events_v_version_type_id_terms_id_fk" FOREIGN KEY ("version_type_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_events_v" ADD CONSTRAINT "_events_v_version_venue_country_id_terms_id_fk" FOREIGN KEY ("version_venue_country_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_events_v" ADD CONSTRAINT "_events_v_version_parent_id_events_id_fk" FOREIGN KEY ("version_parent_id") REFERENCES "public"."events"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_events_v" ADD CONSTRAINT "_events_v_version_responsible_organisation_id_organisations_id_fk" FOREIGN KEY ("version_responsible_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_events_v" ADD CONSTRAINT "_events_v_version_licence_id_terms_id_fk" FOREIGN KEY ("version_licence_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_events_v_locales" ADD CONSTRAINT "_events_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_events_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_events_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_organisations_fk" FOREIGN KEY ("organisations_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_practices_fk" FOREIGN KEY ("practices_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_events_fk" FOREIGN KEY ("events_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_events_v_rels" ADD CONSTRAINT "_events_v_rels_news_fk" FOREIGN KEY ("news_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_sources" ADD CONSTRAINT "news_sources_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news" ADD CONSTRAINT "news_cover_image_id_media_id_fk" FOREIGN KEY ("cover_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "news" ADD CONSTRAINT "news_responsible_organisation_id_organisations_id_fk" FOREIGN KEY ("responsible_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "news" ADD CONSTRAINT "news_licence_id_terms_id_fk" FOREIGN KEY ("licence_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "news_locales" ADD CONSTRAINT "news_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_rels" ADD CONSTRAINT "news_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_rels" ADD CONSTRAINT "news_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_rels" ADD CONSTRAINT "news_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_rels" ADD CONSTRAINT "news_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_rels" ADD CONSTRAINT "news_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_rels" ADD CONSTRAINT "news_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_rels" ADD CONSTRAINT "news_rels_practices_fk" FOREIGN KEY ("practices_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_rels" ADD CONSTRAINT "news_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_rels" ADD CONSTRAINT "news_rels_events_fk" FOREIGN KEY ("events_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_rels" ADD CONSTRAINT "news_rels_news_fk" FOREIGN KEY ("news_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v_version_sources" ADD CONSTRAINT "_news_v_version_sources_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_news_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v" ADD CONSTRAINT "_news_v_parent_id_news_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."news"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_news_v" ADD CONSTRAINT "_news_v_version_cover_image_id_media_id_fk" FOREIGN KEY ("version_cover_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_news_v" ADD CONSTRAINT "_news_v_version_responsible_organisation_id_organisations_id_fk" FOREIGN KEY ("version_responsible_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_news_v" ADD CONSTRAINT "_news_v_version_licence_id_terms_id_fk" FOREIGN KEY ("version_licence_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_news_v_locales" ADD CONSTRAINT "_news_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_news_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v_rels" ADD CONSTRAINT "_news_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_news_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v_rels" ADD CONSTRAINT "_news_v_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v_rels" ADD CONSTRAINT "_news_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v_rels" ADD CONSTRAINT "_news_v_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v_rels" ADD CONSTRAINT "_news_v_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v_rels" ADD CONSTRAINT "_news_v_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v_rels" ADD CONSTRAINT "_news_v_rels_practices_fk" FOREIGN KEY ("practices_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v_rels" ADD CONSTRAINT "_news_v_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v_rels" ADD CONSTRAINT "_news_v_rels_events_fk" FOREIGN KEY ("events_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_news_v_rels" ADD CONSTRAINT "_news_v_rels_news_fk" FOREIGN KEY ("news_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "peer_reviews_peers" ADD CONSTRAINT "peer_reviews_peers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "peer_reviews_peers" ADD CONSTRAINT "peer_reviews_peers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "peer_reviews_peers" ADD CONSTRAINT "peer_reviews_peers_country_id_terms_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "peer_reviews_peers" ADD CONSTRAINT "peer_reviews_peers_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."peer_reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "peer_reviews_recommendations_items" ADD CONSTRAINT "peer_reviews_recommendations_items_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."peer_reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "peer_reviews_benchmark_scores" ADD CONSTRAINT "peer_reviews_benchmark_scores_framework_id_frameworks_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."frameworks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "peer_reviews_benchmark_scores" ADD CONSTRAINT "peer_reviews_benchmark_scores_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."peer_reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_host_organisation_id_organisations_id_fk" FOREIGN KEY ("host_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_facilitator_id_people_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_responsible_organisation_id_organisations_id_fk" FOREIGN KEY ("responsible_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_licence_id_terms_id_fk" FOREIGN KEY ("licence_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "peer_reviews_locales" ADD CONSTRAINT "peer_reviews_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."peer_reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "peer_reviews_rels" ADD CONSTRAINT "peer_reviews_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."peer_reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "peer_reviews_rels" ADD CONSTRAINT "peer_reviews_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v_version_peers" ADD CONSTRAINT "_peer_reviews_v_version_peers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v_version_peers" ADD CONSTRAINT "_peer_reviews_v_version_peers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v_version_peers" ADD CONSTRAINT "_peer_reviews_v_version_peers_country_id_terms_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v_version_peers" ADD CONSTRAINT "_peer_reviews_v_version_peers_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_peer_reviews_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v_version_recommendations_items" ADD CONSTRAINT "_peer_reviews_v_version_recommendations_items_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_peer_reviews_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v_version_benchmark_scores" ADD CONSTRAINT "_peer_reviews_v_version_benchmark_scores_framework_id_frameworks_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."frameworks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v_version_benchmark_scores" ADD CONSTRAINT "_peer_reviews_v_version_benchmark_scores_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_peer_reviews_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v" ADD CONSTRAINT "_peer_reviews_v_parent_id_peer_reviews_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."peer_reviews"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v" ADD CONSTRAINT "_peer_reviews_v_version_practice_id_practices_id_fk" FOREIGN KEY ("version_practice_id") REFERENCES "public"."practices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v" ADD CONSTRAINT "_peer_reviews_v_version_host_organisation_id_organisations_id_fk" FOREIGN KEY ("version_host_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v" ADD CONSTRAINT "_peer_reviews_v_version_facilitator_id_people_id_fk" FOREIGN KEY ("version_facilitator_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v" ADD CONSTRAINT "_peer_reviews_v_version_responsible_organisation_id_organisations_id_fk" FOREIGN KEY ("version_responsible_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v" ADD CONSTRAINT "_peer_reviews_v_version_licence_id_terms_id_fk" FOREIGN KEY ("version_licence_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v_locales" ADD CONSTRAINT "_peer_reviews_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_peer_reviews_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v_rels" ADD CONSTRAINT "_peer_reviews_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_peer_reviews_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_peer_reviews_v_rels" ADD CONSTRAINT "_peer_reviews_v_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_locales" ADD CONSTRAINT "pages_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_parent_id_pages_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_locales" ADD CONSTRAINT "_pages_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_licence_id_terms_id_fk" FOREIGN KEY ("licence_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media_locales" ADD CONSTRAINT "media_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "organisations" ADD CONSTRAINT "organisations_type_id_terms_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organisations" ADD CONSTRAINT "organisations_country_id_terms_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organisations" ADD CONSTRAINT "organisations_logo_id_media_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organisations_locales" ADD CONSTRAINT "organisations_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "people" ADD CONSTRAINT "people_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "people" ADD CONSTRAINT "people_portrait_id_media_id_fk" FOREIGN KEY ("portrait_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "people_locales" ADD CONSTRAINT "people_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_disclaimers" ADD CONSTRAINT "projects_disclaimers_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_work_packages" ADD CONSTRAINT "projects_work_packages_leader_id_organisations_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "projects_work_packages" ADD CONSTRAINT "projects_work_packages_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_work_packages_locales" ADD CONSTRAINT "projects_work_packages_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects_work_packages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects" ADD CONSTRAINT "projects_coordinator_id_organisations_id_fk" FOREIGN KEY ("coordinator_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "projects" ADD CONSTRAINT "projects_programme_id_terms_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "projects_locales" ADD CONSTRAINT "projects_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_rels" ADD CONSTRAINT "projects_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_rels" ADD CONSTRAINT "projects_rels_organisations_fk" FOREIGN KEY ("organisations_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_rels" ADD CONSTRAINT "projects_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "communities" ADD CONSTRAINT "communities_leader_id_organisations_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "communities" ADD CONSTRAINT "communities_cover_image_id_media_id_fk" FOREIGN KEY ("cover_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "communities_locales" ADD CONSTRAINT "communities_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "communities_rels" ADD CONSTRAINT "communities_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "communities_rels" ADD CONSTRAINT "communities_rels_organisations_fk" FOREIGN KEY ("organisations_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters_locales_chosen" ADD CONSTRAINT "newsletters_locales_chosen_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."newsletters"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters" ADD CONSTRAINT "newsletters_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "newsletters_locales" ADD CONSTRAINT "newsletters_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."newsletters"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues" ADD CONSTRAINT "issues_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "issues_locales" ADD CONSTRAINT "issues_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues_rels" ADD CONSTRAINT "issues_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues_rels" ADD CONSTRAINT "issues_rels_practices_fk" FOREIGN KEY ("practices_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues_rels" ADD CONSTRAINT "issues_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues_rels" ADD CONSTRAINT "issues_rels_events_fk" FOREIGN KEY ("events_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues_rels" ADD CONSTRAINT "issues_rels_news_fk" FOREIGN KEY ("news_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channels_locales_chosen" ADD CONSTRAINT "channels_locales_chosen_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channels_collections" ADD CONSTRAINT "channels_collections_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channels" ADD CONSTRAINT "channels_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "topics_exact_match" ADD CONSTRAINT "topics_exact_match_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "topics" ADD CONSTRAINT "topics_broader_id_topics_id_fk" FOREIGN KEY ("broader_id") REFERENCES "public"."topics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "topics_locales" ADD CONSTRAINT "topics_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "terms_exact_match" ADD CONSTRAINT "terms_exact_match_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "terms_locales" ADD CONSTRAINT "terms_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "frameworks_dimensions" ADD CONSTRAINT "frameworks_dimensions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."frameworks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "frameworks_dimensions_locales" ADD CONSTRAINT "frameworks_dimensions_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."frameworks_dimensions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "frameworks_locales" ADD CONSTRAINT "frameworks_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."frameworks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_roles" ADD CONSTRAINT "users_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_locales_chosen" ADD CONSTRAINT "users_locales_chosen_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "api_consumers" ADD CONSTRAINT "api_consumers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_practices_fk" FOREIGN KEY ("practices_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_events_fk" FOREIGN KEY ("events_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_news_fk" FOREIGN KEY ("news_id") REFERENCES "public"."news"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_peer_reviews_fk" FOREIGN KEY ("peer_reviews_id") REFERENCES "public"."peer_reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_organisations_fk" FOREIGN KEY ("organisations_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_newsletters_fk" FOREIGN KEY ("newsletters_id") REFERENCES "public"."newsletters"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_issues_fk" FOREIGN KEY ("issues_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_channels_fk" FOREIGN KEY ("channels_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_frameworks_fk" FOREIGN KEY ("frameworks_id") REFERENCES "public"."frameworks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_api_consumers_fk" FOREIGN KEY ("api_consumers_id") REFERENCES "public"."api_consumers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_api_consumers_fk" FOREIGN KEY ("api_consumers_id") REFERENCES "public"."api_consumers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "network_enabledlocales_chosen" ADD CONSTRAINT "network_enabledlocales_chosen_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."network"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "network" ADD CONSTRAINT "network_logo_id_media_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "network_locales" ADD CONSTRAINT "network_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."network"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "outbox_to_plan" ON "outbox" USING btree ("id") WHERE planned_at is null;
  CREATE INDEX "outbox_item" ON "outbox" USING btree ("collection","item_id","locale","id");
  CREATE UNIQUE INDEX "channel_deliveries_once" ON "channel_deliveries" USING btree ("collection","item_id","locale","channel_id");
  CREATE INDEX "channel_deliveries_due" ON "channel_deliveries" USING btree ("due_at") WHERE state = 'planned';
  CREATE INDEX "channel_deliveries_leased" ON "channel_deliveries" USING btree ("lease_until") WHERE state = 'submitting';
  CREATE INDEX "channel_attempts_delivery" ON "channel_attempts" USING btree ("delivery_id","id");
  CREATE UNIQUE INDEX "editions_once" ON "editions" USING btree ("issue_id","locale");
  CREATE UNIQUE INDEX "email_deliveries_once" ON "email_deliveries" USING btree ("issue_id","subscriber_id");
  CREATE INDEX "email_deliveries_due" ON "email_deliveries" USING btree ("due_at","id") WHERE state = 'planned';
  CREATE INDEX "email_deliveries_leased" ON "email_deliveries" USING btree ("lease_until") WHERE state = 'submitting';
  CREATE INDEX "email_deliveries_issue" ON "email_deliveries" USING btree ("issue_id","state","locale");
  CREATE INDEX "email_batches_open" ON "email_batches" USING btree ("due_at") WHERE state = 'open';
  CREATE INDEX "subscriptions_newsletter" ON "subscriptions" USING btree ("newsletter_id","state","subscriber_id");
  CREATE INDEX "consent_events_address" ON "consent_events" USING btree ("address_key","id");
  CREATE UNIQUE INDEX "consent_events_token" ON "consent_events" USING btree ("token_id");
  CREATE INDEX "practices_results_order_idx" ON "practices_results" USING btree ("_order");
  CREATE INDEX "practices_results_parent_id_idx" ON "practices_results" USING btree ("_parent_id");
  CREATE INDEX "practices_results_locale_idx" ON "practices_results" USING btree ("_locale");
  CREATE INDEX "practices_scores_order_idx" ON "practices_scores" USING btree ("_order");
  CREATE INDEX "practices_scores_parent_id_idx" ON "practices_scores" USING btree ("_parent_id");
  CREATE INDEX "practices_scores_framework_idx" ON "practices_scores" USING btree ("framework_id");
  CREATE INDEX "practices_phases_order_idx" ON "practices_phases" USING btree ("order");
  CREATE INDEX "practices_phases_parent_idx" ON "practices_phases" USING btree ("parent_id");
  CREATE INDEX "practices_funding_order_idx" ON "practices_funding" USING btree ("_order");
  CREATE INDEX "practices_funding_parent_id_idx" ON "practices_funding" USING btree ("_parent_id");
  CREATE INDEX "practices_funding_programme_idx" ON "practices_funding" USING btree ("programme_id");
  CREATE INDEX "practices_cover_image_idx" ON "practices" USING btree ("cover_image_id");
  CREATE INDEX "practices_provider_idx" ON "practices" USING btree ("provider_id");
  CREATE INDEX "practices_location_location_country_idx" ON "practices" USING btree ("location_country_id");
  CREATE INDEX "practices_responsible_organisation_idx" ON "practices" USING btree ("responsible_organisation_id");
  CREATE INDEX "practices_licence_idx" ON "practices" USING btree ("licence_id");
  CREATE INDEX "practices_validation_validation_expert_idx" ON "practices" USING btree ("validation_expert_id");
  CREATE INDEX "practices_updated_at_idx" ON "practices" USING btree ("updated_at");
  CREATE INDEX "practices_created_at_idx" ON "practices" USING btree ("created_at");
  CREATE UNIQUE INDEX "practices_slug_idx" ON "practices_locales" USING btree ("slug","_locale");
  CREATE INDEX "practices__status_idx" ON "practices_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "practices_locales_locale_parent_id_unique" ON "practices_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "practices_rels_order_idx" ON "practices_rels" USING btree ("order");
  CREATE INDEX "practices_rels_parent_idx" ON "practices_rels" USING btree ("parent_id");
  CREATE INDEX "practices_rels_path_idx" ON "practices_rels" USING btree ("path");
  CREATE INDEX "practices_rels_organisations_id_idx" ON "practices_rels" USING btree ("organisations_id");
  CREATE INDEX "practices_rels_terms_id_idx" ON "practices_rels" USING btree ("terms_id");
  CREATE INDEX "practices_rels_communities_id_idx" ON "practices_rels" USING btree ("communities_id");
  CREATE INDEX "practices_rels_topics_id_idx" ON "practices_rels" USING btree ("topics_id");
  CREATE INDEX "practices_rels_projects_id_idx" ON "practices_rels" USING btree ("projects_id");
  CREATE INDEX "practices_rels_people_id_idx" ON "practices_rels" USING btree ("people_id");
  CREATE INDEX "practices_rels_practices_id_idx" ON "practices_rels" USING btree ("practices_id");
  CREATE INDEX "practices_rels_publications_id_idx" ON "practices_rels" USING btree ("publications_id");
  CREATE INDEX "practices_rels_events_id_idx" ON "practices_rels" USING btree ("events_id");
  CREATE INDEX "practices_rels_news_id_idx" ON "practices_rels" USING btree ("news_id");
  CREATE INDEX "_practices_v_version_results_order_idx" ON "_practices_v_version_results" USING btree ("_order");
  CREATE INDEX "_practices_v_version_results_parent_id_idx" ON "_practices_v_version_results" USING btree ("_parent_id");
  CREATE INDEX "_practices_v_version_results_locale_idx" ON "_practices_v_version_results" USING btree ("_locale");
  CREATE INDEX "_practices_v_version_scores_order_idx" ON "_practices_v_version_scores" USING btree ("_order");
  CREATE INDEX "_practices_v_version_scores_parent_id_idx" ON "_practices_v_version_scores" USING btree ("_parent_id");
  CREATE INDEX "_practices_v_version_scores_framework_idx" ON "_practices_v_version_scores" USING btree ("framework_id");
  CREATE INDEX "_practices_v_version_phases_order_idx" ON "_practices_v_version_phases" USING btree ("order");
  CREATE INDEX "_practices_v_version_phases_parent_idx" ON "_practices_v_version_phases" USING btree ("parent_id");
  CREATE INDEX "_practices_v_version_funding_order_idx" ON "_practices_v_version_funding" USING btree ("_order");
  CREATE INDEX "_practices_v_version_funding_parent_id_idx" ON "_practices_v_version_funding" USING btree ("_parent_id");
  CREATE INDEX "_practices_v_version_funding_programme_idx" ON "_practices_v_version_funding" USING btree ("programme_id");
  CREATE INDEX "_practices_v_parent_idx" ON "_practices_v" USING btree ("parent_id");
  CREATE INDEX "_practices_v_version_version_cover_image_idx" ON "_practices_v" USING btree ("version_cover_image_id");
  CREATE INDEX "_practices_v_version_version_provider_idx" ON "_practices_v" USING btree ("version_provider_id");
  CREATE INDEX "_practices_v_version_location_version_location_country_idx" ON "_practices_v" USING btree ("version_location_country_id");
  CREATE INDEX "_practices_v_version_version_responsible_organisation_idx" ON "_practices_v" USING btree ("version_responsible_organisation_id");
  CREATE INDEX "_practices_v_version_version_licence_idx" ON "_practices_v" USING btree ("version_licence_id");
  CREATE INDEX "_practices_v_version_validation_version_validation_exper_idx" ON "_practices_v" USING btree ("version_validation_expert_id");
  CREATE INDEX "_practices_v_version_version_updated_at_idx" ON "_practices_v" USING btree ("version_updated_at");
  CREATE INDEX "_practices_v_version_version_created_at_idx" ON "_practices_v" USING btree ("version_created_at");
  CREATE INDEX "_practices_v_created_at_idx" ON "_practices_v" USING btree ("created_at");
  CREATE INDEX "_practices_v_updated_at_idx" ON "_practices_v" USING btree ("updated_at");
  CREATE INDEX "_practices_v_snapshot_idx" ON "_practices_v" USING btree ("snapshot");
  CREATE INDEX "_practices_v_published_locale_idx" ON "_practices_v" USING btree ("published_locale");
  CREATE INDEX "_practices_v_latest_idx" ON "_practices_v" USING btree ("latest");
  CREATE INDEX "_practices_v_version_version_slug_idx" ON "_practices_v_locales" USING btree ("version_slug","_locale");
  CREATE INDEX "_practices_v_version_version__status_idx" ON "_practices_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_practices_v_locales_locale_parent_id_unique" ON "_practices_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_practices_v_rels_order_idx" ON "_practices_v_rels" USING btree ("order");
  CREATE INDEX "_practices_v_rels_parent_idx" ON "_practices_v_rels" USING btree ("parent_id");
  CREATE INDEX "_practices_v_rels_path_idx" ON "_practices_v_rels" USING btree ("path");
  CREATE INDEX "_practices_v_rels_organisations_id_idx" ON "_practices_v_rels" USING btree ("organisations_id");
  CREATE INDEX "_practices_v_rels_terms_id_idx" ON "_practices_v_rels" USING btree ("terms_id");
  CREATE INDEX "_practices_v_rels_communities_id_idx" ON "_practices_v_rels" USING btree ("communities_id");
  CREATE INDEX "_practices_v_rels_topics_id_idx" ON "_practices_v_rels" USING btree ("topics_id");
  CREATE INDEX "_practices_v_rels_projects_id_idx" ON "_practices_v_rels" USING btree ("projects_id");
  CREATE INDEX "_practices_v_rels_people_id_idx" ON "_practices_v_rels" USING btree ("people_id");
  CREATE INDEX "_practices_v_rels_practices_id_idx" ON "_practices_v_rels" USING btree ("practices_id");
  CREATE INDEX "_practices_v_rels_publications_id_idx" ON "_practices_v_rels" USING btree ("publications_id");
  CREATE INDEX "_practices_v_rels_events_id_idx" ON "_practices_v_rels" USING btree ("events_id");
  CREATE INDEX "_practices_v_rels_news_id_idx" ON "_practices_v_rels" USING btree ("news_id");
  CREATE INDEX "publications_authors_order_idx" ON "publications_authors" USING btree ("_order");
  CREATE INDEX "publications_authors_parent_id_idx" ON "publications_authors" USING btree ("_parent_id");
  CREATE INDEX "publications_authors_organisation_idx" ON "publications_authors" USING btree ("organisation_id");
  CREATE INDEX "publications_editions_order_idx" ON "publications_editions" USING btree ("_order");
  CREATE INDEX "publications_editions_parent_id_idx" ON "publications_editions" USING btree ("_parent_id");
  CREATE INDEX "publications_editions_file_idx" ON "publications_editions" USING btree ("file_id");
  CREATE INDEX "publications_cover_image_idx" ON "publications" USING btree ("cover_image_id");
  CREATE INDEX "publications_type_idx" ON "publications" USING btree ("type_id");
  CREATE INDEX "publications_publisher_idx" ON "publications" USING btree ("publisher_id");
  CREATE INDEX "publications_from_peer_review_idx" ON "publications" USING btree ("from_peer_review_id");
  CREATE INDEX "publications_responsible_organisation_idx" ON "publications" USING btree ("responsible_organisation_id");
  CREATE INDEX "publications_licence_idx" ON "publications" USING btree ("licence_id");
  CREATE INDEX "publications_updated_at_idx" ON "publications" USING btree ("updated_at");
  CREATE INDEX "publications_created_at_idx" ON "publications" USING btree ("created_at");
  CREATE UNIQUE INDEX "publications_slug_idx" ON "publications_locales" USING btree ("slug","_locale");
  CREATE INDEX "publications__status_idx" ON "publications_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "publications_locales_locale_parent_id_unique" ON "publications_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "publications_rels_order_idx" ON "publications_rels" USING btree ("order");
  CREATE INDEX "publications_rels_parent_idx" ON "publications_rels" USING btree ("parent_id");
  CREATE INDEX "publications_rels_path_idx" ON "publications_rels" USING btree ("path");
  CREATE INDEX "publications_rels_publications_id_idx" ON "publications_rels" USING btree ("publications_id");
  CREATE INDEX "publications_rels_communities_id_idx" ON "publications_rels" USING btree ("communities_id");
  CREATE INDEX "publications_rels_topics_id_idx" ON "publications_rels" USING btree ("topics_id");
  CREATE INDEX "publications_rels_terms_id_idx" ON "publications_rels" USING btree ("terms_id");
  CREATE INDEX "publications_rels_projects_id_idx" ON "publications_rels" USING btree ("projects_id");
  CREATE INDEX "publications_rels_people_id_idx" ON "publications_rels" USING btree ("people_id");
  CREATE INDEX "publications_rels_practices_id_idx" ON "publications_rels" USING btree ("practices_id");
  CREATE INDEX "publications_rels_events_id_idx" ON "publications_rels" USING btree ("events_id");
  CREATE INDEX "publications_rels_news_id_idx" ON "publications_rels" USING btree ("news_id");
  CREATE INDEX "_publications_v_version_authors_order_idx" ON "_publications_v_version_authors" USING btree ("_order");
  CREATE INDEX "_publications_v_version_authors_parent_id_idx" ON "_publications_v_version_authors" USING btree ("_parent_id");
  CREATE INDEX "_publications_v_version_authors_organisation_idx" ON "_publications_v_version_authors" USING btree ("organisation_id");
  CREATE INDEX "_publications_v_version_editions_order_idx" ON "_publications_v_version_editions" USING btree ("_order");
  CREATE INDEX "_publications_v_version_editions_parent_id_idx" ON "_publications_v_version_editions" USING btree ("_parent_id");
  CREATE INDEX "_publications_v_version_editions_file_idx" ON "_publications_v_version_editions" USING btree ("file_id");
  CREATE INDEX "_publications_v_parent_idx" ON "_publications_v" USING btree ("parent_id");
  CREATE INDEX "_publications_v_version_version_cover_image_idx" ON "_publications_v" USING btree ("version_cover_image_id");
  CREATE INDEX "_publications_v_version_version_type_idx" ON "_publications_v" USING btree ("version_type_id");
  CREATE INDEX "_publications_v_version_version_publisher_idx" ON "_publications_v" USING btree ("version_publisher_id");
  CREATE INDEX "_publications_v_version_version_from_peer_review_idx" ON "_publications_v" USING btree ("version_from_peer_review_id");
  CREATE INDEX "_publications_v_version_version_responsible_organisation_idx" ON "_publications_v" USING btree ("version_responsible_organisation_id");
  CREATE INDEX "_publications_v_version_version_licence_idx" ON "_publications_v" USING btree ("version_licence_id");
  CREATE INDEX "_publications_v_version_version_updated_at_idx" ON "_publications_v" USING btree ("version_updated_at");
  CREATE INDEX "_publications_v_version_version_created_at_idx" ON "_publications_v" USING btree ("version_created_at");
  CREATE INDEX "_publications_v_created_at_idx" ON "_publications_v" USING btree ("created_at");
  CREATE INDEX "_publications_v_updated_at_idx" ON "_publications_v" USING btree ("updated_at");
  CREATE INDEX "_publications_v_snapshot_idx" ON "_publications_v" USING btree ("snapshot");
  CREATE INDEX "_publications_v_published_locale_idx" ON "_publications_v" USING btree ("published_locale");
  CREATE INDEX "_publications_v_latest_idx" ON "_publications_v" USING btree ("latest");
  CREATE INDEX "_publications_v_version_version_slug_idx" ON "_publications_v_locales" USING btree ("version_slug","_locale");
  CREATE INDEX "_publications_v_version_version__status_idx" ON "_publications_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_publications_v_locales_locale_parent_id_unique" ON "_publications_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_publications_v_rels_order_idx" ON "_publications_v_rels" USING btree ("order");
  CREATE INDEX "_publications_v_rels_parent_idx" ON "_publications_v_rels" USING btree ("parent_id");
  CREATE INDEX "_publications_v_rels_path_idx" ON "_publications_v_rels" USING btree ("path");
  CREATE INDEX "_publications_v_rels_publications_id_idx" ON "_publications_v_rels" USING btree ("publications_id");
  CREATE INDEX "_publications_v_rels_communities_id_idx" ON "_publications_v_rels" USING btree ("communities_id");
  CREATE INDEX "_publications_v_rels_topics_id_idx" ON "_publications_v_rels" USING btree ("topics_id");
  CREATE INDEX "_publications_v_rels_terms_id_idx" ON "_publications_v_rels" USING btree ("terms_id");
  CREATE INDEX "_publications_v_rels_projects_id_idx" ON "_publications_v_rels" USING btree ("projects_id");
  CREATE INDEX "_publications_v_rels_people_id_idx" ON "_publications_v_rels" USING btree ("people_id");
  CREATE INDEX "_publications_v_rels_practices_id_idx" ON "_publications_v_rels" USING btree ("practices_id");
  CREATE INDEX "_publications_v_rels_events_id_idx" ON "_publications_v_rels" USING btree ("events_id");
  CREATE INDEX "_publications_v_rels_news_id_idx" ON "_publications_v_rels" USING btree ("news_id");
  CREATE INDEX "events_programme_order_idx" ON "events_programme" USING btree ("_order");
  CREATE INDEX "events_programme_parent_id_idx" ON "events_programme" USING btree ("_parent_id");
  CREATE INDEX "events_programme_locale_idx" ON "events_programme" USING btree ("_locale");
  CREATE INDEX "events_report_recordings_order_idx" ON "events_report_recordings" USING btree ("_order");
  CREATE INDEX "events_report_recordings_parent_id_idx" ON "events_report_recordings" USING btree ("_parent_id");
  CREATE INDEX "events_report_recordings_language_idx" ON "events_report_recordings" USING btree ("language_id");
  CREATE INDEX "events_cover_image_idx" ON "events" USING btree ("cover_image_id");
  CREATE INDEX "events_type_idx" ON "events" USING btree ("type_id");
  CREATE INDEX "events_venue_venue_country_idx" ON "events" USING btree ("venue_country_id");
  CREATE INDEX "events_parent_idx" ON "events" USING btree ("parent_id");
  CREATE INDEX "events_responsible_organisation_idx" ON "events" USING btree ("responsible_organisation_id");
  CREATE INDEX "events_licence_idx" ON "events" USING btree ("licence_id");
  CREATE INDEX "events_updated_at_idx" ON "events" USING btree ("updated_at");
  CREATE INDEX "events_created_at_idx" ON "events" USING btree ("created_at");
  CREATE UNIQUE INDEX "events_slug_idx" ON "events_locales" USING btree ("slug","_locale");
  CREATE INDEX "events__status_idx" ON "events_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "events_locales_locale_parent_id_unique" ON "events_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "events_rels_order_idx" ON "events_rels" USING btree ("order");
  CREATE INDEX "events_rels_parent_idx" ON "events_rels" USING btree ("parent_id");
  CREATE INDEX "events_rels_path_idx" ON "events_rels" USING btree ("path");
  CREATE INDEX "events_rels_terms_id_idx" ON "events_rels" USING btree ("terms_id");
  CREATE INDEX "events_rels_organisations_id_idx" ON "events_rels" USING btree ("organisations_id");
  CREATE INDEX "events_rels_projects_id_idx" ON "events_rels" USING btree ("projects_id");
  CREATE INDEX "events_rels_media_id_idx" ON "events_rels" USING btree ("media_id");
  CREATE INDEX "events_rels_publications_id_idx" ON "events_rels" USING btree ("publications_id");
  CREATE INDEX "events_rels_communities_id_idx" ON "events_rels" USING btree ("communities_id");
  CREATE INDEX "events_rels_topics_id_idx" ON "events_rels" USING btree ("topics_id");
  CREATE INDEX "events_rels_people_id_idx" ON "events_rels" USING btree ("people_id");
  CREATE INDEX "events_rels_practices_id_idx" ON "events_rels" USING btree ("practices_id");
  CREATE INDEX "events_rels_events_id_idx" ON "events_rels" USING btree ("events_id");
  CREATE INDEX "events_rels_news_id_idx" ON "events_rels" USING btree ("news_id");
  CREATE INDEX "_events_v_version_programme_order_idx" ON "_events_v_version_programme" USING btree ("_order");
  CREATE INDEX "_events_v_version_programme_parent_id_idx" ON "_events_v_version_programme" USING btree ("_parent_id");
  CREATE INDEX "_events_v_version_programme_locale_idx" ON "_events_v_version_programme" USING btree ("_locale");
  CREATE INDEX "_events_v_version_report_recordings_order_idx" ON "_events_v_version_report_recordings" USING btree ("_order");
  CREATE INDEX "_events_v_version_report_recordings_parent_id_idx" ON "_events_v_version_report_recordings" USING btree ("_parent_id");
  CREATE INDEX "_events_v_version_report_recordings_language_idx" ON "_events_v_version_report_recordings" USING btree ("language_id");
  CREATE INDEX "_events_v_parent_idx" ON "_events_v" USING btree ("parent_id");
  CREATE INDEX "_events_v_version_version_cover_image_idx" ON "_events_v" USING btree ("version_cover_image_id");
  CREATE INDEX "_events_v_version_version_type_idx" ON "_events_v" USING btree ("version_type_id");
  CREATE INDEX "_events_v_version_venue_version_venue_country_idx" ON "_events_v" USING btree ("version_venue_country_id");
  CREATE INDEX "_events_v_version_version_parent_idx" ON "_events_v" USING btree ("version_parent_id");
  CREATE INDEX "_events_v_version_version_responsible_organisation_idx" ON "_events_v" USING btree ("version_responsible_organisation_id");
  CREATE INDEX "_events_v_version_version_licence_idx" ON "_events_v" USING btree ("version_licence_id");
  CREATE INDEX "_events_v_version_version_updated_at_idx" ON "_events_v" USING btree ("version_updated_at");
  CREATE INDEX "_events_v_version_version_created_at_idx" ON "_events_v" USING btree ("version_created_at");
  CREATE INDEX "_events_v_created_at_idx" ON "_events_v" USING btree ("created_at");
  CREATE INDEX "_events_v_updated_at_idx" ON "_events_v" USING btree ("updated_at");
  CREATE INDEX "_events_v_snapshot_idx" ON "_events_v" USING btree ("snapshot");
  CREATE INDEX "_events_v_published_locale_idx" ON "_events_v" USING btree ("published_locale");
  CREATE INDEX "_events_v_latest_idx" ON "_events_v" USING btree ("latest");
  CREATE INDEX "_events_v_version_version_slug_idx" ON "_events_v_locales" USING btree ("version_slug","_locale");
  CREATE INDEX "_events_v_version_version__status_idx" ON "_events_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_events_v_locales_locale_parent_id_unique" ON "_events_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_events_v_rels_order_idx" ON "_events_v_rels" USING btree ("order");
  CREATE INDEX "_events_v_rels_parent_idx" ON "_events_v_rels" USING btree ("parent_id");
  CREATE INDEX "_events_v_rels_path_idx" ON "_events_v_rels" USING btree ("path");
  CREATE INDEX "_events_v_rels_terms_id_idx" ON "_events_v_rels" USING btree ("terms_id");
  CREATE INDEX "_events_v_rels_organisations_id_idx" ON "_events_v_rels" USING btree ("organisations_id");
  CREATE INDEX "_events_v_rels_projects_id_idx" ON "_events_v_rels" USING btree ("projects_id");
  CREATE INDEX "_events_v_rels_media_id_idx" ON "_events_v_rels" USING btree ("media_id");
  CREATE INDEX "_events_v_rels_publications_id_idx" ON "_events_v_rels" USING btree ("publications_id");
  CREATE INDEX "_events_v_rels_communities_id_idx" ON "_events_v_rels" USING btree ("communities_id");
  CREATE INDEX "_events_v_rels_topics_id_idx" ON "_events_v_rels" USING btree ("topics_id");
  CREATE INDEX "_events_v_rels_people_id_idx" ON "_events_v_rels" USING btree ("people_id");
  CREATE INDEX "_events_v_rels_practices_id_idx" ON "_events_v_rels" USING btree ("practices_id");
  CREATE INDEX "_events_v_rels_events_id_idx" ON "_events_v_rels" USING btree ("events_id");
  CREATE INDEX "_events_v_rels_news_id_idx" ON "_events_v_rels" USING btree ("news_id");
  CREATE INDEX "news_sources_order_idx" ON "news_sources" USING btree ("_order");
  CREATE INDEX "news_sources_parent_id_idx" ON "news_sources" USING btree ("_parent_id");
  CREATE INDEX "news_cover_image_idx" ON "news" USING btree ("cover_image_id");
  CREATE INDEX "news_responsible_organisation_idx" ON "news" USING btree ("responsible_organisation_id");
  CREATE INDEX "news_licence_idx" ON "news" USING btree ("licence_id");
  CREATE INDEX "news_updated_at_idx" ON "news" USING btree ("updated_at");
  CREATE INDEX "news_created_at_idx" ON "news" USING btree ("created_at");
  CREATE UNIQUE INDEX "news_slug_idx" ON "news_locales" USING btree ("slug","_locale");
  CREATE INDEX "news__status_idx" ON "news_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "news_locales_locale_parent_id_unique" ON "news_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "news_rels_order_idx" ON "news_rels" USING btree ("order");
  CREATE INDEX "news_rels_parent_idx" ON "news_rels" USING btree ("parent_id");
  CREATE INDEX "news_rels_path_idx" ON "news_rels" USING btree ("path");
  CREATE INDEX "news_rels_communities_id_idx" ON "news_rels" USING btree ("communities_id");
  CREATE INDEX "news_rels_topics_id_idx" ON "news_rels" USING btree ("topics_id");
  CREATE INDEX "news_rels_terms_id_idx" ON "news_rels" USING btree ("terms_id");
  CREATE INDEX "news_rels_projects_id_idx" ON "news_rels" USING btree ("projects_id");
  CREATE INDEX "news_rels_people_id_idx" ON "news_rels" USING btree ("people_id");
  CREATE INDEX "news_rels_practices_id_idx" ON "news_rels" USING btree ("practices_id");
  CREATE INDEX "news_rels_publications_id_idx" ON "news_rels" USING btree ("publications_id");
  CREATE INDEX "news_rels_events_id_idx" ON "news_rels" USING btree ("events_id");
  CREATE INDEX "news_rels_news_id_idx" ON "news_rels" USING btree ("news_id");
  CREATE INDEX "_news_v_version_sources_order_idx" ON "_news_v_version_sources" USING btree ("_order");
  CREATE INDEX "_news_v_version_sources_parent_id_idx" ON "_news_v_version_sources" USING btree ("_parent_id");
  CREATE INDEX "_news_v_parent_idx" ON "_news_v" USING btree ("parent_id");
  CREATE INDEX "_news_v_version_version_cover_image_idx" ON "_news_v" USING btree ("version_cover_image_id");
  CREATE INDEX "_news_v_version_version_responsible_organisation_idx" ON "_news_v" USING btree ("version_responsible_organisation_id");
  CREATE INDEX "_news_v_version_version_licence_idx" ON "_news_v" USING btree ("version_licence_id");
  CREATE INDEX "_news_v_version_version_updated_at_idx" ON "_news_v" USING btree ("version_updated_at");
  CREATE INDEX "_news_v_version_version_created_at_idx" ON "_news_v" USING btree ("version_created_at");
  CREATE INDEX "_news_v_created_at_idx" ON "_news_v" USING btree ("created_at");
  CREATE INDEX "_news_v_updated_at_idx" ON "_news_v" USING btree ("updated_at");
  CREATE INDEX "_news_v_snapshot_idx" ON "_news_v" USING btree ("snapshot");
  CREATE INDEX "_news_v_published_locale_idx" ON "_news_v" USING btree ("published_locale");
  CREATE INDEX "_news_v_latest_idx" ON "_news_v" USING btree ("latest");
  CREATE INDEX "_news_v_version_version_slug_idx" ON "_news_v_locales" USING btree ("version_slug","_locale");
  CREATE INDEX "_news_v_version_version__status_idx" ON "_news_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_news_v_locales_locale_parent_id_unique" ON "_news_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_news_v_rels_order_idx" ON "_news_v_rels" USING btree ("order");
  CREATE INDEX "_news_v_rels_parent_idx" ON "_news_v_rels" USING btree ("parent_id");
  CREATE INDEX "_news_v_rels_path_idx" ON "_news_v_rels" USING btree ("path");
  CREATE INDEX "_news_v_rels_communities_id_idx" ON "_news_v_rels" USING btree ("communities_id");
  CREATE INDEX "_news_v_rels_topics_id_idx" ON "_news_v_rels" USING btree ("topics_id");
  CREATE INDEX "_news_v_rels_terms_id_idx" ON "_news_v_rels" USING btree ("terms_id");
  CREATE INDEX "_news_v_rels_projects_id_idx" ON "_news_v_rels" USING btree ("projects_id");
  CREATE INDEX "_news_v_rels_people_id_idx" ON "_news_v_rels" USING btree ("people_id");
  CREATE INDEX "_news_v_rels_practices_id_idx" ON "_news_v_rels" USING btree ("practices_id");
  CREATE INDEX "_news_v_rels_publications_id_idx" ON "_news_v_rels" USING btree ("publications_id");
  CREATE INDEX "_news_v_rels_events_id_idx" ON "_news_v_rels" USING btree ("events_id");
  CREATE INDEX "_news_v_rels_news_id_idx" ON "_news_v_rels" USING btree ("news_id");
  CREATE INDEX "peer_reviews_peers_order_idx" ON "peer_reviews_peers" USING btree ("_order");
  CREATE INDEX "peer_reviews_peers_parent_id_idx" ON "peer_reviews_peers" USING btree ("_parent_id");
  CREATE INDEX "peer_reviews_peers_person_idx" ON "peer_reviews_peers" USING btree ("person_id");
  CREATE INDEX "peer_reviews_peers_organisation_idx" ON "peer_reviews_peers" USING btree ("organisation_id");
  CREATE INDEX "peer_reviews_peers_country_idx" ON "peer_reviews_peers" USING btree ("country_id");
  CREATE INDEX "peer_reviews_recommendations_items_order_idx" ON "peer_reviews_recommendations_items" USING btree ("_order");
  CREATE INDEX "peer_reviews_recommendations_items_parent_id_idx" ON "peer_reviews_recommendations_items" USING btree ("_parent_id");
  CREATE INDEX "peer_reviews_recommendations_items_locale_idx" ON "peer_reviews_recommendations_items" USING btree ("_locale");
  CREATE INDEX "peer_reviews_benchmark_scores_order_idx" ON "peer_reviews_benchmark_scores" USING btree ("_order");
  CREATE INDEX "peer_reviews_benchmark_scores_parent_id_idx" ON "peer_reviews_benchmark_scores" USING btree ("_parent_id");
  CREATE INDEX "peer_reviews_benchmark_scores_framework_idx" ON "peer_reviews_benchmark_scores" USING btree ("framework_id");
  CREATE INDEX "peer_reviews_practice_idx" ON "peer_reviews" USING btree ("practice_id");
  CREATE INDEX "peer_reviews_host_organisation_idx" ON "peer_reviews" USING btree ("host_organisation_id");
  CREATE INDEX "peer_reviews_facilitator_idx" ON "peer_reviews" USING btree ("facilitator_id");
  CREATE INDEX "peer_reviews_responsible_organisation_idx" ON "peer_reviews" USING btree ("responsible_organisation_id");
  CREATE INDEX "peer_reviews_licence_idx" ON "peer_reviews" USING btree ("licence_id");
  CREATE INDEX "peer_reviews_updated_at_idx" ON "peer_reviews" USING btree ("updated_at");
  CREATE INDEX "peer_reviews_created_at_idx" ON "peer_reviews" USING btree ("created_at");
  CREATE UNIQUE INDEX "peer_reviews_slug_idx" ON "peer_reviews_locales" USING btree ("slug","_locale");
  CREATE INDEX "peer_reviews__status_idx" ON "peer_reviews_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "peer_reviews_locales_locale_parent_id_unique" ON "peer_reviews_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "peer_reviews_rels_order_idx" ON "peer_reviews_rels" USING btree ("order");
  CREATE INDEX "peer_reviews_rels_parent_idx" ON "peer_reviews_rels" USING btree ("parent_id");
  CREATE INDEX "peer_reviews_rels_path_idx" ON "peer_reviews_rels" USING btree ("path");
  CREATE INDEX "peer_reviews_rels_publications_id_idx" ON "peer_reviews_rels" USING btree ("publications_id");
  CREATE INDEX "_peer_reviews_v_version_peers_order_idx" ON "_peer_reviews_v_version_peers" USING btree ("_order");
  CREATE INDEX "_peer_reviews_v_version_peers_parent_id_idx" ON "_peer_reviews_v_version_peers" USING btree ("_parent_id");
  CREATE INDEX "_peer_reviews_v_version_peers_person_idx" ON "_peer_reviews_v_version_peers" USING btree ("person_id");
  CREATE INDEX "_peer_reviews_v_version_peers_organisation_idx" ON "_peer_reviews_v_version_peers" USING btree ("organisation_id");
  CREATE INDEX "_peer_reviews_v_version_peers_country_idx" ON "_peer_reviews_v_version_peers" USING btree ("country_id");
  CREATE INDEX "_peer_reviews_v_version_recommendations_items_order_idx" ON "_peer_reviews_v_version_recommendations_items" USING btree ("_order");
  CREATE INDEX "_peer_reviews_v_version_recommendations_items_parent_id_idx" ON "_peer_reviews_v_version_recommendations_items" USING btree ("_parent_id");
  CREATE INDEX "_peer_reviews_v_version_recommendations_items_locale_idx" ON "_peer_reviews_v_version_recommendations_items" USING btree ("_locale");
  CREATE INDEX "_peer_reviews_v_version_benchmark_scores_order_idx" ON "_peer_reviews_v_version_benchmark_scores" USING btree ("_order");
  CREATE INDEX "_peer_reviews_v_version_benchmark_scores_parent_id_idx" ON "_peer_reviews_v_version_benchmark_scores" USING btree ("_parent_id");
  CREATE INDEX "_peer_reviews_v_version_benchmark_scores_framework_idx" ON "_peer_reviews_v_version_benchmark_scores" USING btree ("framework_id");
  CREATE INDEX "_peer_reviews_v_parent_idx" ON "_peer_reviews_v" USING btree ("parent_id");
  CREATE INDEX "_peer_reviews_v_version_version_practice_idx" ON "_peer_reviews_v" USING btree ("version_practice_id");
  CREATE INDEX "_peer_reviews_v_version_version_host_organisation_idx" ON "_peer_reviews_v" USING btree ("version_host_organisation_id");
  CREATE INDEX "_peer_reviews_v_version_version_facilitator_idx" ON "_peer_reviews_v" USING btree ("version_facilitator_id");
  CREATE INDEX "_peer_reviews_v_version_version_responsible_organisation_idx" ON "_peer_reviews_v" USING btree ("version_responsible_organisation_id");
  CREATE INDEX "_peer_reviews_v_version_version_licence_idx" ON "_peer_reviews_v" USING btree ("version_licence_id");
  CREATE INDEX "_peer_reviews_v_version_version_updated_at_idx" ON "_peer_reviews_v" USING btree ("version_updated_at");
  CREATE INDEX "_peer_reviews_v_version_version_created_at_idx" ON "_peer_reviews_v" USING btree ("version_created_at");
  CREATE INDEX "_peer_reviews_v_created_at_idx" ON "_peer_reviews_v" USING btree ("created_at");
  CREATE INDEX "_peer_reviews_v_updated_at_idx" ON "_peer_reviews_v" USING btree ("updated_at");
  CREATE INDEX "_peer_reviews_v_snapshot_idx" ON "_peer_reviews_v" USING btree ("snapshot");
  CREATE INDEX "_peer_reviews_v_published_locale_idx" ON "_peer_reviews_v" USING btree ("published_locale");
  CREATE INDEX "_peer_reviews_v_latest_idx" ON "_peer_reviews_v" USING btree ("latest");
  CREATE INDEX "_peer_reviews_v_version_version_slug_idx" ON "_peer_reviews_v_locales" USING btree ("version_slug","_locale");
  CREATE INDEX "_peer_reviews_v_version_version__status_idx" ON "_peer_reviews_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_peer_reviews_v_locales_locale_parent_id_unique" ON "_peer_reviews_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_peer_reviews_v_rels_order_idx" ON "_peer_reviews_v_rels" USING btree ("order");
  CREATE INDEX "_peer_reviews_v_rels_parent_idx" ON "_peer_reviews_v_rels" USING btree ("parent_id");
  CREATE INDEX "_peer_reviews_v_rels_path_idx" ON "_peer_reviews_v_rels" USING btree ("path");
  CREATE INDEX "_peer_reviews_v_rels_publications_id_idx" ON "_peer_reviews_v_rels" USING btree ("publications_id");
  CREATE INDEX "pages_updated_at_idx" ON "pages" USING btree ("updated_at");
  CREATE INDEX "pages_created_at_idx" ON "pages" USING btree ("created_at");
  CREATE UNIQUE INDEX "pages_slug_idx" ON "pages_locales" USING btree ("slug","_locale");
  CREATE INDEX "pages__status_idx" ON "pages_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "pages_locales_locale_parent_id_unique" ON "pages_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_pages_v_parent_idx" ON "_pages_v" USING btree ("parent_id");
  CREATE INDEX "_pages_v_version_version_updated_at_idx" ON "_pages_v" USING btree ("version_updated_at");
  CREATE INDEX "_pages_v_version_version_created_at_idx" ON "_pages_v" USING btree ("version_created_at");
  CREATE INDEX "_pages_v_created_at_idx" ON "_pages_v" USING btree ("created_at");
  CREATE INDEX "_pages_v_updated_at_idx" ON "_pages_v" USING btree ("updated_at");
  CREATE INDEX "_pages_v_snapshot_idx" ON "_pages_v" USING btree ("snapshot");
  CREATE INDEX "_pages_v_published_locale_idx" ON "_pages_v" USING btree ("published_locale");
  CREATE INDEX "_pages_v_latest_idx" ON "_pages_v" USING btree ("latest");
  CREATE INDEX "_pages_v_version_version_slug_idx" ON "_pages_v_locales" USING btree ("version_slug","_locale");
  CREATE INDEX "_pages_v_version_version__status_idx" ON "_pages_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_pages_v_locales_locale_parent_id_unique" ON "_pages_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "media_licence_idx" ON "media" USING btree ("licence_id");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_card_sizes_card_filename_idx" ON "media" USING btree ("sizes_card_filename");
  CREATE INDEX "media_sizes_mail_sizes_mail_filename_idx" ON "media" USING btree ("sizes_mail_filename");
  CREATE INDEX "media_sizes_social_sizes_social_filename_idx" ON "media" USING btree ("sizes_social_filename");
  CREATE UNIQUE INDEX "media_locales_locale_parent_id_unique" ON "media_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "organisations_type_idx" ON "organisations" USING btree ("type_id");
  CREATE INDEX "organisations_country_idx" ON "organisations" USING btree ("country_id");
  CREATE INDEX "organisations_logo_idx" ON "organisations" USING btree ("logo_id");
  CREATE UNIQUE INDEX "organisations_slug_idx" ON "organisations" USING btree ("slug");
  CREATE INDEX "organisations_updated_at_idx" ON "organisations" USING btree ("updated_at");
  CREATE INDEX "organisations_created_at_idx" ON "organisations" USING btree ("created_at");
  CREATE UNIQUE INDEX "organisations_locales_locale_parent_id_unique" ON "organisations_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "people_organisation_idx" ON "people" USING btree ("organisation_id");
  CREATE INDEX "people_portrait_idx" ON "people" USING btree ("portrait_id");
  CREATE INDEX "people_consent_to_publish_idx" ON "people" USING btree ("consent_to_publish");
  CREATE INDEX "people_updated_at_idx" ON "people" USING btree ("updated_at");
  CREATE INDEX "people_created_at_idx" ON "people" USING btree ("created_at");
  CREATE UNIQUE INDEX "people_locales_locale_parent_id_unique" ON "people_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "projects_disclaimers_order_idx" ON "projects_disclaimers" USING btree ("_order");
  CREATE INDEX "projects_disclaimers_parent_id_idx" ON "projects_disclaimers" USING btree ("_parent_id");
  CREATE INDEX "projects_work_packages_order_idx" ON "projects_work_packages" USING btree ("_order");
  CREATE INDEX "projects_work_packages_parent_id_idx" ON "projects_work_packages" USING btree ("_parent_id");
  CREATE INDEX "projects_work_packages_leader_idx" ON "projects_work_packages" USING btree ("leader_id");
  CREATE UNIQUE INDEX "projects_work_packages_locales_locale_parent_id_unique" ON "projects_work_packages_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "projects_coordinator_idx" ON "projects" USING btree ("coordinator_id");
  CREATE INDEX "projects_programme_idx" ON "projects" USING btree ("programme_id");
  CREATE UNIQUE INDEX "projects_slug_idx" ON "projects" USING btree ("slug");
  CREATE INDEX "projects_updated_at_idx" ON "projects" USING btree ("updated_at");
  CREATE INDEX "projects_created_at_idx" ON "projects" USING btree ("created_at");
  CREATE UNIQUE INDEX "projects_locales_locale_parent_id_unique" ON "projects_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "projects_rels_order_idx" ON "projects_rels" USING btree ("order");
  CREATE INDEX "projects_rels_parent_idx" ON "projects_rels" USING btree ("parent_id");
  CREATE INDEX "projects_rels_path_idx" ON "projects_rels" USING btree ("path");
  CREATE INDEX "projects_rels_organisations_id_idx" ON "projects_rels" USING btree ("organisations_id");
  CREATE INDEX "projects_rels_media_id_idx" ON "projects_rels" USING btree ("media_id");
  CREATE INDEX "communities_leader_idx" ON "communities" USING btree ("leader_id");
  CREATE INDEX "communities_cover_image_idx" ON "communities" USING btree ("cover_image_id");
  CREATE UNIQUE INDEX "communities_slug_idx" ON "communities" USING btree ("slug");
  CREATE INDEX "communities_updated_at_idx" ON "communities" USING btree ("updated_at");
  CREATE INDEX "communities_created_at_idx" ON "communities" USING btree ("created_at");
  CREATE UNIQUE INDEX "communities_locales_locale_parent_id_unique" ON "communities_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "communities_rels_order_idx" ON "communities_rels" USING btree ("order");
  CREATE INDEX "communities_rels_parent_idx" ON "communities_rels" USING btree ("parent_id");
  CREATE INDEX "communities_rels_path_idx" ON "communities_rels" USING btree ("path");
  CREATE INDEX "communities_rels_organisations_id_idx" ON "communities_rels" USING btree ("organisations_id");
  CREATE INDEX "newsletters_locales_chosen_order_idx" ON "newsletters_locales_chosen" USING btree ("order");
  CREATE INDEX "newsletters_locales_chosen_parent_idx" ON "newsletters_locales_chosen" USING btree ("parent_id");
  CREATE INDEX "newsletters_project_idx" ON "newsletters" USING btree ("project_id");
  CREATE UNIQUE INDEX "newsletters_slug_idx" ON "newsletters" USING btree ("slug");
  CREATE INDEX "newsletters_updated_at_idx" ON "newsletters" USING btree ("updated_at");
  CREATE INDEX "newsletters_created_at_idx" ON "newsletters" USING btree ("created_at");
  CREATE UNIQUE INDEX "newsletters_locales_locale_parent_id_unique" ON "newsletters_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "issues_newsletter_idx" ON "issues" USING btree ("newsletter_id");
  CREATE INDEX "issues_state_idx" ON "issues" USING btree ("state");
  CREATE INDEX "issues_updated_at_idx" ON "issues" USING btree ("updated_at");
  CREATE INDEX "issues_created_at_idx" ON "issues" USING btree ("created_at");
  CREATE UNIQUE INDEX "newsletter_number_idx" ON "issues" USING btree ("newsletter_id","number");
  CREATE UNIQUE INDEX "issues_locales_locale_parent_id_unique" ON "issues_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "issues_rels_order_idx" ON "issues_rels" USING btree ("order");
  CREATE INDEX "issues_rels_parent_idx" ON "issues_rels" USING btree ("parent_id");
  CREATE INDEX "issues_rels_path_idx" ON "issues_rels" USING btree ("path");
  CREATE INDEX "issues_rels_practices_id_idx" ON "issues_rels" USING btree ("practices_id");
  CREATE INDEX "issues_rels_publications_id_idx" ON "issues_rels" USING btree ("publications_id");
  CREATE INDEX "issues_rels_events_id_idx" ON "issues_rels" USING btree ("events_id");
  CREATE INDEX "issues_rels_news_id_idx" ON "issues_rels" USING btree ("news_id");
  CREATE UNIQUE INDEX "subscribers_address_key_idx" ON "subscribers" USING btree ("address_key");
  CREATE INDEX "subscribers_locale_idx" ON "subscribers" USING btree ("locale");
  CREATE INDEX "subscribers_status_idx" ON "subscribers" USING btree ("status");
  CREATE INDEX "subscribers_updated_at_idx" ON "subscribers" USING btree ("updated_at");
  CREATE INDEX "subscribers_created_at_idx" ON "subscribers" USING btree ("created_at");
  CREATE INDEX "channels_locales_chosen_order_idx" ON "channels_locales_chosen" USING btree ("order");
  CREATE INDEX "channels_locales_chosen_parent_idx" ON "channels_locales_chosen" USING btree ("parent_id");
  CREATE INDEX "channels_collections_order_idx" ON "channels_collections" USING btree ("order");
  CREATE INDEX "channels_collections_parent_idx" ON "channels_collections" USING btree ("parent_id");
  CREATE INDEX "channels_organisation_idx" ON "channels" USING btree ("organisation_id");
  CREATE INDEX "channels_updated_at_idx" ON "channels" USING btree ("updated_at");
  CREATE INDEX "channels_created_at_idx" ON "channels" USING btree ("created_at");
  CREATE INDEX "topics_exact_match_order_idx" ON "topics_exact_match" USING btree ("_order");
  CREATE INDEX "topics_exact_match_parent_id_idx" ON "topics_exact_match" USING btree ("_parent_id");
  CREATE INDEX "topics_broader_idx" ON "topics" USING btree ("broader_id");
  CREATE INDEX "topics_authority_uri_idx" ON "topics" USING btree ("authority_uri");
  CREATE UNIQUE INDEX "topics_slug_idx" ON "topics" USING btree ("slug");
  CREATE INDEX "topics_updated_at_idx" ON "topics" USING btree ("updated_at");
  CREATE INDEX "topics_created_at_idx" ON "topics" USING btree ("created_at");
  CREATE UNIQUE INDEX "topics_locales_locale_parent_id_unique" ON "topics_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "terms_exact_match_order_idx" ON "terms_exact_match" USING btree ("_order");
  CREATE INDEX "terms_exact_match_parent_id_idx" ON "terms_exact_match" USING btree ("_parent_id");
  CREATE INDEX "terms_vocabulary_idx" ON "terms" USING btree ("vocabulary");
  CREATE INDEX "terms_authority_uri_idx" ON "terms" USING btree ("authority_uri");
  CREATE INDEX "terms_updated_at_idx" ON "terms" USING btree ("updated_at");
  CREATE INDEX "terms_created_at_idx" ON "terms" USING btree ("created_at");
  CREATE UNIQUE INDEX "vocabulary_code_idx" ON "terms" USING btree ("vocabulary","code");
  CREATE UNIQUE INDEX "terms_locales_locale_parent_id_unique" ON "terms_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "frameworks_dimensions_order_idx" ON "frameworks_dimensions" USING btree ("_order");
  CREATE INDEX "frameworks_dimensions_parent_id_idx" ON "frameworks_dimensions" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "frameworks_dimensions_locales_locale_parent_id_unique" ON "frameworks_dimensions_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "frameworks_updated_at_idx" ON "frameworks" USING btree ("updated_at");
  CREATE INDEX "frameworks_created_at_idx" ON "frameworks" USING btree ("created_at");
  CREATE UNIQUE INDEX "code_version_idx" ON "frameworks" USING btree ("code","version");
  CREATE UNIQUE INDEX "frameworks_locales_locale_parent_id_unique" ON "frameworks_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "users_roles_order_idx" ON "users_roles" USING btree ("order");
  CREATE INDEX "users_roles_parent_idx" ON "users_roles" USING btree ("parent_id");
  CREATE INDEX "users_locales_chosen_order_idx" ON "users_locales_chosen" USING btree ("order");
  CREATE INDEX "users_locales_chosen_parent_idx" ON "users_locales_chosen" USING btree ("parent_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_organisation_idx" ON "users" USING btree ("organisation_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "api_consumers_organisation_idx" ON "api_consumers" USING btree ("organisation_id");
  CREATE INDEX "api_consumers_updated_at_idx" ON "api_consumers" USING btree ("updated_at");
  CREATE INDEX "api_consumers_created_at_idx" ON "api_consumers" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_practices_id_idx" ON "payload_locked_documents_rels" USING btree ("practices_id");
  CREATE INDEX "payload_locked_documents_rels_publications_id_idx" ON "payload_locked_documents_rels" USING btree ("publications_id");
  CREATE INDEX "payload_locked_documents_rels_events_id_idx" ON "payload_locked_documents_rels" USING btree ("events_id");
  CREATE INDEX "payload_locked_documents_rels_news_id_idx" ON "payload_locked_documents_rels" USING btree ("news_id");
  CREATE INDEX "payload_locked_documents_rels_peer_reviews_id_idx" ON "payload_locked_documents_rels" USING btree ("peer_reviews_id");
  CREATE INDEX "payload_locked_documents_rels_pages_id_idx" ON "payload_locked_documents_rels" USING btree ("pages_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_organisations_id_idx" ON "payload_locked_documents_rels" USING btree ("organisations_id");
  CREATE INDEX "payload_locked_documents_rels_people_id_idx" ON "payload_locked_documents_rels" USING btree ("people_id");
  CREATE INDEX "payload_locked_documents_rels_projects_id_idx" ON "payload_locked_documents_rels" USING btree ("projects_id");
  CREATE INDEX "payload_locked_documents_rels_communities_id_idx" ON "payload_locked_documents_rels" USING btree ("communities_id");
  CREATE INDEX "payload_locked_documents_rels_newsletters_id_idx" ON "payload_locked_documents_rels" USING btree ("newsletters_id");
  CREATE INDEX "payload_locked_documents_rels_issues_id_idx" ON "payload_locked_documents_rels" USING btree ("issues_id");
  CREATE INDEX "payload_locked_documents_rels_channels_id_idx" ON "payload_locked_documents_rels" USING btree ("channels_id");
  CREATE INDEX "payload_locked_documents_rels_topics_id_idx" ON "payload_locked_documents_rels" USING btree ("topics_id");
  CREATE INDEX "payload_locked_documents_rels_terms_id_idx" ON "payload_locked_documents_rels" USING btree ("terms_id");
  CREATE INDEX "payload_locked_documents_rels_frameworks_id_idx" ON "payload_locked_documents_rels" USING btree ("frameworks_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_api_consumers_id_idx" ON "payload_locked_documents_rels" USING btree ("api_consumers_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_rels_api_consumers_id_idx" ON "payload_preferences_rels" USING btree ("api_consumers_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "network_enabledlocales_chosen_order_idx" ON "network_enabledlocales_chosen" USING btree ("order");
  CREATE INDEX "network_enabledlocales_chosen_parent_idx" ON "network_enabledlocales_chosen" USING btree ("parent_id");
  CREATE INDEX "network_logo_idx" ON "network" USING btree ("logo_id");
  CREATE UNIQUE INDEX "network_locales_locale_parent_id_unique" ON "network_locales" USING btree ("_locale","_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "outbox" CASCADE;
  DROP TABLE "channel_deliveries" CASCADE;
  DROP TABLE "channel_attempts" CASCADE;
  DROP TABLE "editions" CASCADE;
  DROP TABLE "email_deliveries" CASCADE;
  DROP TABLE "email_batches" CASCADE;
  DROP TABLE "subscriptions" CASCADE;
  DROP TABLE "consent_events" CASCADE;
  DROP TABLE "suppressions" CASCADE;
  DROP TABLE "rate_limits" CASCADE;
  DROP TABLE "practices_results" CASCADE;
  DROP TABLE "practices_scores" CASCADE;
  DROP TABLE "practices_phases" CASCADE;
  DROP TABLE "practices_funding" CASCADE;
  DROP TABLE "practices" CASCADE;
  DROP TABLE "practices_locales" CASCADE;
  DROP TABLE "practices_rels" CASCADE;
  DROP TABLE "_practices_v_version_results" CASCADE;
  DROP TABLE "_practices_v_version_scores" CASCADE;
  DROP TABLE "_practices_v_version_phases" CASCADE;
  DROP TABLE "_practices_v_version_funding" CASCADE;
  DROP TABLE "_practices_v" CASCADE;
  DROP TABLE "_practices_v_locales" CASCADE;
  DROP TABLE "_practices_v_rels" CASCADE;
  DROP TABLE "publications_authors" CASCADE;
  DROP TABLE "publications_editions" CASCADE;
  DROP TABLE "publications" CASCADE;
  DROP TABLE "publications_locales" CASCADE;
  DROP TABLE "publications_rels" CASCADE;
  DROP TABLE "_publications_v_version_authors" CASCADE;
  DROP TABLE "_publications_v_version_editions" CASCADE;
  DROP TABLE "_publications_v" CASCADE;
  DROP TABLE "_publications_v_locales" CASCADE;
  DROP TABLE "_publications_v_rels" CASCADE;
  DROP TABLE "events_programme" CASCADE;
  DROP TABLE "events_report_recordings" CASCADE;
  DROP TABLE "events" CASCADE;
  DROP TABLE "events_locales" CASCADE;
  DROP TABLE "events_rels" CASCADE;
  DROP TABLE "_events_v_version_programme" CASCADE;
  DROP TABLE "_events_v_version_report_recordings" CASCADE;
  DROP TABLE "_events_v" CASCADE;
  DROP TABLE "_events_v_locales" CASCADE;
  DROP TABLE "_events_v_rels" CASCADE;
  DROP TABLE "news_sources" CASCADE;
  DROP TABLE "news" CASCADE;
  DROP TABLE "news_locales" CASCADE;
  DROP TABLE "news_rels" CASCADE;
  DROP TABLE "_news_v_version_sources" CASCADE;
  DROP TABLE "_news_v" CASCADE;
  DROP TABLE "_news_v_locales" CASCADE;
  DROP TABLE "_news_v_rels" CASCADE;
  DROP TABLE "peer_reviews_peers" CASCADE;
  DROP TABLE "peer_reviews_recommendations_items" CASCADE;
  DROP TABLE "peer_reviews_benchmark_scores" CASCADE;
  DROP TABLE "peer_reviews" CASCADE;
  DROP TABLE "peer_reviews_locales" CASCADE;
  DROP TABLE "peer_reviews_rels" CASCADE;
  DROP TABLE "_peer_reviews_v_version_peers" CASCADE;
  DROP TABLE "_peer_reviews_v_version_recommendations_items" CASCADE;
  DROP TABLE "_peer_reviews_v_version_benchmark_scores" CASCADE;
  DROP TABLE "_peer_reviews_v" CASCADE;
  DROP TABLE "_peer_reviews_v_locales" CASCADE;
  DROP TABLE "_peer_reviews_v_rels" CASCADE;
  DROP TABLE "pages" CASCADE;
  DROP TABLE "pages_locales" CASCADE;
  DROP TABLE "_pages_v" CASCADE;
  DROP TABLE "_pages_v_locales" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "media_locales" CASCADE;
  DROP TABLE "organisations" CASCADE;
  DROP TABLE "organisations_locales" CASCADE;
  DROP TABLE "people" CASCADE;
  DROP TABLE "people_locales" CASCADE;
  DROP TABLE "projects_disclaimers" CASCADE;
  DROP TABLE "projects_work_packages" CASCADE;
  DROP TABLE "projects_work_packages_locales" CASCADE;
  DROP TABLE "projects" CASCADE;
  DROP TABLE "projects_locales" CASCADE;
  DROP TABLE "projects_rels" CASCADE;
  DROP TABLE "communities" CASCADE;
  DROP TABLE "communities_locales" CASCADE;
  DROP TABLE "communities_rels" CASCADE;
  DROP TABLE "newsletters_locales_chosen" CASCADE;
  DROP TABLE "newsletters" CASCADE;
  DROP TABLE "newsletters_locales" CASCADE;
  DROP TABLE "issues" CASCADE;
  DROP TABLE "issues_locales" CASCADE;
  DROP TABLE "issues_rels" CASCADE;
  DROP TABLE "subscribers" CASCADE;
  DROP TABLE "channels_locales_chosen" CASCADE;
  DROP TABLE "channels_collections" CASCADE;
  DROP TABLE "channels" CASCADE;
  DROP TABLE "topics_exact_match" CASCADE;
  DROP TABLE "topics" CASCADE;
  DROP TABLE "topics_locales" CASCADE;
  DROP TABLE "terms_exact_match" CASCADE;
  DROP TABLE "terms" CASCADE;
  DROP TABLE "terms_locales" CASCADE;
  DROP TABLE "frameworks_dimensions" CASCADE;
  DROP TABLE "frameworks_dimensions_locales" CASCADE;
  DROP TABLE "frameworks" CASCADE;
  DROP TABLE "frameworks_locales" CASCADE;
  DROP TABLE "users_roles" CASCADE;
  DROP TABLE "users_locales_chosen" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "api_consumers" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "network_enabledlocales_chosen" CASCADE;
  DROP TABLE "network" CASCADE;
  DROP TABLE "network_locales" CASCADE;
  DROP TYPE "public"."_locales";
  DROP TYPE "public"."enum_practices_results_unit";
  DROP TYPE "public"."enum_practices_scores_assessor";
  DROP TYPE "public"."enum_practices_phases";
  DROP TYPE "public"."enum_practices_evidence_level";
  DROP TYPE "public"."enum_practices_evaluation_kind";
  DROP TYPE "public"."enum_practices_level";
  DROP TYPE "public"."enum_practices_sector";
  DROP TYPE "public"."enum_practices_mainstreaming";
  DROP TYPE "public"."enum_practices_source_locale";
  DROP TYPE "public"."enum_practices_still_active";
  DROP TYPE "public"."enum_practices_validation_by_network";
  DROP TYPE "public"."enum_practices_validation_by_expert";
  DROP TYPE "public"."enum_practices_status";
  DROP TYPE "public"."enum__practices_v_version_results_unit";
  DROP TYPE "public"."enum__practices_v_version_scores_assessor";
  DROP TYPE "public"."enum__practices_v_version_phases";
  DROP TYPE "public"."enum__practices_v_version_evidence_level";
  DROP TYPE "public"."enum__practices_v_version_evaluation_kind";
  DROP TYPE "public"."enum__practices_v_version_level";
  DROP TYPE "public"."enum__practices_v_version_sector";
  DROP TYPE "public"."enum__practices_v_version_mainstreaming";
  DROP TYPE "public"."enum__practices_v_version_source_locale";
  DROP TYPE "public"."enum__practices_v_version_still_active";
  DROP TYPE "public"."enum__practices_v_version_validation_by_network";
  DROP TYPE "public"."enum__practices_v_version_validation_by_expert";
  DROP TYPE "public"."enum__practices_v_published_locale";
  DROP TYPE "public"."enum__practices_v_version_status";
  DROP TYPE "public"."enum_publications_editions_locale";
  DROP TYPE "public"."enum_publications_editions_format";
  DROP TYPE "public"."enum_publications_access_right";
  DROP TYPE "public"."enum_publications_source_locale";
  DROP TYPE "public"."enum_publications_status";
  DROP TYPE "public"."enum__publications_v_version_editions_locale";
  DROP TYPE "public"."enum__publications_v_version_editions_format";
  DROP TYPE "public"."enum__publications_v_version_access_right";
  DROP TYPE "public"."enum__publications_v_version_source_locale";
  DROP TYPE "public"."enum__publications_v_published_locale";
  DROP TYPE "public"."enum__publications_v_version_status";
  DROP TYPE "public"."enum_event_status";
  DROP TYPE "public"."enum_events_mode";
  DROP TYPE "public"."enum_events_source_locale";
  DROP TYPE "public"."enum_events_status";
  DROP TYPE "public"."enum__events_v_version_mode";
  DROP TYPE "public"."enum__events_v_version_source_locale";
  DROP TYPE "public"."enum__events_v_published_locale";
  DROP TYPE "public"."enum__events_v_version_status";
  DROP TYPE "public"."enum_news_type";
  DROP TYPE "public"."enum_news_source_locale";
  DROP TYPE "public"."enum_news_status";
  DROP TYPE "public"."enum__news_v_version_type";
  DROP TYPE "public"."enum__news_v_version_source_locale";
  DROP TYPE "public"."enum__news_v_published_locale";
  DROP TYPE "public"."enum__news_v_version_status";
  DROP TYPE "public"."enum_peer_reviews_recommendations_items_state";
  DROP TYPE "public"."enum_peer_reviews_mode";
  DROP TYPE "public"."enum_peer_reviews_stage";
  DROP TYPE "public"."enum_peer_reviews_source_locale";
  DROP TYPE "public"."enum_peer_reviews_status";
  DROP TYPE "public"."enum__peer_reviews_v_version_recommendations_items_state";
  DROP TYPE "public"."enum__peer_reviews_v_version_mode";
  DROP TYPE "public"."enum__peer_reviews_v_version_stage";
  DROP TYPE "public"."enum__peer_reviews_v_version_source_locale";
  DROP TYPE "public"."enum__peer_reviews_v_published_locale";
  DROP TYPE "public"."enum__peer_reviews_v_version_status";
  DROP TYPE "public"."enum_pages_kind";
  DROP TYPE "public"."enum_pages_status";
  DROP TYPE "public"."enum__pages_v_version_kind";
  DROP TYPE "public"."enum__pages_v_published_locale";
  DROP TYPE "public"."enum__pages_v_version_status";
  DROP TYPE "public"."enum_projects_disclaimers_locale";
  DROP TYPE "public"."enum_projects_statement";
  DROP TYPE "public"."enum_newsletters_locales";
  DROP TYPE "public"."enum_newsletters_item_fallback";
  DROP TYPE "public"."enum_newsletters_edition_fallback";
  DROP TYPE "public"."enum_newsletters_fallback_locale";
  DROP TYPE "public"."enum_issues_state";
  DROP TYPE "public"."enum_subscribers_locale";
  DROP TYPE "public"."enum_subscribers_status";
  DROP TYPE "public"."enum_channels_locales";
  DROP TYPE "public"."enum_channels_collections";
  DROP TYPE "public"."enum_channels_service";
  DROP TYPE "public"."enum_channels_mode";
  DROP TYPE "public"."enum_terms_vocabulary";
  DROP TYPE "public"."enum_users_roles";
  DROP TYPE "public"."enum_users_locales";
  DROP TYPE "public"."enum_network_enabledlocales";
  DROP TYPE "public"."enum_network_default_locale";`)
}
