import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The locales that have a part of the table to themselves, so that a search reads nothing of another language. Those
 * that no network can enable yet share one; a migration that gives one of them its own moves its rows.
 */
const parts = [
  ...['en', 'bg', 'cs', 'da', 'de', 'et', 'el', 'es', 'fr', 'ga', 'hr', 'it', 'lv', 'lt', 'hu', 'mt', 'nl', 'pl'],
  ...['pt', 'ro', 'sk', 'sl', 'fi', 'sv', 'tr', 'uk', 'ru', 'ar', 'fa'],
]

/** What there is already becomes documents, and is found. */
const readable = [
  ...['practices', 'publications', 'events', 'news', 'peer-reviews', 'pages', 'faqs', 'communities'],
  ...['organisations', 'projects'],
]

/**
 * What documents are found by, beside them because a search reads many rows of it: one per document that is public or
 * hidden, and none without its document. `words` is written by `src/reading/search/search-vector.ts`; `facets` are the
 * document's and `collection:<its collection>`; `version` says by which rules it was made. In SQL, as the schema builder
 * knows no parts of a table. Needs no extension of Postgres, and so no rights beyond its own tables.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    create table search_texts (
      collection text not null,
      item_id uuid not null,
      locale text not null,
      words tsvector not null,
      facets text[] not null,
      sort_at timestamptz not null,
      version text not null,
      primary key (locale, collection, item_id),
      foreign key (collection, item_id, locale) references public_documents (collection, item_id, locale)
        on delete cascade
    ) partition by list (locale)
  `)
  for (const locale of parts)
    await db.execute(
      sql.raw(`create table search_texts_${locale} partition of search_texts for values in ('${locale}')`),
    )
  await db.execute(sql`
    create table search_texts_other partition of search_texts default;
    create index search_texts_words on search_texts using gin (words, facets) with (fastupdate = off);
    create index search_texts_newest on search_texts (sort_at desc);
    create index search_texts_version on search_texts (version);
  `)
  for (const collection of readable)
    await db.execute(
      sql.raw(
        `insert into document_work (collection, item_id) select '${collection}', id from ${collection.replaceAll('-', '_')}`,
      ),
    )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop table search_texts`)
}
