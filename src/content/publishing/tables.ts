import { sql } from '@payloadcms/db-postgres'
import { index, integer, pgTable, primaryKey, text, uuid } from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../../database/moment.ts'

/** One row per item, locale and moment at which it is to be published or taken back. */
const scheduledPublications = pgTable(
  'scheduled_publications',
  {
    id: uuid('id').primaryKey(),
    collection: text('collection').notNull(),
    itemId: uuid('item_id').notNull(),
    locale: text('locale').notNull(),
    /** publish | unpublish */
    action: text('action').notNull(),
    dueAt: moment('due_at').notNull(),
    /** IANA name of the zone in which the moment was chosen, and in which it is shown. */
    timeZone: text('time_zone').notNull(),
    /** planned | done | failed | cancelled */
    state: text('state').notNull(),
    /** Why it failed. Null when there is nothing to explain. */
    reason: text('reason'),
    /** Whose right to publish it runs with. */
    createdBy: uuid('created_by').notNull(),
    attempts: integer('attempts').notNull().default(0),
    leaseUntil: moment('lease_until'),
    createdAt: moment('created_at').notNull().defaultNow(),
    settledAt: moment('settled_at'),
  },
  (table) => [
    index('scheduled_publications_due').on(table.dueAt).where(sql`state = 'planned'`),
    index('scheduled_publications_item').on(table.collection, table.itemId),
  ],
)

/** Every name under which an item is or was public in a locale. The slug, or the id of an item that has none. */
const publicSlugs = pgTable(
  'public_slugs',
  {
    collection: text('collection').notNull(),
    locale: text('locale').notNull(),
    slug: text('slug').notNull(),
    itemId: uuid('item_id').notNull(),
    /** Since when it is no longer the item's name. Null while it is. */
    replacedAt: moment('replaced_at'),
  },
  (table) => [
    primaryKey({ columns: [table.collection, table.locale, table.slug] }),
    index('public_slugs_item').on(table.collection, table.itemId),
    index('public_slugs_replaced')
      .on(table.replacedAt, table.collection, table.locale, table.slug)
      .where(sql`replaced_at is not null`),
  ],
)

export const ownTables = { scheduled_publications: scheduledPublications, public_slugs: publicSlugs }
