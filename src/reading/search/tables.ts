import { index, integer, pgTable, primaryKey, text } from '@payloadcms/db-postgres/drizzle/pg-core'

/**
 * How many documents each choice of a list's filters leads to, kept as documents are written: counting them all would
 * take longer than a reader waits. Under the lock that gives places in the change feed, so that no two write it at once.
 */
const facetTotals = pgTable(
  'facet_totals',
  {
    collection: text('collection').notNull(),
    locale: text('locale').notNull(),
    /** `name:code`, as in `public_documents.facets`. */
    facet: text('facet').notNull(),
    /** In the locale, of the document that was written last. Null: the code is of a closed list of ours. */
    label: text('label'),
    /** Those that are hidden until they are made anew are still in it. */
    total: integer('total').notNull(),
  },
  (table) => [primaryKey({ columns: [table.locale, table.collection, table.facet] })],
)

/**
 * The words of all texts of a language: what a mistyped word could have been, which words begin with what is typed so far,
 * which are forms of each other. A word that no text has any more leads nowhere and does no harm.
 */
const searchWords = pgTable(
  'search_words',
  {
    locale: text('locale').notNull(),
    /** Folded. */
    word: text('word').notNull(),
    /** With its accents, as a text writes it. */
    spelled: text('spelled').notNull(),
    /** Under which it stands in `search_texts.words`. */
    lexemes: text('lexemes').array().notNull(),
    /** Three letters each, and the lexemes: see `letters.ts`. */
    keys: text('keys').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.locale, table.word] }),
    index('search_words_keys').using('gin', table.keys),
  ],
)

export const ownTables = { facetTotals, searchWords }
