import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
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
  
  CREATE INDEX "search_words_keys" ON "search_words" USING gin ("keys");
  CREATE INDEX "public_documents_hidden" ON "public_documents" USING btree ("locale") WHERE hidden and document is not null;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "facet_totals" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "search_words" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "facet_totals" CASCADE;
  DROP TABLE "search_words" CASCADE;
  DROP INDEX "public_documents_hidden";`)
}
