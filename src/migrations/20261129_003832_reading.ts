import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
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
  
  CREATE UNIQUE INDEX "public_documents_seq" ON "public_documents" USING btree ("seq");
  CREATE INDEX "public_documents_list" ON "public_documents" USING btree ("collection","locale","sort_at","item_id") WHERE document is not null and not hidden;
  CREATE INDEX "public_documents_slug" ON "public_documents" USING btree ("collection","locale","slug");
  CREATE INDEX "public_documents_facets" ON "public_documents" USING gin ("facets");
  CREATE INDEX "public_documents_refs" ON "public_documents" USING gin ("refs");
  CREATE INDEX "document_work_item" ON "document_work" USING btree ("collection","item_id");
  INSERT INTO "document_work" ("collection", "item_id")
  SELECT 'practices', "id" FROM "practices" UNION ALL SELECT 'publications', "id" FROM "publications"
  UNION ALL SELECT 'events', "id" FROM "events" UNION ALL SELECT 'news', "id" FROM "news"
  UNION ALL SELECT 'peer-reviews', "id" FROM "peer_reviews" UNION ALL SELECT 'pages', "id" FROM "pages"
  UNION ALL SELECT 'communities', "id" FROM "communities" UNION ALL SELECT 'organisations', "id" FROM "organisations"
  UNION ALL SELECT 'projects', "id" FROM "projects";
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "public_documents" CASCADE;
  DROP TABLE "document_work" CASCADE;`)
}
