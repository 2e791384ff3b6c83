import { sql } from '@payloadcms/db-postgres'
import {
  bigserial,
  boolean,
  check,
  date,
  doublePrecision,
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
import { channelTables } from './channel-tables.ts'
import { pressTables } from './press-tables.ts'

/** An issue in one language, rendered once and never changed. */
const editions = pgTable(
  'editions',
  {
    id: uuid('id').primaryKey(),
    issueId: uuid('issue_id').notNull(),
    locale: text('locale').notNull(),
    subject: text('subject').notNull(),
    preheader: text('preheader').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    contentHash: text('content_hash').notNull(),
    /** `{collection, id, shownIn: Locale | null, reason: string | null}[]`: which items it holds, in which language, which were left out and why. */
    manifest: jsonb('manifest').notNull(),
    /** `LeftText[]`: words of the issue's own that nobody wrote in its language. */
    leftTexts: jsonb('left_texts').notNull().default([]),
    /** `Attachment[]`: files that come with every mail of it. */
    attachments: jsonb('attachments').notNull().default([]),
    /** Whether its links lead over a counter that knows no reader. */
    countsLinks: boolean('counts_links').notNull().default(false),
    renderedAt: moment('rendered_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('editions_once').on(table.issueId, table.locale)],
)

/** Whom an issue went to, where that was not everybody: the segment as it was at that moment, whatever became of it since. */
const issueSegments = pgTable('issue_segments', {
  issueId: uuid('issue_id').primaryKey(),
  segmentId: uuid('segment_id').notNull(),
  name: text('name').notNull(),
  /** A `SegmentCondition`. */
  condition: jsonb('condition').notNull(),
  /** From which its last days were counted. */
  at: moment('at').notNull(),
})

/**
 * What was decided about a language of an issue that was not ready when it left: `hold` keeps its readers' mails back until
 * it is ready, or until the deadline and then what `afterwards` says.
 */
const issueLanguages = pgTable(
  'issue_languages',
  {
    issueId: uuid('issue_id').notNull(),
    locale: text('locale').notNull(),
    /** hold | fallback | skip */
    rule: text('rule').notNull(),
    /** Null: by the newsletter's hours, counted from when the issue leaves. */
    deadline: moment('deadline'),
    /** fallback | skip: after the deadline. Null where nothing is held. */
    afterwards: text('afterwards'),
    /** Of staff. Null: the newsletter's rule. */
    decidedBy: uuid('decided_by'),
    decidedAt: moment('decided_at').notNull().defaultNow(),
    /** released | fell-back | skipped: what came of a language that was held. Null: it is still held, or never was. */
    outcome: text('outcome'),
    settledAt: moment('settled_at'),
  },
  (table) => [primaryKey({ name: 'issue_languages_pk', columns: [table.issueId, table.locale] })],
)

/** Who was meant when the issue left: everybody in one of its newsletters, each once. */
const issueAudiences = pgTable(
  'issue_audiences',
  {
    issueId: uuid('issue_id').primaryKey(),
    candidates: integer('candidates').notNull(),
    recipients: integer('recipients').notNull(),
    excluded: integer('excluded').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [
    check('issue_audiences_balance', sql`${table.candidates} = ${table.recipients} + ${table.excluded}`),
  ],
)

/** A word about an edition that was sent: shown above its web edition, which itself never changes. */
const editionCorrections = pgTable(
  'edition_corrections',
  {
    id: uuid('id').primaryKey(),
    issueId: uuid('issue_id').notNull(),
    locale: text('locale').notNull(),
    note: text('note').notNull(),
    actor: uuid('actor').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [index('edition_corrections_issue').on(table.issueId, table.locale, table.at)],
)

/** Where an edition's counted links lead. Known by edition and position, never by reader. */
const editionLinks = pgTable(
  'edition_links',
  {
    editionId: uuid('edition_id').notNull(),
    position: integer('position').notNull(),
    url: text('url').notNull(),
  },
  (table) => [primaryKey({ name: 'edition_links_pk', columns: [table.editionId, table.position] })],
)

/** How often a link was followed within an hour. Nothing else is kept of it. */
const linkCounts = pgTable(
  'link_counts',
  {
    editionId: uuid('edition_id').notNull(),
    position: integer('position').notNull(),
    hour: moment('hour').notNull(),
    clicks: integer('clicks').notNull(),
  },
  (table) => [primaryKey({ name: 'link_counts_pk', columns: [table.editionId, table.position, table.hour] })],
)

/** A whole issue sent to nobody: to a mail server of ours that takes everything and keeps nothing. */
const rehearsals = pgTable(
  'rehearsals',
  {
    id: uuid('id').primaryKey(),
    issueId: uuid('issue_id').notNull(),
    /** asked | running | done | failed */
    state: text('state').notNull(),
    /** A `RehearsalReport`. Null before it is done. */
    report: jsonb('report'),
    /** Why there is no report. Null: there is, or may be yet. */
    problem: text('problem'),
    /** Handed over so far, of `total`. */
    mails: integer('mails').notNull().default(0),
    /** 0 before it is known. */
    total: integer('total').notNull().default(0),
    /** How often it was begun. A worker that another has taken it from knows itself by this. */
    attempts: integer('attempts').notNull().default(0),
    actor: uuid('actor').notNull(),
    askedAt: moment('asked_at').notNull().defaultNow(),
    /** When it was last heard of. */
    progressedAt: moment('progressed_at').notNull().defaultNow(),
    finishedAt: moment('finished_at'),
  },
  (table) => [
    index('rehearsals_issue').on(table.issueId, table.askedAt),
    uniqueIndex('rehearsals_one_open').on(table.issueId).where(sql`state in ('asked', 'running')`),
  ],
)

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
    /** Domain of the address. Null after erasure. */
    domain: text('domain'),
    /** Who takes mail for that domain, as far as it was looked up: see `mail_domains`. Null: not yet. */
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
  ],
)

/**
 * What mail servers, mail services and readers told about mails later, once each, as it came. No address is in it. What
 * follows from it stands in the deliveries and suppressions.
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

/** For what an issue was paused by itself. Once for each cause: whoever resumes it has seen that. */
const issueAlarms = pgTable(
  'issue_alarms',
  {
    issueId: uuid('issue_id').notNull(),
    /** complaints | hard-bounces | refusals | accepted-twice */
    alarm: text('alarm').notNull(),
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
    /** assumed | again */
    what: text('what').notNull(),
    /** unconfirmed | failed: what the mails were. */
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
    /** SHA-256 of what was sent first. A replay with another payload is refused. Null until the first attempt. */
    payloadHash: text('payload_hash'),
    firstAttemptAt: moment('first_attempt_at'),
    /** open | settled */
    state: text('state').notNull().default('open'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
    leaseUntil: moment('lease_until'),
    leaseToken: uuid('lease_token'),
  },
  (table) => [index('email_batches_open').on(table.dueAt).where(sql`state = 'open'`)],
)

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

export const ownTables = {
  ...channelTables,
  ...pressTables,
  issue_languages: issueLanguages,
  issue_audiences: issueAudiences,
  edition_corrections: editionCorrections,
  edition_links: editionLinks,
  link_counts: linkCounts,
  rehearsals,
  mail_domains: mailDomains,
  send_buckets: sendBuckets,
  sending_days: sendingDays,
  dkim_keys: dkimKeys,
  editions,
  issue_segments: issueSegments,
  email_deliveries: emailDeliveries,
  personal_mails: personalMails,
  mail_feedback: mailFeedback,
  issue_alarms: issueAlarms,
  email_batches: emailBatches,
  mail_decisions: mailDecisions,
}
