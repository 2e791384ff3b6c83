import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "change_histories" (
  	"epoch" text PRIMARY KEY NOT NULL,
  	"since" timestamp with time zone
  );
  
  ALTER TABLE "question_counts" DROP CONSTRAINT "question_counts_pk";
  ALTER TABLE "questions" ALTER COLUMN "topic_id" DROP NOT NULL;
  ALTER TABLE "questions" ALTER COLUMN "country_id" DROP NOT NULL;
  ALTER TABLE "question_counts" ALTER COLUMN "topic_id" DROP NOT NULL;
  ALTER TABLE "question_counts" ALTER COLUMN "country_id" DROP NOT NULL;
  CREATE INDEX "public_documents_mixed_titles" ON "public_documents" USING btree ("collection","locale",(left(title, 200) collate "und-x-icu"),"item_id") WHERE document is not null and not hidden;
  ALTER TABLE "question_counts" ADD CONSTRAINT "question_counts_kind" UNIQUE NULLS NOT DISTINCT("month","topic_id","country_id","locale","state");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "change_histories" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "change_histories" CASCADE;
  ALTER TABLE "question_counts" DROP CONSTRAINT "question_counts_kind";
  DROP INDEX "public_documents_mixed_titles";
  ALTER TABLE "questions" ALTER COLUMN "topic_id" SET NOT NULL;
  ALTER TABLE "questions" ALTER COLUMN "country_id" SET NOT NULL;
  ALTER TABLE "question_counts" ALTER COLUMN "topic_id" SET NOT NULL;
  ALTER TABLE "question_counts" ALTER COLUMN "country_id" SET NOT NULL;
  ALTER TABLE "question_counts" ADD CONSTRAINT "question_counts_pk" PRIMARY KEY("month","topic_id","country_id","locale","state");`)
}
