import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
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
  
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "issues" ADD CONSTRAINT "issues_segment_id_segments_id_fk" FOREIGN KEY ("segment_id") REFERENCES "public"."segments"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "press_contacts_rels" ADD CONSTRAINT "press_contacts_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "question_routes_rels" ADD CONSTRAINT "question_routes_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE restrict ON UPDATE no action;
  ALTER TABLE "question_routes_rels" ADD CONSTRAINT "question_routes_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE restrict ON UPDATE no action;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
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
  
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsletters_rels" ADD CONSTRAINT "newsletters_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "issues" ADD CONSTRAINT "issues_segment_id_segments_id_fk" FOREIGN KEY ("segment_id") REFERENCES "public"."segments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channels_rels" ADD CONSTRAINT "channels_rels_communities_fk" FOREIGN KEY ("communities_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_contacts_rels" ADD CONSTRAINT "press_contacts_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "question_routes_rels" ADD CONSTRAINT "question_routes_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "question_routes_rels" ADD CONSTRAINT "question_routes_rels_terms_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE cascade ON UPDATE no action;`)
}
