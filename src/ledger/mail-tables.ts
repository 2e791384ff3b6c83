import { sql } from '@payloadcms/db-postgres'
import {
  bigserial,
  check,
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

/** One row per issue and person: also for those who get nothing, with the reason. Goes with the person; the counts stay. */
const emailDeliveries = pgTable(
  'email_deliveries',
  {
    id: uuid('id').primaryKey(),
    issueId: uuid('issue_id').notNull(),
    /** Null after erasure. */
    subscriberId: uuid('subscriber_id'),
    /** By which of the issue's newsletters they get it: what one click leaves. */
    newsletterId: uuid('newsletter_id').notNull(),
    /** Of the address that it is handed to, whatever the person's is later. Null before that, and after erasure. */
    addressKey: text('address_key'),
    /** Domain of the address, of which somebody may be the only reader. Null once nobody is to know whom it went to. */
    domain: text('domain'),
    /** Who takes mail for that domain, as far as it was looked up: see `mail_domains`. Null: not yet, or as above. */
    mxGroup: text('mx_group'),
    /** resend | smtp: what it was handed to last; another one only while it was certainly not taken. Null: it never was. */
    transport: text('transport'),
    /** Null where there was none to give, or while its language is held. */
    editionId: uuid('edition_id'),
    /** Language of the edition, of the one that is held, or of the one that was left out. Null when there is none for them. */
    locale: text('locale'),
    /** first-language | further-language | fallback-edition. Null when there is no edition, now or later. */
    localeReason: text('locale_reason'),
    /** planned | submitting | submitted | unconfirmed | failed | skipped */
    state: text('state').notNull(),
    reason: text('reason'),
    attempts: integer('attempts').notNull().default(0),
    /** While its language is held: the deadline of that. */
    dueAt: moment('due_at').notNull().defaultNow(),
    leaseUntil: moment('lease_until'),
    leaseToken: uuid('lease_token'),
    /** The frozen batch it was handed over in. Null where the transport takes single mails or it was never handed over. */
    batchId: uuid('batch_id'),
    position: integer('position'),
    providerId: text('provider_id'),
    submittedAt: moment('submitted_at'),
    /** What the other side told later. Null: nothing, or not that. */
    deliveredAt: moment('delivered_at'),
    bouncedAt: moment('bounced_at'),
    /** hard | soft | policy. Null: it did not come back. */
    bounceClass: text('bounce_class'),
    complainedAt: moment('complained_at'),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    // Also by which all that a person got is found.
    uniqueIndex('email_deliveries_once').on(table.subscriberId, table.issueId),
    index('email_deliveries_due').on(table.dueAt, table.id).where(sql`state = 'planned'`),
    // By which the groups of mail exchangers take turns.
    index('email_deliveries_turns')
      .on(table.issueId, table.editionId, sql`coalesce(mx_group, domain, '')`, table.dueAt, table.id)
      .where(sql`state = 'planned'`),
    index('email_deliveries_leased').on(table.leaseUntil).where(sql`state = 'submitting'`),
    // Holds all that progress is told by: how many in each state and language, and when the last of them left.
    index('email_deliveries_issue').on(table.issueId, table.state, table.locale, table.submittedAt),
    index('email_deliveries_explained')
      .on(table.issueId, table.state, table.reason, table.locale)
      .where(sql`reason is not null`),
    // Holds all that a rate is made of, so that counting a million mails of an issue reads nothing else.
    index('email_deliveries_rates')
      .on(table.issueId, table.submittedAt, table.bouncedAt, table.complainedAt)
      .where(sql`submitted_at is not null`),
    index('email_deliveries_provider').on(table.providerId).where(sql`provider_id is not null`),
    index('email_deliveries_returned')
      .on(table.issueId)
      .where(sql`bounced_at is not null or complained_at is not null`),
    check('email_deliveries_forget', sql`${table.subscriberId} is not null or ${table.addressKey} is null`),
    // Whoever gets nothing is told why.
    check('email_deliveries_why_not', sql`${table.state} <> 'skipped' or ${table.reason} is not null`),
  ],
)

/** A mail that is made for one person: their digest, news of what they follow, a reminder. One row a person, kind and key. */
const personalMails = pgTable(
  'personal_mails',
  {
    id: uuid('id').primaryKey(),
    /** Null after erasure, and of a mail to nobody who subscribed. */
    subscriberId: uuid('subscriber_id'),
    /** Of a press mail, whom of `press_contacts` it goes to. Otherwise null. */
    contactId: uuid('contact_id'),
    /** Of mails about a question of the info line. Null after erasure, and of all other mails. */
    questionId: uuid('question_id'),
    /** Of a mail to staff about a question: whose rule names who gets it. Null: the network's own address. */
    routeId: uuid('route_id'),
    /** Of the address that it is handed to, if that is a subscriber's. Null before that, and after erasure. */
    addressKey: text('address_key'),
    /** digest | notice | reminder | press | answer | question */
    kind: text('kind').notNull(),
    /**
     * Digest: the round's period. Notice: the outbox id of the first change. Reminder: the event's id and its beginning.
     * Press: of `press_releases`. Answer: of `question_answers`. Question: of `question_events`, which it tells of.
     */
    key: text('key').notNull(),
    /** `{collection, id, locale, why}[]`: what it holds, in which language; what was left out when it was made is not in it. */
    items: jsonb('items').notNull().default([]),
    /** Language of the mail. Null when there is none to give. */
    locale: text('locale'),
    /** first-language | further-language | fallback-edition. Null when there is no language. */
    localeReason: text('locale_reason'),
    /** planned | submitting | submitted | unconfirmed | failed | skipped */
    state: text('state').notNull(),
    reason: text('reason'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
    leaseUntil: moment('lease_until'),
    leaseToken: uuid('lease_token'),
    /** When it was first handed to a transport that drops a repeated key, with no certain answer since. Null: it was not. */
    firstAttemptAt: moment('first_attempt_at'),
    /**
     * The mail as it was handed over then, sealed: another attempt is made from this alone. Null before that, once its outcome
     * is known, and when who it goes to was erased.
     */
    handedOver: text('handed_over'),
    providerId: text('provider_id'),
    submittedAt: moment('submitted_at'),
    deliveredAt: moment('delivered_at'),
    bouncedAt: moment('bounced_at'),
    bounceClass: text('bounce_class'),
    complainedAt: moment('complained_at'),
    plannedAt: moment('planned_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('personal_mails_once').on(table.subscriberId, table.kind, table.key),
    uniqueIndex('personal_mails_press_once').on(table.contactId, table.key),
    uniqueIndex('personal_mails_question_once').on(table.questionId, table.kind, table.key),
    index('personal_mails_due').on(table.dueAt, table.id).where(sql`state = 'planned'`),
    index('personal_mails_leased').on(table.leaseUntil).where(sql`state = 'submitting'`),
    index('personal_mails_person').on(table.subscriberId, table.submittedAt),
    index('personal_mails_provider').on(table.providerId).where(sql`provider_id is not null`),
    check('personal_mails_forget', sql`${table.subscriberId} is not null or ${table.addressKey} is null`),
    check(
      'personal_mails_forget_copy',
      sql`${table.handedOver} is null or (${table.firstAttemptAt} is not null and ${table.state} in ('planned', 'submitting')
        and coalesce(${table.subscriberId}, ${table.contactId}, ${table.questionId}) is not null)`,
    ),
  ],
)

/**
 * What mail servers, mail services and readers told about mails later, once each, as it came, for a month: see
 * `keep-feedback.ts`. No address is in it. What follows from it stands in the deliveries and suppressions.
 */
const mailFeedback = pgTable(
  'mail_feedback',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** By which the same message is known when it comes again: a webhook's id, or the SHA-256 of a mail. */
    key: text('key').notNull(),
    /** mailbox | resend */
    source: text('source').notNull(),
    /** Of `email_deliveries` or `personal_mails`. Null: of no mail that is known. */
    deliveryId: uuid('delivery_id'),
    /** The mail service's id of the mail. Null: it has none. */
    providerId: text('provider_id'),
    /** delivered | delayed | bounced | complained | left | auto-reply | other */
    kind: text('kind').notNull(),
    /** hard | soft | policy. Null: it did not come back. */
    bounceClass: text('bounce_class'),
    /** Enhanced status, `5.1.1`. Null: none was given. */
    status: text('status'),
    /** Of the SMTP dialogue, `550`. Null: none was given. */
    replyCode: text('reply_code'),
    /** When it happened; for mails, when they came. */
    at: moment('at').notNull(),
    receivedAt: moment('received_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('mail_feedback_key').on(table.key),
    index('mail_feedback_delivery').on(table.deliveryId, table.id),
  ],
)

/** For what an issue was paused by itself. */
const issueAlarms = pgTable(
  'issue_alarms',
  {
    issueId: uuid('issue_id').notNull(),
    /** complaints | hard-bounces | refusals | accepted-twice | unbalanced */
    alarm: text('alarm').notNull(),
    /** When it last gave this alarm, or somebody resumed it after that: what left before then is known and counts no more. */
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ name: 'issue_alarms_pk', columns: [table.issueId, table.alarm] })],
)

/** What people decided about mails that the program may not decide about by itself, append-only. */
const mailDecisions = pgTable(
  'mail_decisions',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    issueId: uuid('issue_id').notNull(),
    /** assumed | again | domain-again | domain-given-up */
    what: text('what').notNull(),
    /** unconfirmed | failed | planned: what the mails were. */
    state: text('state').notNull(),
    /** Null: of any reason. */
    reason: text('reason'),
    /** Of `email_deliveries`: the only one that it was about. Null: all of the state and reason. */
    deliveryId: uuid('delivery_id'),
    mails: integer('mails').notNull(),
    actor: uuid('actor').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [index('mail_decisions_issue').on(table.issueId, table.id)],
)

/** A frozen set of mails handed to a transport that drops a repeated key: replayed with the same bytes or not at all. */
const emailBatches = pgTable(
  'email_batches',
  {
    id: uuid('id').primaryKey(),
    issueId: uuid('issue_id').notNull(),
    editionId: uuid('edition_id').notNull(),
    transport: text('transport').notNull(),
    frozenAt: moment('frozen_at').notNull().defaultNow(),
    /** SHA-256 of what was sent first. A replay with another payload is refused. Null until the first attempt. */
    payloadHash: text('payload_hash'),
    /**
     * Its mails as they were handed over first (`FrozenMail[]` as JSON), with their addresses: what a replay is made from.
     * Null before that, once it is settled, and when somebody in it was erased.
     */
    handedOver: text('handed_over'),
    firstAttemptAt: moment('first_attempt_at'),
    /** open | settled */
    state: text('state').notNull().default('open'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
    leaseUntil: moment('lease_until'),
    leaseToken: uuid('lease_token'),
  },
  (table) => [
    index('email_batches_open').on(table.dueAt).where(sql`state = 'open'`),
    check('email_batches_forget', sql`${table.state} = 'open' or ${table.handedOver} is null`),
  ],
)

/** Of mails to people, and of what is told and decided about them. */
export const mailTables = {
  email_deliveries: emailDeliveries,
  personal_mails: personalMails,
  mail_feedback: mailFeedback,
  issue_alarms: issueAlarms,
  mail_decisions: mailDecisions,
  email_batches: emailBatches,
}
