import { date, index, pgTable, text } from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../../database/moment.ts'

/** Queries that consumers ask for by their hash. Bounded: those that were not asked for longest make room. */
const persistedQueries = pgTable(
  'persisted_queries',
  {
    /** SHA-256 of the query, hexadecimal. */
    hash: text('hash').primaryKey(),
    query: text('query').notNull(),
    registeredAt: moment('registered_at').notNull().defaultNow(),
    lastUsedOn: date('last_used_on').notNull(),
  },
  (table) => [index('persisted_queries_used').on(table.lastUsedOn, table.registeredAt)],
)

export const ownTables = { persistedQueries }
