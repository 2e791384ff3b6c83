import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "domain_holds" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"issue_id" uuid NOT NULL,
  	"mx_group" text NOT NULL,
  	"code" text,
  	"since" timestamp with time zone DEFAULT now() NOT NULL,
  	"ended_at" timestamp with time zone,
  	"outcome" text
  );
  
  CREATE UNIQUE INDEX "domain_holds_once" ON "domain_holds" USING btree ("issue_id","mx_group");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "domain_holds" CASCADE;`)
}
