import { bigint, index, jsonb, pgTable, text, uuid } from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../database/moment.ts'

/** What was mailed to the press, once for all who get it. The mails themselves are rows of `personal_mails`. */
const pressReleases = pgTable(
  'press_releases',
  {
    /** Of the post: the same at every attempt to enter it. */
    key: text('key').primaryKey(),
    collection: text('collection').notNull(),
    itemId: uuid('item_id').notNull(),
    locale: text('locale').notNull(),
    /** published | corrected | withdrawn */
    change: text('change').notNull(),
    subject: text('subject').notNull(),
    /** With placeholders for each contact's own links. */
    html: text('html').notNull(),
    text: text('text').notNull(),
    /** `ItemFile[]`: what comes along. */
    files: jsonb('files').notNull(),
    replyTo: text('reply_to').notNull(),
    /** To how many it was entered. */
    contacts: bigint('contacts', { mode: 'number' }).notNull().default(0),
    enteredAt: moment('entered_at').notNull().defaultNow(),
  },
  (table) => [index('press_releases_item').on(table.collection, table.itemId, table.locale)],
)

export const pressTables = { press_releases: pressReleases }
