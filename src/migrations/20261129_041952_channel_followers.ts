import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "channel_followers" (
  	"channel_id" uuid NOT NULL,
  	"day" date NOT NULL,
  	"followers" integer NOT NULL,
  	CONSTRAINT "channel_followers_channel_id_day_pk" PRIMARY KEY("channel_id","day")
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "channel_followers" CASCADE;`)
}
