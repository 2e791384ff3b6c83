import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
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
  CREATE INDEX "fediverse_received_at" ON "fediverse_received" USING btree ("at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "fediverse_actors" CASCADE;
  DROP TABLE "fediverse_followers" CASCADE;
  DROP TABLE "fediverse_objects" CASCADE;
  DROP TABLE "fediverse_deliveries" CASCADE;
  DROP TABLE "fediverse_received" CASCADE;`)
}
