import {
  bigint,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../../database/moment.ts'

/** Keys of partner sites. What is kept of a key does not open anything: it cannot be read again. */
const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Of `api-consumers`. */
    consumerId: uuid('consumer_id').notNull(),
    /** How the key begins, to tell one from another. */
    prefix: text('prefix').notNull(),
    /** SHA-256 of the whole key, base64url. It is 256 random bits, so nobody finds it by trying. */
    hash: text('hash').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** It opens nothing from here on: it expires, was replaced, or was ended by hand. Null: never. */
    endsAt: moment('ends_at'),
    /** Only the day. */
    lastUsedOn: date('last_used_on'),
  },
  (table) => [
    uniqueIndex('api_keys_hash').on(table.hash),
    index('api_keys_consumer').on(table.consumerId, table.createdAt),
  ],
)

/** Who reads what, and how often: requests per day and route, nothing of what was asked. */
const apiUsage = pgTable(
  'api_usage',
  {
    consumerId: uuid('consumer_id').notNull(),
    /** In UTC. */
    day: date('day').notNull(),
    /** `listNews`, `graphql`, `rest`. */
    route: text('route').notNull(),
    requests: bigint('requests', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.consumerId, table.day, table.route] })],
)

export const ownTables = { apiKeys, apiUsage }
