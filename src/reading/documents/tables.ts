import { sql } from '@payloadcms/db-postgres'
import {
  bigserial,
  boolean,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../../database/moment.ts'
import { locales } from '../../i18n/locales.ts'
import { missingLocales } from './missing-locales.ts'
import { sortedTitle, titleOrder } from './title-order.ts'

/**
 * What is public, ready to be answered: one row per document and locale that is or was public. Made from the content
 * model by `project-documents.ts` and from nothing else. What is gone is told here only, so rows are never removed.
 */
const publicDocuments = pgTable(
  'public_documents',
  {
    collection: text('collection').notNull(),
    itemId: uuid('item_id').notNull(),
    locale: text('locale').notNull(),
    /** The whole answer, a `PublicDocument`. Null: gone, and the row says since when. */
    document: jsonb('document'),
    /** Set in the transaction that takes it from its readers, before the row is made anew. Never answered. */
    hidden: boolean('hidden').notNull().default(false),
    /** Place in the change feed. Given under a lock, so that a greater one never commits before a lesser one. */
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    changedAt: moment('changed_at').notNull(),
    /** withdrawn | deleted. Null while it is public. */
    gone: text('gone'),
    /** The last one it had. */
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    publishedAt: moment('published_at').notNull(),
    /** By which lists are in order: an event's start, a date that was typed, else when it was published. */
    sortAt: moment('sort_at').notNull(),
    /** Of an event. */
    endsAt: moment('ends_at'),
    /** `kind:code`, what lists are filtered and counted by. What is gone keeps its last ones. */
    facets: text('facets').array().notNull(),
    /** Ids of every row that was read for it: when one changes, it is made anew. */
    refs: uuid('refs').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.collection, table.itemId, table.locale] }),
    uniqueIndex('public_documents_seq').on(table.seq),
    index('public_documents_list')
      .on(table.collection, table.locale, table.sortAt, table.itemId)
      .where(sql`document is not null and not hidden`),
    index('public_documents_new')
      .on(table.collection, table.locale, table.publishedAt, table.itemId)
      .where(sql`document is not null and not hidden`),
    // One for each language: each has an alphabet of its own. A row is in one of them.
    ...locales.map((locale) =>
      index(`public_documents_title_${locale.replaceAll('-', '_').toLowerCase()}`)
        .on(table.collection, sql`(${sortedTitle(sql`title`)} ${titleOrder(locale)})`, table.itemId)
        .where(sql`locale = ${sql.raw(`'${locale}'`)} and document is not null and not hidden`),
    ),
    // Of lists that fall back to other languages, which have no alphabet in common.
    index('public_documents_mixed_titles')
      .on(table.collection, table.locale, sql`(${sortedTitle(sql`title`)} ${titleOrder(null)})`, table.itemId)
      .where(sql`document is not null and not hidden`),
    // The function is made by hand, before: see `missing-locales.ts`. Of all rows: Postgres estimates by no index of some.
    index('public_documents_missing').using('gin', missingLocales(sql`document`)),
    index('public_documents_changed').on(table.changedAt, table.seq),
    index('public_documents_gone').on(table.locale, table.changedAt).where(sql`document is null`),
    index('public_documents_slug').on(table.collection, table.locale, table.slug),
    index('public_documents_facets').using('gin', table.facets),
    index('public_documents_hidden').on(table.locale).where(sql`hidden and document is not null`),
    index('public_documents_refs').using('gin', table.refs),
  ],
)

/** What changed and is not in `public_documents` yet. Several rows of one document are one piece of work. */
const documentWork = pgTable(
  'document_work',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    collection: text('collection').notNull(),
    itemId: uuid('item_id').notNull(),
    since: moment('since').notNull().defaultNow(),
  },
  (table) => [index('document_work_item').on(table.collection, table.itemId)],
)

/** Histories of changes that this database has had; what was lost between two of them is not known. See `changeHistory`. */
const changeHistories = pgTable('change_histories', {
  epoch: text('epoch').primaryKey(),
  /** When it was first seen in place of another. Null: no other was before it. */
  since: moment('since'),
})

export const ownTables = { publicDocuments, documentWork, changeHistories }
