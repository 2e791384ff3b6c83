import {
  bigserial,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A subscriber's tie to one newsletter. Only confirmed ones are stored: before that there is nothing but a sealed link. */
const subscriptions = pgTable(
  'subscriptions',
  {
    subscriberId: uuid('subscriber_id').notNull(),
    newsletterId: uuid('newsletter_id').notNull(),
    /** confirmed | ended */
    state: text('state').notNull(),
    confirmedAt: moment('confirmed_at').notNull(),
    endedAt: moment('ended_at'),
    /** one-click | page | preferences | complaint | bounce | erased | officer. Null while confirmed. */
    endedHow: text('ended_how'),
  },
  (table) => [
    primaryKey({ columns: [table.subscriberId, table.newsletterId] }),
    index('subscriptions_newsletter').on(table.newsletterId, table.state, table.subscriberId),
  ],
)

/** Append-only proof: what was agreed or withdrawn, in which words, where and when. Survives erasure under the address key. */
const consentEvents = pgTable(
  'consent_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** Keyed hash of the canonical address, never the address. */
    addressKey: text('address_key').notNull(),
    /** confirmed | changed | ended | erased | imported */
    kind: text('kind').notNull(),
    newsletterIds: jsonb('newsletter_ids').notNull(),
    locale: text('locale').notNull(),
    /** The exact words shown. Empty for a withdrawal. */
    wording: text('wording').notNull(),
    wordingVersion: text('wording_version').notNull(),
    wordingHash: text('wording_hash').notNull(),
    /** Path of the form or link it came by, without token. */
    source: text('source').notNull(),
    /** Identifies the confirmation link, not its secret. Null for withdrawals. */
    tokenId: text('token_id'),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [
    index('consent_events_address').on(table.addressKey, table.id),
    uniqueIndex('consent_events_token').on(table.tokenId),
  ],
)

/** Addresses that must not get mail, by keyed hash, so that it survives erasure. */
const suppressions = pgTable(
  'suppressions',
  {
    addressKey: text('address_key').notNull(),
    /** `global` or a newsletter's id. */
    scope: text('scope').notNull(),
    /** complaint | hard-bounce | manual | erased | unsubscribed */
    reason: text('reason').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.addressKey, table.scope] })],
)

/** How often something was asked in a window, per keyed hash of an address or a network prefix. */
const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').notNull(),
    windowStart: moment('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.windowStart] })],
)

export const ownTables = {
  subscriptions,
  consent_events: consentEvents,
  suppressions,
  rate_limits: rateLimits,
}
