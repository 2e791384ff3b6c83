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
  text,
  uniqueIndex,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../database/moment.ts'

/**
 * One row per item, locale and channel account: what should stand there, what does, and how far we are.
 * Project evidence: rows outlive the item and the account, so neither is a foreign key and both are named in the row.
 */
const channelDeliveries = pgTable(
  'channel_deliveries',
  {
    id: uuid('id').primaryKey(),
    collection: text('collection').notNull(),
    itemId: uuid('item_id').notNull(),
    locale: text('locale').notNull(),
    channelId: uuid('channel_id').notNull(),
    service: text('service').notNull(),
    title: text('title').notNull(),
    /** Address of the item's page as the newest post has it, by which that is found again. */
    itemUrl: text('item_url').notNull(),
    /** live | absent */
    desired: text('desired').notNull(),
    /** Outbox entry that last changed `desired` or the content; a later one is never undone by an earlier. */
    outboxId: bigint('outbox_id', { mode: 'number' }).notNull(),
    /** planned | held | submitting | submitted | unconfirmed | failed | skipped. `held`: a person is to decide. */
    state: text('state').notNull(),
    /** Why it was skipped, failed, is unconfirmed or waits. Null when there is nothing to explain. */
    reason: text('reason'),
    /** none | live | absent | unconfirmed | unlinked */
    remoteState: text('remote_state').notNull().default('none'),
    remoteId: text('remote_id'),
    remoteUrl: text('remote_url'),
    /** By which a look tells whether somebody changed it there. Null: it cannot be told. */
    remoteMark: text('remote_mark'),
    /** `string[]`: what attempts of ours to change it would have made it say, of which nobody knows whether they arrived. */
    attempted: jsonb('attempted').notNull().default([]),
    /**
     * What the post that stands says, or the one that may: the same again is not submitted. It begins with `item:`, or
     * with `notice:` for word of a withdrawal; `removing:` while it is being removed. Null: it is not known.
     */
    remoteHash: text('remote_hash'),
    /** When what stands was first posted. */
    remoteSince: moment('remote_since'),
    /** `{id, url, since}[]`: earlier posts of ours that stand beside it and could not be changed. */
    leftStanding: jsonb('left_standing').notNull().default([]),
    /** publish | backfill | manual: what called for it. */
    origin: text('origin').notNull().default('publish'),
    /** A person looked at a change made there and wants ours: the next update overwrites it. */
    overwrite: boolean('overwrite').notNull().default(false),
    /** Digest of the words that the person saw there: others are not overwritten. Null: they saw none. */
    overwrites: text('overwrites'),
    /** What a later look found: live | gone | changed. Null: nobody looked. */
    probe: text('probe'),
    probedAt: moment('probed_at'),
    /** What the other side said last when it did not take it, without secrets, up to 2000 characters. */
    error: text('error'),
    /** Outbox entry that the other side shows. Null: none. */
    remoteOutboxId: bigint('remote_outbox_id', { mode: 'number' }),
    /** Counts new posts, not attempts: part of the idempotency key. */
    generation: integer('generation').notNull().default(1),
    /** Counts what was planned or decided, so that whoever carries it out notices when more was meanwhile. */
    revision: integer('revision').notNull().default(1),
    attempts: integer('attempts').notNull().default(0),
    /** When the first of the attempts failed that failed without one in between that went well. Null: none failed. */
    failingSince: moment('failing_since'),
    dueAt: moment('due_at').notNull().defaultNow(),
    leaseUntil: moment('lease_until'),
    leaseToken: uuid('lease_token'),
    plannedAt: moment('planned_at').notNull().defaultNow(),
    submittedAt: moment('submitted_at'),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('channel_deliveries_once').on(table.collection, table.itemId, table.locale, table.channelId),
    index('channel_deliveries_due').on(table.dueAt).where(sql`state = 'planned'`),
    index('channel_deliveries_leased').on(table.leaseUntil).where(sql`state = 'submitting'`),
    index('channel_deliveries_channel').on(table.channelId),
    index('channel_deliveries_waiting').on(table.channelId, table.dueAt).where(sql`state = 'planned'`),
  ],
)

