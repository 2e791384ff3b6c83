import { sql } from '@payloadcms/db-postgres'
import {
  boolean,
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

/** Uploaded files that an edition shows: their names, as its addresses have them. Kept by the database: see `edition-files.ts`. */
const editionFiles = pgTable(
  'edition_files',
  {
    editionId: uuid('edition_id').notNull(),
    name: text('name').notNull(),
  },
  (table) => [
    primaryKey({ name: 'edition_files_pk', columns: [table.editionId, table.name] }),
    // By which a name is found by its beginning, whatever the database's own order is.
    index('edition_files_name').on(table.name.op('text_pattern_ops')),
  ],
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
    /** What stands in every mail in its place, whichever key signs links later. Null: of an edition from before it was kept. */
    address: text('address'),
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

/** Of issues and their editions: what leaves, for whom, and what became of their links. */
export const issueTables = {
  editions,
  edition_files: editionFiles,
  issue_segments: issueSegments,
  issue_languages: issueLanguages,
  issue_audiences: issueAudiences,
  edition_corrections: editionCorrections,
  edition_links: editionLinks,
  link_counts: linkCounts,
  rehearsals,
}
