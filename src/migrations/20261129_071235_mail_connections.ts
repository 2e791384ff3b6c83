import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "mail_connections" (
  	"place" integer PRIMARY KEY NOT NULL,
  	"holder" uuid,
  	"held_until" timestamp with time zone,
  	"wanted_until" timestamp with time zone
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "mail_connections" CASCADE;`)
}
