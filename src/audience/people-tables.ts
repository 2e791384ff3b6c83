import { sql } from '@payloadcms/db-postgres'
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../database/moment.ts'

/**
 * People who confirmed that they want our mail. No collection of Payload: what it can read, its API can answer, and
 * addresses are answered by nothing but the views that note who looked.
 */
const subscribers = pgTable(
  'subscribers',
  {
    id: uuid('id').primaryKey(),
    /** As mail is sent to it. */
    email: text('email').notNull(),
    /** Keyed hash of the canonical address: one row a mailbox. */
    addressKey: text('address_key').notNull(),
    locale: text('locale').notNull(),
    /** In order, without `locale`. */
    furtherLocales: jsonb('further_locales').notNull().default([]),
    /** every-issue | weekly | monthly */
    frequency: text('frequency').notNull().default('every-issue'),
    /** Topics of the content. Empty: all. */
    topics: uuid('topics').array().notNull().default(sql`'{}'`),
    /** Terms of the vocabulary `countries`. Empty: all. */
    countries: uuid('countries').array().notNull().default(sql`'{}'`),
    /** Term of the vocabulary `audiences`. Null: not said. */
    role: uuid('role'),
    /** Null: not said. */
    organisation: uuid('organisation'),
    /** active | ended: `ended` once neither a newsletter nor a follow is left. */
    status: text('status').notNull().default('active'),
    /** IANA name: in whose hours mail may come. Null: the network's. */
    timeZone: text('time_zone'),
    /** Of everything. Null: not paused. */
    pausedUntil: moment('paused_until'),
    confirmedAt: moment('confirmed_at').notNull(),
    /** When `status` became `ended`. Null while active. */
    endedAt: moment('ended_at'),
    /** Position in `digest_items` up to which everything was considered for this person's digest. Null: none yet. */
    digestCursor: bigint('digest_cursor', { mode: 'number' }),
    /** The import that brought the person. Null: they signed up themselves. */
    importId: uuid('import_id'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('subscribers_address_key_idx').on(table.addressKey),
    index('subscribers_status_idx').on(table.status, table.locale),
    index('subscribers_confirmed').on(table.confirmedAt),
    index('subscribers_import').on(table.importId).where(sql`import_id is not null`),
  ],
)

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
    /** one-click | page | preferences | complaint | bounce | erased | officer | import-undone. Null while confirmed. */
    endedHow: text('ended_how'),
    /** Of this newsletter alone. Null: not paused. */
    pausedUntil: moment('paused_until'),
  },
  (table) => [
    primaryKey({ columns: [table.subscriberId, table.newsletterId] }),
    index('subscriptions_newsletter').on(table.newsletterId, table.state, table.subscriberId),
  ],
)

/** An item or topic that a person wants to hear of. Confirmed like a newsletter. */
const follows = pgTable(
  'follows',
  {
    subscriberId: uuid('subscriber_id').notNull(),
    /** A content collection, or `topics`. */
    target: text('target').notNull(),
    targetId: uuid('target_id').notNull(),
    /** Of an event: whether a reminder is wanted before it begins. */
    reminder: boolean('reminder').notNull().default(false),
    confirmedAt: moment('confirmed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subscriberId, table.target, table.targetId] }),
    index('follows_target').on(table.target, table.targetId),
  ],
)

/** Small numbers for what people may be chosen by, so that a million sets of them fit in memory. */
const facets = pgTable(
  'facets',
  {
    code: serial('code').primaryKey(),
    /** newsletter | language | topic | country | role | organisation | frequency */
    kind: text('kind').notNull(),
    /** An id, a locale or a frequency. `all` of topics and countries: who chose none has it. */
    key: text('key').notNull(),
  },
  (table) => [uniqueIndex('facets_key').on(table.kind, table.key)],
)

/**
 * What an active person may be chosen by, derived from their row, newsletters and languages in the same transaction.
 * Narrow on purpose: counting over a million people reads nothing else.
 */
const subscriberFacets = pgTable(
  'subscriber_facets',
  {
    subscriberId: uuid('subscriber_id').primaryKey(),
    /** First language. */
    locale: text('locale').notNull(),
    /** Codes of `facets`, ascending. */
    facets: integer('facets').array().notNull(),
    confirmedOn: date('confirmed_on').notNull(),
  },
  (table) => [index('subscriber_facets_facets').using('gin', table.facets)],
)

export const peopleTables = {
  subscribers,
  subscriptions,
  follows,
  facets,
  subscriber_facets: subscriberFacets,
}
