import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What an issue held as one list becomes the first part of its contents. Ids are as Payload makes them: 24 hex digits. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    INSERT INTO "issues_blocks_items" ("id", "_order", "_parent_id", "_path")
    SELECT substr(md5(parent_id::text), 1, 24), 1, parent_id, 'contents'
    FROM "issues_rels" WHERE path = 'items' GROUP BY parent_id;
    UPDATE "issues_rels" SET path = 'contents.0.items' WHERE path = 'items';
    UPDATE "email_deliveries" d SET domain = lower(split_part(person.email, '@', 2))
    FROM "subscribers" person WHERE person.id = d.subscriber_id AND d.state = 'planned';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    UPDATE "issues_rels" SET path = 'items' WHERE path LIKE 'contents.%.items';
    DELETE FROM "issues_blocks_items";
  `)
}
