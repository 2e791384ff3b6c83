import { sql } from '@payloadcms/db-postgres'
import {
  bigserial,
  boolean,
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

const item = () => ({ collection: text('collection').notNull(), itemId: uuid('item_id').notNull() })

/** One row per item that can be translated: what its source looked like when it was last saved. */
const translationItems = pgTable(
  'translation_items',
  {
    ...item(),
    /** In the source locale. */
    title: text('title').notNull(),
    sourceLocale: text('source_locale').notNull(),
    /** Counts changes of the source that outdate a translation. From 1. */
    revision: integer('revision').notNull(),
    segments: integer('segments').notNull(),
    characters: integer('characters').notNull(),
    /** When the source last changed for translators. */
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.collection, table.itemId] }),
    index('translation_items_changed').on(table.changedAt, table.itemId),
  ],
)

/** The source of an item in pieces: a field's value, or a translatable node of formatted text. */
const translationSegments = pgTable(
  'translation_segments',
  {
    ...item(),
    /** Stable within the item: `title`, `location.city`, `results.<row>.indicator`, `howItWorks#<node>`. */
    key: text('key').notNull(),
    /** The key without rows and nodes: what two items have in common. */
    field: text('field').notNull(),
    position: integer('position').notNull(),
    /** In coded form: inline markup as `⟦1⟧…⟦/1⟧` and `⟦2/⟧`. */
    text: text('text').notNull(),
    /** What each mark of the coded text stands for, in order. */
    marks: jsonb('marks').notNull(),
    /** Of what a translator must react to: punctuation and white space do not count. */
    hash: text('hash').notNull(),
    /** Null: the field has no limit. */
    maxCharacters: integer('max_characters'),
    /** Of the item, when this piece last changed for translators. */
    revision: integer('revision').notNull(),
  },
  (table) => [primaryKey({ columns: [table.collection, table.itemId, table.key] })],
)

/** What a segment says in another locale, and how far it is. A segment without a row is missing. */
const translationTargets = pgTable(
  'translation_targets',
  {
    ...item(),
    locale: text('locale').notNull(),
    key: text('key').notNull(),
    /** In coded form. Empty and approved: deliberately without a counterpart. */
    text: text('text').notNull(),
    /** machine | in-translation | needs-review | approved */
    state: text('state').notNull(),
    /** Of the source that it translates; another one than the segment's: outdated. */
    sourceHash: text('source_hash').notNull(),
    /** The source as it was then, for the diff. */
    sourceText: text('source_text').notNull(),
    sourceRevision: integer('source_revision').notNull(),
    /** person | memory | engine | import */
    origin: text('origin').notNull(),
    /** Which engine wrote it. Null: none. */
    engine: text('engine'),
    /** Who wrote it last. Null: nobody signed in. */
    authorId: uuid('author_id'),
    /** What the item's latest draft holds; differs from `text` until the translation is put into the item. */
    draftText: text('draft_text').notNull().default(''),
    /** Counts edits: whoever saves over an older one is told. */
    version: integer('version').notNull().default(1),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.collection, table.itemId, table.locale, table.key] })],
)

/** One row per item and enabled locale but the source's: the sum of its segments, and who answers for it. */
const translationLocales = pgTable(
  'translation_locales',
  {
    ...item(),
    locale: text('locale').notNull(),
    /** missing | machine | in-translation | needs-review | current | outdated | withdrawn */
    state: text('state').notNull(),
    missing: integer('missing').notNull().default(0),
    machine: integer('machine').notNull().default(0),
    inTranslation: integer('in_translation').notNull().default(0),
    needsReview: integer('needs_review').notNull().default(0),
    current: integer('current').notNull().default(0),
    outdated: integer('outdated').notNull().default(0),
    isPublic: boolean('is_public').notNull().default(false),
    /** Was public and was taken back. */
    isWithdrawn: boolean('is_withdrawn').notNull().default(false),
    /** False: not wanted in this language, which is a choice and no gap. */
    isWanted: boolean('is_wanted').notNull().default(true),
    /** Revision of the source that readers of this locale are served. Null: not public. */
    servedRevision: integer('served_revision'),
    ownerId: uuid('owner_id'),
    deadline: moment('deadline'),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.collection, table.itemId, table.locale] }),
    index('translation_locales_state').on(table.locale, table.state, table.isWanted),
    index('translation_locales_owner').on(table.ownerId).where(sql`owner_id is not null`),
    index('translation_locales_deadline').on(table.deadline).where(sql`deadline is not null`),
  ],
)

