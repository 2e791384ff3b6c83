import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Names under which items are public already, so that their addresses go on working when they get other names. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const collection of ['practices', 'publications', 'events', 'news', 'pages'])
    await db.execute(sql`
      insert into public_slugs (collection, locale, slug, item_id)
      select ${collection}, _locale::text, coalesce(slug, _parent_id::text), _parent_id
      from ${sql.identifier(`${collection}_locales`)} where _status = 'published'
      on conflict do nothing
    `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`delete from public_slugs`)
}
