import { sql } from '@payloadcms/db-postgres'
import { bigserial, index, pgTable, text, uuid } from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../database/moment.ts'

/** One row per change of an item in one locale, written in the item's own transaction. Never edited but for `planned_at`. */
const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    collection: text('collection').notNull(),
    itemId: uuid('item_id').notNull(),
    locale: text('locale').notNull(),
    /** published | revised | withdrawn */
    kind: text('kind').notNull(),
    /** Of what the public sees in this locale; equal hashes mean that nothing changed for readers. Empty when withdrawn. */
    contentHash: text('content_hash').notNull(),
    occurredAt: moment('occurred_at').notNull().defaultNow(),
    /** Null until the ledger holds what this change calls for. */
    plannedAt: moment('planned_at'),
  },
  (table) => [
    index('outbox_to_plan').on(table.id).where(sql`planned_at is null`),
    index('outbox_item').on(table.collection, table.itemId, table.locale, table.id),
  ],
)

export const ownTables = { outbox }
