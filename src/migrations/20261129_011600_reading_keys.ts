import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_api_consumers_scopes" AS ENUM('read', 'changes', 'webhooks');
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
  
  CREATE TABLE "api_consumers_scopes" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_api_consumers_scopes",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  ALTER TABLE "api_consumers" ADD COLUMN "rate_per_minute" numeric DEFAULT 1200 NOT NULL;
  ALTER TABLE "api_consumers" ADD COLUMN "quota_per_day" numeric;
  ALTER TABLE "api_consumers_scopes" ADD CONSTRAINT "api_consumers_scopes_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."api_consumers"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("hash");
  CREATE INDEX "api_keys_consumer" ON "api_keys" USING btree ("consumer_id","created_at");
  CREATE INDEX "persisted_queries_used" ON "persisted_queries" USING btree ("last_used_on","registered_at");
  CREATE INDEX "api_consumers_scopes_order_idx" ON "api_consumers_scopes" USING btree ("order");
  CREATE INDEX "api_consumers_scopes_parent_idx" ON "api_consumers_scopes" USING btree ("parent_id");
  ALTER TABLE "api_consumers" DROP COLUMN "enable_a_p_i_key";
  ALTER TABLE "api_consumers" DROP COLUMN "api_key";
  ALTER TABLE "api_consumers" DROP COLUMN "api_key_index";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "api_keys" CASCADE;
  DROP TABLE "api_usage" CASCADE;
  DROP TABLE "persisted_queries" CASCADE;
  DROP TABLE "api_consumers_scopes" CASCADE;
  ALTER TABLE "api_consumers" ADD COLUMN "enable_a_p_i_key" boolean;
  ALTER TABLE "api_consumers" ADD COLUMN "api_key" varchar;
  ALTER TABLE "api_consumers" ADD COLUMN "api_key_index" varchar;
  ALTER TABLE "api_consumers" DROP COLUMN "rate_per_minute";
  ALTER TABLE "api_consumers" DROP COLUMN "quota_per_day";
  DROP TYPE "public"."enum_api_consumers_scopes";`)
}
