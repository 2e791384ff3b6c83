import { sql } from '@payloadcms/db-postgres'
import {
  bigserial,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  serial,
  text,
  unique,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../../database/moment.ts'

/**
 * What people asked on the info line, from the moment they confirmed their address. No collection of Payload, as with
 * `subscribers`: the address is answered by no API, and who may read a question depends on whose it is.
 */
const questions = pgTable(
  'questions',
  {
    id: uuid('id').primaryKey(),
    /** What people call it by. */
    number: serial('number').notNull(),
    /** As mail is sent to it. */
    email: text('email').notNull(),
    addressKey: text('address_key').notNull(),
    /** As the asker wants to be addressed. Null: not said. */
    name: text('name'),
    question: text('question').notNull(),
    /** The first language that the asker reads. What the question is written in, nobody was asked. */
    locale: text('locale').notNull(),
    /** In order, without `locale`. */
    furtherLocales: jsonb('further_locales').notNull().default([]),
    /** Null: another than the network has a name for. */
    topicId: uuid('topic_id'),
    /** Term of the vocabulary `countries`. Null: as with the topic. */
    countryId: uuid('country_id'),
    /** open | answered | closed */
    state: text('state').notNull().default('open'),
    /** Who is to answer. Null: the secretariat. */
    organisationId: uuid('organisation_id'),
    /** The rule that names who is told. Null: the network's own address. */
    routeId: uuid('route_id'),
    /** `QuestionReason` */
    routedWhy: text('routed_why').notNull(),
    /** In an editor's words. Empty: a rule decided. */
    routedNote: text('routed_note').notNull().default(''),
    askedAt: moment('asked_at').notNull(),
    /** When those who are to answer are reminded next. Null: never, or it is answered or closed. */
    remindAt: moment('remind_at'),
    reminders: integer('reminders').notNull().default(0),
    /** When it was answered or closed last. Null while open. */
    settledAt: moment('settled_at'),
    /** The entry of the FAQ that was made from it. */
    faqId: uuid('faq_id'),
  },
  (table) => [
    index('questions_state').on(table.state, table.askedAt),
    index('questions_person').on(table.addressKey),
    index('questions_organisation').on(table.organisationId),
    index('questions_remind').on(table.remindAt).where(sql`state = 'open'`),
    index('questions_settled').on(table.settledAt).where(sql`settled_at is not null`),
  ],
)

/** What was answered, as it was mailed. One question may get several. */
const questionAnswers = pgTable(
  'question_answers',
  {
    /** Chosen by the form, so that pressing twice answers once. Also the key of its mail. */
    id: uuid('id').primaryKey(),
    questionId: uuid('question_id').notNull(),
    /** One of those that the asker reads. */
    locale: text('locale').notNull(),
    answer: text('answer').notNull(),
    userId: uuid('user_id').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('question_answers_question').on(table.questionId)],
)

/** What happened to a question, in its order, so that none is lost without a trace. */
const questionEvents = pgTable(
  'question_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    questionId: uuid('question_id').notNull(),
    /** `QuestionEventKind` */
    kind: text('kind').notNull(),
    /** Who of staff. Null: the asker, or a rule. */
    userId: uuid('user_id'),
    /** Whom it was given to. Null: the secretariat, or it was not about that. */
    organisationId: uuid('organisation_id'),
    /** In the words of who did it. Empty: nothing had to be said. */
    note: text('note').notNull().default(''),
    at: moment('at').notNull(),
  },
  (table) => [index('question_events_question').on(table.questionId, table.id)],
)

/** Questions whose row was erased, counted; with those that are still there they are all that were ever asked. */
const questionCounts = pgTable(
  'question_counts',
  {
    /** First day of the month in which they were asked, UTC. */
    month: date('month').notNull(),
    /** Null: another than the network has a name for; those are one kind. */
    topicId: uuid('topic_id'),
    countryId: uuid('country_id'),
    locale: text('locale').notNull(),
    /** open | answered | closed */
    state: text('state').notNull(),
    questions: integer('questions').notNull(),
  },
  (table) => [
    unique('question_counts_kind')
      .on(table.month, table.topicId, table.countryId, table.locale, table.state)
      .nullsNotDistinct(),
  ],
)

export const questionTables = {
  questions,
  question_answers: questionAnswers,
  question_events: questionEvents,
  question_counts: questionCounts,
}
