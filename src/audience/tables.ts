import { sql } from '@payloadcms/db-postgres'
import {
  bigint,
  bigserial,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

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
    /** An id, a locale or a frequency. */
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

/** A list of people that is brought in from elsewhere, with the evidence that they agreed. */
const audienceImports = pgTable('audience_imports', {
  id: uuid('id').primaryKey(),
  fileName: text('file_name').notNull(),
  /** people | suppressions */
  brings: text('brings').notNull().default('people'),
  /** uploaded | checking | checked | applying | applied | undoing | undone | failed */
  state: text('state').notNull(),
  /** Why it failed. Null: it did not. */
  problem: text('problem'),
  /** Detected, or as the officer corrected it: `{encoding, delimiter, hasHeader, source}`. */
  format: jsonb('format').notNull(),
  /** Column → field, and what holds where a row does not say. Null until it was mapped. */
  mapping: jsonb('mapping'),
  /** Where, when and to which words the people agreed. Null until it was given. */
  evidence: jsonb('evidence'),
  /** Rows by outcome. */
  counts: jsonb('counts').notNull().default({}),
  bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
  /** Of the step under way, from 0 to 1. Null: none is. */
  progress: text('progress'),
  actor: uuid('actor').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
  appliedAt: moment('applied_at'),
  undoneAt: moment('undone_at'),
})

/** The rows of an import as they were read. Addresses are removed by retention; what became of each row stays. */
const audienceImportRows = pgTable(
  'audience_import_rows',
  {
    importId: uuid('import_id').notNull(),
    /** In the file, from 1. */
    line: integer('line').notNull(),
    /** Null: unreadable, or removed since. */
    email: text('email'),
    addressKey: text('address_key'),
    /** What the mapping made of it. */
    values: jsonb('values'),
    /** new | added | unchanged | refused */
    outcome: text('outcome').notNull(),
    /** Why it was refused or changes nothing. Null: neither. */
    reason: text('reason'),
    subscriberId: uuid('subscriber_id'),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.line] }),
    index('audience_import_rows_address').on(table.importId, table.addressKey),
    index('audience_import_rows_outcome').on(table.importId, table.outcome, table.line),
  ],
)

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
    /** Null until everybody was planned. */
    plannedAt: moment('planned_at'),
  },
  (table) => [uniqueIndex('digest_rounds_period').on(table.rhythm, table.period)],
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

export const ownTables = {
  subscribers,
  subscriptions,
  follows,
  facets,
  subscriber_facets: subscriberFacets,
  consent_events: consentEvents,
  suppressions,
  provider_suppressions: providerSuppressions,
  provider_syncs: providerSyncs,
  address_looks: addressLooks,
  audience_imports: audienceImports,
  audience_import_rows: audienceImportRows,
  digest_items: digestItems,
  digest_rounds: digestRounds,
  retention_runs: retentionRuns,
  rate_limits: rateLimits,
}