/** What people say to each other about a segment in one locale. */
const translationComments = pgTable(
  'translation_comments',
  {
    id: uuid('id').primaryKey(),
    ...item(),
    locale: text('locale').notNull(),
    key: text('key').notNull(),
    authorId: uuid('author_id').notNull(),
    text: text('text').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [index('translation_comments_item').on(table.collection, table.itemId, table.locale, table.at)],
)

/** A wish that one item is translated into one locale, bound to a revision of its source. */
const translationRequests = pgTable(
  'translation_requests',
  {
    id: uuid('id').primaryKey(),
    ...item(),
    locale: text('locale').notNull(),
    sourceRevision: integer('source_revision').notNull(),
    /** requested | accepted | in-progress | delivered | in-review | synchronised | rejected | failed | unconfirmed | cancelled | superseded */
    state: text('state').notNull(),
    /** Why it was rejected, failed or waits. Null when there is nothing to explain. */
    reason: text('reason'),
    /** Null: a person translates. */
    engine: text('engine'),
    assigneeId: uuid('assignee_id'),
    requestedBy: uuid('requested_by'),
    deadline: moment('deadline'),
    /** What was asked for: segments that were missing or outdated, and their characters. */
    segments: integer('segments').notNull(),
    characters: integer('characters').notNull(),
    /** The engine's own name for it, where it answers later. */
    providerReference: text('provider_reference'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: moment('due_at').notNull().defaultNow(),
    leaseUntil: moment('lease_until'),
    leaseToken: uuid('lease_token'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    // An update request supersedes the open one, so there is at most one at any moment.
    uniqueIndex('translation_requests_open')
      .on(table.collection, table.itemId, table.locale)
      .where(sql`state in ('requested', 'accepted', 'in-progress', 'delivered', 'in-review', 'unconfirmed')`),
    index('translation_requests_due')
      .on(table.dueAt)
      .where(sql`engine is not null and state in ('requested', 'in-progress')`),
    index('translation_requests_assignee').on(table.assigneeId, table.state),
  ],
)

/** What happened to a request, append-only. */
const translationRequestLog = pgTable(
  'translation_request_log',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    requestId: uuid('request_id').notNull(),
    /** State after it. */
    state: text('state').notNull(),
    reason: text('reason'),
    /** Null: the system. */
    actorId: uuid('actor_id'),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [index('translation_request_log_request').on(table.requestId, table.id)],
)

/** Characters handed to an engine in a month, counted before they leave. */
const translationUsage = pgTable(
  'translation_usage',
  {
    engine: text('engine').notNull(),
    /** `2026-11`, in UTC. */
    month: text('month').notNull(),
    characters: integer('characters').notNull(),
  },
  (table) => [primaryKey({ columns: [table.engine, table.month] })],
)

/** Every approved pair of source and target, and those that came by TMX. */
const translationMemory = pgTable(
  'translation_memory',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    sourceLocale: text('source_locale').notNull(),
    targetLocale: text('target_locale').notNull(),
    /** In coded form. */
    sourceText: text('source_text').notNull(),
    targetText: text('target_text').notNull(),
    /** Of the source as it stands, but for white space. */
    sourceHash: text('source_hash').notNull(),
    /** `practices/<id>#howItWorks#<node>`; empty for pairs that came from elsewhere. */
    context: text('context').notNull().default(''),
    /** `practices.howItWorks`; empty for pairs that came from elsewhere. */
    field: text('field').notNull().default(''),
    /** approved | tmx */
    origin: text('origin').notNull(),
    /** Title of the item, or the name of the file it came from. */
    provenance: text('provenance').notNull().default(''),
    authorId: uuid('author_id'),
    /** Hashes of the source's words, by which texts that resemble it are found. */
    keys: integer('keys').array().notNull(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    // What one place says about one source: the newest text replaces the older.
    uniqueIndex('translation_memory_place')
      .on(table.sourceLocale, table.targetLocale, table.sourceHash, table.context)
      .where(sql`context <> ''`),
    uniqueIndex('translation_memory_elsewhere')
      .on(table.sourceLocale, table.targetLocale, table.sourceHash, sql`md5(target_text)`)
      .where(sql`context = ''`),
    index('translation_memory_exact').on(table.sourceLocale, table.targetLocale, table.sourceHash),
    // Without a list of pending entries, which every look-up would have to go through.
    index('translation_memory_keys').using('gin', table.keys).with({ fastupdate: false }),
    index('translation_memory_words').using(
      'gin',
      table.sourceText.op('gin_trgm_ops'),
      table.targetText.op('gin_trgm_ops'),
    ),
  ],
)

export const ownTables = {
  translation_items: translationItems,
  translation_segments: translationSegments,
  translation_targets: translationTargets,
  translation_locales: translationLocales,
  translation_comments: translationComments,
  translation_requests: translationRequests,
  translation_request_log: translationRequestLog,
  translation_usage: translationUsage,
  translation_memory: translationMemory,
}