/** What was tried and what came of it, append-only. */
const channelAttempts = pgTable(
  'channel_attempts',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    deliveryId: uuid('delivery_id').notNull(),
    /** publish | update | remove */
    action: text('action').notNull(),
    /** State after it. */
    outcome: text('outcome').notNull(),
    reason: text('reason'),
    remoteUrl: text('remote_url'),
    /** What the other side said, without secrets, up to 2000 characters. */
    error: text('error'),
    /** HTTP. Null: there was no answer, or none that failed. */
    status: integer('status'),
    tookMs: integer('took_ms'),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [index('channel_attempts_delivery').on(table.deliveryId, table.id)],
)

/** What editors chose for an item on one channel in one language, also before it is public. No row: the channel's rules. */
const channelChoices = pgTable(
  'channel_choices',
  {
    collection: text('collection').notNull(),
    itemId: uuid('item_id').notNull(),
    locale: text('locale').notNull(),
    channelId: uuid('channel_id').notNull(),
    /** yes | no. Null: as the channel's rules say. */
    wanted: text('wanted'),
    /** Instead of what is composed. Null: that. */
    text: text('text'),
    /** item | none | own */
    picture: text('picture').notNull().default('item'),
    /** Of the collection media, for `own`. */
    pictureId: uuid('picture_id'),
    /** In the post's language, for `own`. */
    alt: text('alt'),
    /** Not before. Null: as soon as it may. */
    scheduledFor: moment('scheduled_for'),
    /** requested | approved | rejected. Null: nobody asked. */
    approval: text('approval'),
    /** Fingerprint of the post as it was approved, for what can never be taken back. Null: not approved, or no post yet. */
    approvedHash: text('approved_hash'),
    /** Of staff. */
    requestedBy: uuid('requested_by'),
    decidedBy: uuid('decided_by'),
    decidedAt: moment('decided_at'),
    updatedBy: uuid('updated_by'),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.collection, table.itemId, table.locale, table.channelId] })],
)

/** What a service gave us to act with for a while. The row is the lock under which it is renewed. */
const channelSessions = pgTable('channel_sessions', {
  channelId: uuid('channel_id').primaryKey(),
  /** Sealed for this channel. Null: none yet. */
  sealed: text('sealed'),
  expiresAt: moment('expires_at'),
  renewedAt: moment('renewed_at').notNull().defaultNow(),
  /** When the account was looked at last. Null: never. */
  verifiedAt: moment('verified_at'),
  /** When the credentials that a person gave end. Null: never, or the service does not say. */
  credentialsEnd: moment('credentials_end'),
  /** What the server takes, as it said when the account was looked at. Null: it says nothing of the kind. */
  limits: jsonb('limits'),
  /** The end that the caretaker was told of. Null: none. */
  endTold: moment('end_told'),
})

/** How many followed a channel's account on a day, as its service counted them last on that day. */
const channelFollowers = pgTable(
  'channel_followers',
  {
    channelId: uuid('channel_id').notNull(),
    /** UTC. */
    day: date('day').notNull(),
    followers: integer('followers').notNull(),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.day] })],
)

/** An item that was corrected or withdrawn for a reason that readers are told, wherever it stands. Append-only. */
const itemCorrections = pgTable(
  'item_corrections',
  {
    id: uuid('id').primaryKey(),
    collection: text('collection').notNull(),
    itemId: uuid('item_id').notNull(),
    /** Locale → what it was called then. */
    titles: jsonb('titles').notNull(),
    /** corrected | withdrawn */
    kind: text('kind').notNull(),
    /** `Locale[]`: in which languages. */
    locales: jsonb('locales').notNull(),
    /** Locale → why, in that language. */
    reasons: jsonb('reasons').notNull(),
    /** The newest outbox entry before it: every later one of the item carries it out. */
    afterOutboxId: bigint('after_outbox_id', { mode: 'number' }).notNull(),
    /** Of staff. */
    by: uuid('by'),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [index('item_corrections_item').on(table.collection, table.itemId, table.at)],
)

export const channelTables = {
  channel_deliveries: channelDeliveries,
  channel_attempts: channelAttempts,
  channel_choices: channelChoices,
  channel_sessions: channelSessions,
  channel_followers: channelFollowers,
  item_corrections: itemCorrections,
}
