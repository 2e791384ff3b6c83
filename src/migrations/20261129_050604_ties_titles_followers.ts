import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "channel_followers" (
  	"channel_id" uuid NOT NULL,
  	"day" date NOT NULL,
  	"followers" integer NOT NULL,
  	CONSTRAINT "channel_followers_channel_id_day_pk" PRIMARY KEY("channel_id","day")
  );
  
  ALTER TABLE "newsletters_rels" DROP CONSTRAINT "newsletters_rels_topics_fk";
  
  ALTER TABLE "newsletters_rels" DROP CONSTRAINT "newsletters_rels_terms_fk";
  
  ALTER TABLE "newsletters_rels" DROP CONSTRAINT "newsletters_rels_communities_fk";
  
  ALTER TABLE "issues" DROP CONSTRAINT "issues_segment_id_segments_id_fk";
  
  ALTER TABLE "channels_rels" DROP CONSTRAINT "channels_rels_topics_fk";
  
  ALTER TABLE "channels_rels" DROP CONSTRAINT "channels_rels_terms_fk";
  
  ALTER TABLE "channels_rels" DROP CONSTRAINT "channels_rels_communities_fk";
  
  ALTER TABLE "press_contacts_rels" DROP CONSTRAINT "press_contacts_rels_topics_fk";
  
  ALTER TABLE "question_routes_rels" DROP CONSTRAINT "question_routes_rels_topics_fk";
  
  ALTER TABLE "question_routes_rels" DROP CONSTRAINT "question_routes_rels_terms_fk";
  
  -- It opened nothing.
  DELETE FROM "api_consumers_scopes" WHERE "value" = 'webhooks';
  ALTER TABLE "api_consumers_scopes" ALTER COLUMN "value" SET DATA TYPE text;
  DROP TYPE "public"."enum_api_consumers_scopes";
  CREATE TYPE "public"."enum_api_consumers_scopes" AS ENUM('read', 'changes');
  ALTER TABLE "api_consumers_scopes" ALTER COLUMN "value" SET DATA TYPE "public"."enum_api_consumers_scopes" USING "value"::"public"."enum_api_consumers_scopes";
  ALTER TABLE "channel_deliveries" ADD COLUMN "failing_since" timestamp with time zone;
  ALTER TABLE "channel_choices" ADD COLUMN "approved_hash" text;
  ALTER TABLE "channel_sessions" ADD COLUMN "limits" jsonb;
  ALTER TABLE "retention" ADD COLUMN "open_questions" numeric DEFAULT 60;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "issues" ADD CONSTRAINT "issues_segment_id_segments_id_fk" FOREIGN KEY ("segment_id") REFERENCES "public"."segments"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "press_contacts_rels" ADD CONSTRAINT "press_contacts_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "question_routes_rels" ADD CONSTRAINT "question_routes_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "question_routes_rels" ADD CONSTRAINT "question_routes_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE restrict ON UPDATE no action;
  CREATE INDEX "public_documents_title_en" ON "public_documents" USING btree ("collection",(left(title, 200) collate "en-x-icu"),"item_id") WHERE locale = 'en' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_bg" ON "public_documents" USING btree ("collection",(left(title, 200) collate "bg-x-icu"),"item_id") WHERE locale = 'bg' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_cs" ON "public_documents" USING btree ("collection",(left(title, 200) collate "cs-x-icu"),"item_id") WHERE locale = 'cs' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_da" ON "public_documents" USING btree ("collection",(left(title, 200) collate "da-x-icu"),"item_id") WHERE locale = 'da' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_de" ON "public_documents" USING btree ("collection",(left(title, 200) collate "de-x-icu"),"item_id") WHERE locale = 'de' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_et" ON "public_documents" USING btree ("collection",(left(title, 200) collate "et-x-icu"),"item_id") WHERE locale = 'et' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_el" ON "public_documents" USING btree ("collection",(left(title, 200) collate "el-x-icu"),"item_id") WHERE locale = 'el' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_es" ON "public_documents" USING btree ("collection",(left(title, 200) collate "es-x-icu"),"item_id") WHERE locale = 'es' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_fr" ON "public_documents" USING btree ("collection",(left(title, 200) collate "fr-x-icu"),"item_id") WHERE locale = 'fr' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_ga" ON "public_documents" USING btree ("collection",(left(title, 200) collate "ga-x-icu"),"item_id") WHERE locale = 'ga' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_hr" ON "public_documents" USING btree ("collection",(left(title, 200) collate "hr-x-icu"),"item_id") WHERE locale = 'hr' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_it" ON "public_documents" USING btree ("collection",(left(title, 200) collate "it-x-icu"),"item_id") WHERE locale = 'it' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_lv" ON "public_documents" USING btree ("collection",(left(title, 200) collate "lv-x-icu"),"item_id") WHERE locale = 'lv' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_lt" ON "public_documents" USING btree ("collection",(left(title, 200) collate "lt-x-icu"),"item_id") WHERE locale = 'lt' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_hu" ON "public_documents" USING btree ("collection",(left(title, 200) collate "hu-x-icu"),"item_id") WHERE locale = 'hu' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_mt" ON "public_documents" USING btree ("collection",(left(title, 200) collate "mt-x-icu"),"item_id") WHERE locale = 'mt' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_nl" ON "public_documents" USING btree ("collection",(left(title, 200) collate "nl-x-icu"),"item_id") WHERE locale = 'nl' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_pl" ON "public_documents" USING btree ("collection",(left(title, 200) collate "pl-x-icu"),"item_id") WHERE locale = 'pl' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_pt" ON "public_documents" USING btree ("collection",(left(title, 200) collate "pt-x-icu"),"item_id") WHERE locale = 'pt' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_ro" ON "public_documents" USING btree ("collection",(left(title, 200) collate "ro-x-icu"),"item_id") WHERE locale = 'ro' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_sk" ON "public_documents" USING btree ("collection",(left(title, 200) collate "sk-x-icu"),"item_id") WHERE locale = 'sk' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_sl" ON "public_documents" USING btree ("collection",(left(title, 200) collate "sl-x-icu"),"item_id") WHERE locale = 'sl' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_fi" ON "public_documents" USING btree ("collection",(left(title, 200) collate "fi-x-icu"),"item_id") WHERE locale = 'fi' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_sv" ON "public_documents" USING btree ("collection",(left(title, 200) collate "sv-x-icu"),"item_id") WHERE locale = 'sv' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_tr" ON "public_documents" USING btree ("collection",(left(title, 200) collate "tr-x-icu"),"item_id") WHERE locale = 'tr' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_uk" ON "public_documents" USING btree ("collection",(left(title, 200) collate "uk-x-icu"),"item_id") WHERE locale = 'uk' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_ru" ON "public_documents" USING btree ("collection",(left(title, 200) collate "ru-x-icu"),"item_id") WHERE locale = 'ru' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_ar" ON "public_documents" USING btree ("collection",(left(title, 200) collate "ar-x-icu"),"item_id") WHERE locale = 'ar' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_fa" ON "public_documents" USING btree ("collection",(left(title, 200) collate "fa-x-icu"),"item_id") WHERE locale = 'fa' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_fa_af" ON "public_documents" USING btree ("collection",(left(title, 200) collate "fa-AF-x-icu"),"item_id") WHERE locale = 'fa-AF' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_ps" ON "public_documents" USING btree ("collection",(left(title, 200) collate "ps-x-icu"),"item_id") WHERE locale = 'ps' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_ur" ON "public_documents" USING btree ("collection",(left(title, 200) collate "ur-x-icu"),"item_id") WHERE locale = 'ur' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_ckb" ON "public_documents" USING btree ("collection",(left(title, 200) collate "ckb-x-icu"),"item_id") WHERE locale = 'ckb' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_ku" ON "public_documents" USING btree ("collection",(left(title, 200) collate "und-x-icu"),"item_id") WHERE locale = 'ku' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_ti" ON "public_documents" USING btree ("collection",(left(title, 200) collate "ti-x-icu"),"item_id") WHERE locale = 'ti' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_so" ON "public_documents" USING btree ("collection",(left(title, 200) collate "so-x-icu"),"item_id") WHERE locale = 'so' and document is not null and not hidden;
  CREATE INDEX "public_documents_title_sq" ON "public_documents" USING btree ("collection",(left(title, 200) collate "sq-x-icu"),"item_id") WHERE locale = 'sq' and document is not null and not hidden;
  CREATE INDEX "publications_access_right_idx" ON "publications" USING btree ("access_right");
  CREATE INDEX "_publications_v_version_version_access_right_idx" ON "_publications_v" USING btree ("version_access_right");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_api_consumers_scopes" ADD VALUE 'webhooks';
  ALTER TABLE "channel_followers" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "channel_followers" CASCADE;
  ALTER TABLE "newsletters_rels" DROP CONSTRAINT "newsletters_rels_topics_fk";
  
  ALTER TABLE "newsletters_rels" DROP CONSTRAINT "newsletters_rels_terms_fk";
  
  ALTER TABLE "newsletters_rels" DROP CONSTRAINT "newsletters_rels_communities_fk";
  
  ALTER TABLE "issues" DROP CONSTRAINT "issues_segment_id_segments_id_fk";
  
  ALTER TABLE "channels_rels" DROP CONSTRAINT "channels_rels_topics_fk";
  
  ALTER TABLE "channels_rels" DROP CONSTRAINT "channels_rels_terms_fk";
  
  ALTER TABLE "channels_rels" DROP CONSTRAINT "channels_rels_communities_fk";
  
  ALTER TABLE "press_contacts_rels" DROP CONSTRAINT "press_contacts_rels_topics_fk";
  
  ALTER TABLE "question_routes_rels" DROP CONSTRAINT "question_routes_rels_topics_fk";
  
  ALTER TABLE "question_routes_rels" DROP CONSTRAINT "question_routes_rels_terms_fk";
  
  DROP INDEX "public_documents_title_en";
  DROP INDEX "public_documents_title_bg";
  DROP INDEX "public_documents_title_cs";
  DROP INDEX "public_documents_title_da";
  DROP INDEX "public_documents_title_de";
  DROP INDEX "public_documents_title_et";
  DROP INDEX "public_documents_title_el";
  DROP INDEX "public_documents_title_es";
  DROP INDEX "public_documents_title_fr";
  DROP INDEX "public_documents_title_ga";
  DROP INDEX "public_documents_title_hr";
  DROP INDEX "public_documents_title_it";
  DROP INDEX "public_documents_title_lv";
  DROP INDEX "public_documents_title_lt";
  DROP INDEX "public_documents_title_hu";
  DROP INDEX "public_documents_title_mt";
  DROP INDEX "public_documents_title_nl";
  DROP INDEX "public_documents_title_pl";
  DROP INDEX "public_documents_title_pt";
  DROP INDEX "public_documents_title_ro";
  DROP INDEX "public_documents_title_sk";
  DROP INDEX "public_documents_title_sl";
  DROP INDEX "public_documents_title_fi";
  DROP INDEX "public_documents_title_sv";
  DROP INDEX "public_documents_title_tr";
  DROP INDEX "public_documents_title_uk";
  DROP INDEX "public_documents_title_ru";
  DROP INDEX "public_documents_title_ar";
  DROP INDEX "public_documents_title_fa";
  DROP INDEX "public_documents_title_fa_af";
  DROP INDEX "public_documents_title_ps";
  DROP INDEX "public_documents_title_ur";
  DROP INDEX "public_documents_title_ckb";
  DROP INDEX "public_documents_title_ku";
  DROP INDEX "public_documents_title_ti";
  DROP INDEX "public_documents_title_so";
  DROP INDEX "public_documents_title_sq";
  DROP INDEX "publications_access_right_idx";
  DROP INDEX "_publications_v_version_version_access_right_idx";
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues" ADD CONSTRAINT "issues_segment_id_segments_id_fk" FOREIGN KEY ("segment_id") REFERENCES "public"."segments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_contacts_rels" ADD CONSTRAINT "press_contacts_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "question_routes_rels" ADD CONSTRAINT "question_routes_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "question_routes_rels" ADD CONSTRAINT "question_routes_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channel_deliveries" DROP COLUMN "failing_since";
  ALTER TABLE "channel_choices" DROP COLUMN "approved_hash";
  ALTER TABLE "channel_sessions" DROP COLUMN "limits";
  ALTER TABLE "retention" DROP COLUMN "open_questions";`)
}
