import { sql } from '@payloadcms/db-postgres'
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

/** An account of ours that servers of the fediverse can follow: one per channel and locale. Its name and key are for ever. */
const fediverseActors = pgTable(
  'fediverse_actors',
  {
    id: uuid('id').primaryKey(),
    /** No foreign key: what was posted is withdrawn in its name even if the channel is gone. */
    channelId: uuid('channel_id').notNull(),
    locale: text('locale').notNull(),
    /** As in `@username@host`. */
    username: text('username').notNull(),
    /** PEM. */
    publicKey: text('public_key').notNull(),
    /** JWK, sealed for this actor. */
    sealedKey: text('sealed_key').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('fediverse_actors_once').on(table.channelId, table.locale),
    uniqueIndex('fediverse_actors_username').on(table.username),
  ],
)

/** A remote account that follows one of ours. Addresses that are public there; nothing else of it is kept. */
const fediverseFollowers = pgTable(
  'fediverse_followers',
  {
    actorId: uuid('actor_id').notNull(),
    /** The account's own address. */
    follower: text('follower').notNull(),
    /** What its follow is called: some servers take it back by that name alone. */
    follow: text('follow').notNull(),
    /** Its own, for what concerns it alone. */
    inbox: text('inbox').notNull(),
    /** Where our posts go: its server's shared inbox, or its own where there is none. */
    deliverTo: text('deliver_to').notNull(),
    since: moment('since').notNull().defaultNow(),
    /** Since when nothing arrives at `deliverTo`. Null: it works. */
    failingSince: moment('failing_since'),
    /** gone | unauthorised | unavailable | refused. What the last failure was. */
    failure: text('failure'),
  },
  (table) => [
    primaryKey({ columns: [table.actorId, table.follower] }),
    index('fediverse_followers_inbox').on(table.deliverTo),
    index('fediverse_followers_follower').on(table.follower),
  ],
)

/** A post of ours as servers of the fediverse may fetch it, also long after. */
const fediverseObjects = pgTable(
  'fediverse_objects',
  {
    /** In its address. */
    id: text('id').primaryKey(),
    /** Of the post: the same at every attempt to make it. */
    identity: text('identity').notNull(),
    actorId: uuid('actor_id').notNull(),
    locale: text('locale').notNull(),
    /** The item's page. */
    url: text('url').notNull(),
    /** A `FederatedNote`. Null: it was withdrawn, and what it said with it. */
    note: jsonb('note'),
    /** Counts changes of its words: part of the names of activities. */
    revision: integer('revision').notNull().default(0),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    removedAt: moment('removed_at'),
  },
  (table) => [
    uniqueIndex('fediverse_objects_identity').on(table.identity),
    index('fediverse_objects_outbox').on(table.actorId, table.createdAt),
  ],
)

/**
 * One row per activity and inbox. Rows of posts are kept after they were delivered: a withdrawal goes wherever the post
 * went, also to servers where nobody follows any more.
 */
const fediverseDeliveries = pgTable(
  'fediverse_deliveries',
  {
    /** Also the order in which one inbox gets what concerns one post. */
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** The activity's address, by which receivers know it again: to deliver it twice changes nothing. */
    activity: text('activity').notNull(),
    inbox: text('inbox').notNull(),
    actorId: uuid('actor_id').notNull(),
    /** Null for `accept`. */
    objectId: text('object_id'),
    /** create | update | delete | accept */
    kind: text('kind').notNull(),
    /** `{id, actor}` of the follow that is accepted. Null for posts. */
    follow: jsonb('follow'),
    /** due | delivered | failed | superseded. `superseded`: a later activity says all that it would have. */
    state: text('state').notNull().default('due'),
    /** gone | unauthorised | unavailable | rate-limited | refused | rejected | unsigned. Null: there is nothing to explain. */
    reason: text('reason'),
    attempts: integer('attempts').notNull().default(0),
    createdAt: moment('created_at').notNull().defaultNow(),
    dueAt: moment('due_at').notNull().defaultNow(),
    leaseUntil: moment('lease_until'),
    leaseToken: uuid('lease_token'),
    settledAt: moment('settled_at'),
  },
  (table) => [
    uniqueIndex('fediverse_deliveries_once').on(table.activity, table.inbox),
    index('fediverse_deliveries_due').on(table.dueAt).where(sql`state = 'due'`),
    index('fediverse_deliveries_line').on(table.inbox, table.id).where(sql`state = 'due'`),
    index('fediverse_deliveries_accepts').on(table.actorId).where(sql`state = 'due' and kind = 'accept'`),
    index('fediverse_deliveries_accepted').on(table.settledAt).where(sql`kind = 'accept'`),
    index('fediverse_deliveries_object').on(table.objectId),
    index('fediverse_deliveries_actor').on(table.actorId, table.settledAt),
  ],
)

/** What was received lately, so that a recorded request does nothing when it is sent again. */
const fediverseReceived = pgTable(
  'fediverse_received',
  {
    /** SHA-256 of the activity's address. */
    hash: text('hash').primaryKey(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [index('fediverse_received_at').on(table.at)],
)

export const ownTables = {
  fediverse_actors: fediverseActors,
  fediverse_followers: fediverseFollowers,
  fediverse_objects: fediverseObjects,
  fediverse_deliveries: fediverseDeliveries,
  fediverse_received: fediverseReceived,
}
