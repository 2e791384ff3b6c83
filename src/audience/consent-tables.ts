import {
  bigserial,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../database/moment.ts'

/**
 * Append-only proof, held so by a trigger: what was agreed or withdrawn, in which words, where and when. Survives erasure
 * under the address key. Who gets what today is a replay of it (`replay.ts`).
 */
const consentEvents = pgTable(
  'consent_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** Keyed hash of the canonical address, never the address. */
    addressKey: text('address_key').notNull(),
    /** See `ConsentKind`. */
    kind: text('kind').notNull(),
    newsletterIds: jsonb('newsletter_ids').notNull(),
    /** `{target, targetId}[]` that the event is about. */
    follows: jsonb('follows').notNull().default([]),
    /** What else can be said: the choices made, evidence of an import, reason and note of a suppression. Never an address. */
    detail: jsonb('detail'),
    /** Who of staff did it. Null: the person themselves, or the program. */
    actor: uuid('actor'),
    importId: uuid('import_id'),
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
    index('consent_events_at').on(table.at, table.kind),
  ],
)

/** Addresses that must not get mail, by keyed hash, so that it survives erasure. */
const suppressions = pgTable(
  'suppressions',
  {
    addressKey: text('address_key').notNull(),
    /** `global` or a newsletter's id. */
    scope: text('scope').notNull(),
    /** complaint | hard-bounce | manual | erased | unsubscribed: of several the gravest stands. */
    reason: text('reason').notNull(),
    /** person | mailbox | officer | import | resend */
    origin: text('origin').notNull().default('person'),
    /** Of the officer, or what the service said. Null: none. */
    note: text('note'),
    actor: uuid('actor'),
    at: moment('at').notNull().defaultNow(),
    /** When the person had everything erased: holds beneath a graver reason, and again once that was released. Null: they did not. */
    erasedAt: moment('erased_at'),
  },
  (table) => [
    primaryKey({ columns: [table.addressKey, table.scope] }),
    index('suppressions_at').on(table.at),
  ],
)

/** What a sending service's own list says, as it was read last. */
const providerSuppressions = pgTable(
  'provider_suppressions',
  {
    provider: text('provider').notNull(),
    addressKey: text('address_key').notNull(),
    /** complaint | hard-bounce | manual */
    reason: text('reason').notNull(),
    /** By which it is taken off their list, also once nothing but a hash is left here. */
    remoteId: text('remote_id').notNull(),
    seenAt: moment('seen_at').notNull().defaultNow(),
    /** When an officer released the address, so that theirs is to go as well. Null: nobody did. */
    releasedAt: moment('released_at'),
  },
  (table) => [primaryKey({ columns: [table.provider, table.addressKey] })],
)

/** Each time that our list and a service's were compared, append-only. */
const providerSyncs = pgTable('provider_syncs', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  provider: text('provider').notNull(),
  startedAt: moment('started_at').notNull().defaultNow(),
  finishedAt: moment('finished_at'),
  /** Theirs that we took over. */
  taken: integer('taken').notNull().default(0),
  /** Ours that they took over. */
  given: integer('given').notNull().default(0),
  /** Ours that cannot be told, since nothing but a hash is left of them. */
  untellable: integer('untellable').notNull().default(0),
  /** Why it ended early. Null: it did not. */
  problem: text('problem'),
})

/** Who of staff saw an address, or many of them, and why. Append-only. */
const addressLooks = pgTable(
  'address_looks',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    userId: uuid('user_id').notNull(),
    /** shown | found | exported | consent-exported | imported */
    kind: text('kind').notNull(),
    /** Null: not one person, or erased since. */
    subscriberId: uuid('subscriber_id'),
    /** How many addresses. */
    people: integer('people').notNull().default(1),
    /** In the officer's words. Empty: none were asked for. */
    purpose: text('purpose').notNull().default(''),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [
    index('address_looks_subscriber').on(table.subscriberId),
    index('address_looks_at').on(table.at),
  ],
)

/** Each time that a retention rule was tried or carried out, append-only. */
const retentionRuns = pgTable(
  'retention_runs',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    rule: text('rule').notNull(),
    /** tried | applied */
    mode: text('mode').notNull(),
    days: integer('days').notNull(),
    /** Rows removed, or that would be. */
    affected: integer('affected').notNull(),
    /** Null: the daily run. */
    actor: uuid('actor'),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [index('retention_runs_at').on(table.at)],
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

export const consentTables = {
  consent_events: consentEvents,
  suppressions,
  provider_suppressions: providerSuppressions,
  provider_syncs: providerSyncs,
  address_looks: addressLooks,
  retention_runs: retentionRuns,
  rate_limits: rateLimits,
}
