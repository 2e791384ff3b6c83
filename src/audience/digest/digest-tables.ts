import { sql } from '@payloadcms/db-postgres'
import {
  bigint,
  bigserial,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../../database/moment.ts'

/** What became public, one row a publication, numbered in the order of commits: a digest remembers how far it has read. */
const digestItems = pgTable(
  'digest_items',
  {
    position: bigserial('position', { mode: 'number' }).primaryKey(),
    outboxId: bigint('outbox_id', { mode: 'number' }).notNull(),
    collection: text('collection').notNull(),
    itemId: uuid('item_id').notNull(),
    locale: text('locale').notNull(),
    topics: uuid('topics').array().notNull().default(sql`'{}'`),
    countries: uuid('countries').array().notNull().default(sql`'{}'`),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('digest_items_outbox').on(table.outboxId),
    index('digest_items_item').on(table.itemId, table.position),
  ],
)

/** One week's or month's digests: how far they read, and how far their planning has come. */
const digestRounds = pgTable(
  'digest_rounds',
  {
    id: uuid('id').primaryKey(),
    /** weekly | monthly */
    rhythm: text('rhythm').notNull(),
    /** `2026-W48` or `2026-11`, in the network's time zone. */
    period: text('period').notNull(),
    /** Last position of `digest_items` that these digests hold. */
    head: bigint('head', { mode: 'number' }).notNull(),
    dueAt: moment('due_at').notNull(),
    /** Last person that was planned. Null: nobody yet. */
    plannedThrough: uuid('planned_through'),
    /** Whose digest was considered so far. */
    people: integer('people').notNull().default(0),
    /** For how many of them there was something new. */
    mails: integer('mails').notNull().default(0),
    /** Null until everybody was planned. */
    plannedAt: moment('planned_at'),
  },
  (table) => [uniqueIndex('digest_rounds_period').on(table.rhythm, table.period)],
)

export const digestTables = {
  digest_items: digestItems,
  digest_rounds: digestRounds,
}
