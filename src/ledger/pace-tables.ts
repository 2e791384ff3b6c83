import { sql } from '@payloadcms/db-postgres'
import {
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../database/moment.ts'

/** Who takes mail for a domain: that name, shared by all domains with the same host, is what is paced. */
const mailDomains = pgTable('mail_domains', {
  domain: text('domain').primaryKey(),
  /** Registrable name of its mail exchanger, e.g. `google.com`. Null: it takes no mail. */
  mxGroup: text('mx_group'),
  lookedUpAt: moment('looked_up_at').notNull(),
})

/**
 * How many mails may leave now. Refilled by the database's clock, so that any number of workers share it and a restart
 * changes nothing. Also what is known of whom they are handed to: a slower pace that was learned, and for how long nothing
 * is to be tried.
 */
const sendBuckets = pgTable('send_buckets', {
  /** `transport:resend` (requests) | `sender:<domain>` (mails) | `mx:<transport>:<group>` (mails) */
  key: text('key').primaryKey(),
  /** Below 0 after something that cannot be divided. */
  tokens: doublePrecision('tokens').notNull(),
  capacity: doublePrecision('capacity').notNull(),
  /** As it is now. Below `ceiling` after the other side asked for patience. */
  perSecond: doublePrecision('per_second').notNull(),
  /** What it returns to. */
  ceiling: doublePrecision('ceiling').notNull(),
  /** By how much `per_second` grows in a second, until it is `ceiling` again. */
  gain: doublePrecision('gain').notNull().default(0),
  refilledAt: moment('refilled_at').notNull().defaultNow(),
  /** What the last one to ask was given. */
  granted: doublePrecision('granted').notNull().default(0),
  /** Nothing leaves before. Null: it may. */
  blockedUntil: moment('blocked_until'),
  /** Why: busy | rate-limited | unreachable | unauthorised | quota | no-answer | server-error. Null: it is not. */
  reason: text('reason'),
  /** Failures in a row; 0 after a success. */
  failures: integer('failures').notNull().default(0),
  updatedAt: moment('updated_at').notNull().defaultNow(),
})

/**
 * Whom an issue leaves alone as they refuse mail from us, whoever it is for, until a person decides. One row per issue and
 * group of mail exchangers; it stays when the hold ends, until the issue is over.
 */
const domainHolds = pgTable(
  'domain_holds',
  {
    id: uuid('id').primaryKey(),
    issueId: uuid('issue_id').notNull(),
    /** As mails are paced by: of `mail_domains`, or the domain itself. */
    mxGroup: text('mx_group').notNull(),
    /** What the last of them said, `550 5.7.1`: no words, since those may hold the address. Null: nothing in numbers. */
    code: text('code'),
    since: moment('since').notNull().defaultNow(),
    /** Null: it is held. */
    endedAt: moment('ended_at'),
    /** domain-again | domain-given-up. Null: it is held. */
    outcome: text('outcome'),
  },
  (table) => [uniqueIndex('domain_holds_once').on(table.issueId, table.mxGroup)],
)

/** Mails per day of the network's time zone and sender domain: what daily caps and the warm-up count by. */
const sendingDays = pgTable(
  'sending_days',
  {
    day: date('day').notNull(),
    senderDomain: text('sender_domain').notNull(),
    mails: integer('mails').notNull(),
  },
  (table) => [primaryKey({ name: 'sending_days_pk', columns: [table.day, table.senderDomain] })],
)

/**
 * Of those the places that are held for mails which were not begun yet. They count as taken until they are used, returned, or
 * lapse because whoever held them is gone.
 */
const dayPlaces = pgTable(
  'day_places',
  {
    /** Of the mails. */
    leaseToken: uuid('lease_token').primaryKey(),
    day: date('day').notNull(),
    senderDomain: text('sender_domain').notNull(),
    places: integer('places').notNull(),
    heldUntil: moment('held_until').notNull(),
  },
  (table) => [
    index('day_places_held').on(table.heldUntil),
    check('day_places_balance', sql`${table.places} >= 0`),
  ],
)

/**
 * Who holds one of the connections that a mail server takes at a time, where the settings say how many. A lease by the
 * database's clock, so that all processes on all machines share them and one that vanishes holds none for long.
 */
const mailConnections = pgTable('mail_connections', {
  /** From 0. */
  place: integer('place').primaryKey(),
  /** The process that holds it. Null: nobody. */
  holder: uuid('holder'),
  heldUntil: moment('held_until'),
  /** Until when it is kept free for a mail that somebody waits for. Null: nobody waits. */
  wantedUntil: moment('wanted_until'),
})

/** Keys that sign mail. The private half is sealed. */
const dkimKeys = pgTable(
  'dkim_keys',
  {
    id: uuid('id').primaryKey(),
    domain: text('domain').notNull(),
    selector: text('selector').notNull(),
    privateKey: text('private_key').notNull(),
    /** DER, base64: what the record says after `p=`. */
    publicKey: text('public_key').notNull(),
    /** waiting | active | retired: `waiting` until its record is found. */
    state: text('state').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    activeSince: moment('active_since'),
    retiredAt: moment('retired_at'),
  },
  (table) => [uniqueIndex('dkim_keys_once').on(table.domain, table.selector)],
)

/** Of how many mails may leave, for whom and under which signature. */
export const paceTables = {
  mail_domains: mailDomains,
  send_buckets: sendBuckets,
  domain_holds: domainHolds,
  sending_days: sendingDays,
  day_places: dayPlaces,
  mail_connections: mailConnections,
  dkim_keys: dkimKeys,
}
