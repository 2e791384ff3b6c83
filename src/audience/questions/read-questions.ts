import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { overdueSince } from './overdue.ts'
import { type QuestionReason, type QuestionState, questionStates } from './question.ts'
import { type QuestionScope, withinScope } from './question-scope.ts'

/** A question as staff see it. Who asked is not in it but by the name that they gave. */
export interface StoredQuestion {
  readonly id: string
  readonly number: number
  readonly name: string | null
  readonly question: string
  /** In order. */
  readonly locales: readonly Locale[]
  /** Null: about another than the network has a name for. */
  readonly topicId: string | null
  /** As with the topic. */
  readonly countryId: string | null
  readonly state: QuestionState
  /** Null: the secretariat. */
  readonly organisationId: string | null
  readonly why: QuestionReason
  readonly note: string
  readonly askedAt: Date
  readonly settledAt: Date | null
  readonly reminders: number
  /** Since when the secretariat is to decide. Null: it waits no longer than usual, or not at all. */
  readonly overdueSince: Date | null
  readonly faqId: string | null
  /** The last answer's mail did not leave for certain, or came back. */
  readonly isInTrouble: boolean
}

interface QuestionPage {
  /** Those that wait first, the longest waiting of them on top; then the others, newest first. */
  readonly questions: readonly StoredQuestion[]
  readonly counts: Readonly<Record<QuestionState, number>>
}

const columns = sql`questions.id, questions.number, questions.name, questions.question,
  jsonb_build_array(questions.locale) || questions.further_locales as locales, questions.topic_id as "topicId",
  questions.country_id as "countryId", questions.state, questions.organisation_id as "organisationId",
  questions.routed_why as why, questions.routed_note as note,
  questions.asked_at, questions.settled_at, questions.reminders, ${overdueSince} as overdue_since, questions.faq_id as "faqId",
  coalesce((
    select mail.state in ('failed', 'skipped', 'unconfirmed') or mail.bounced_at is not null from personal_mails mail
    where mail.question_id = questions.id and mail.kind = 'answer' order by mail.planned_at desc, mail.id desc limit 1
  ), false) as "isInTrouble"`

type Moments = 'askedAt' | 'settledAt' | 'overdueSince'

type QuestionRow = Omit<StoredQuestion, Moments> & {
  readonly asked_at: string | Date
  readonly settled_at: string | Date | null
  readonly overdue_since: string | Date | null
} & Record<string, unknown>

const questionOf = ({ asked_at, settled_at, overdue_since, ...row }: QuestionRow): StoredQuestion => ({
  ...(row as Omit<StoredQuestion, Moments>),
  askedAt: new Date(asked_at),
  overdueSince: overdue_since === null ? null : new Date(overdue_since),
  settledAt: settled_at === null ? null : new Date(settled_at),
})

export async function pageOfQuestions(
  scope: QuestionScope,
  {
    state,
    limit,
    offset,
  }: { readonly state: QuestionState | null; readonly limit: number; readonly offset: number },
  database: Database,
): Promise<QuestionPage> {
  const { rows } = await database.execute<QuestionRow>(sql`
    select ${columns} from questions
    where ${withinScope(scope)} and (${state}::text is null or questions.state = ${state})
    order by questions.state <> 'open', case when questions.state = 'open' then questions.asked_at end,
      questions.asked_at desc, questions.id
    limit ${limit} offset ${offset}
  `)
  const counted = await database.execute<{ state: QuestionState; questions: number }>(sql`
    select state, count(*)::int as questions from questions where ${withinScope(scope)} group by state
  `)
  const countOf = (wanted: QuestionState) => counted.rows.find((row) => row.state === wanted)?.questions ?? 0
  return {
    questions: rows.map(questionOf),
    counts: Object.fromEntries(questionStates.map((each) => [each, countOf(each)])) as QuestionPage['counts'],
  }
}

/** Null: there is none, or it is somebody else's. */
export async function findQuestion(
  id: string,
  scope: Pick<QuestionScope, 'organisationId'>,
  database: Database,
): Promise<StoredQuestion | null> {
  const { rows } = await database.execute<QuestionRow>(sql`
    select ${columns} from questions where questions.id = ${id}::uuid and ${withinScope(scope)}
  `)
  return rows[0] === undefined ? null : questionOf(rows[0])
}

export interface QuestionAnswer {
  readonly id: string
  readonly locale: Locale
  readonly answer: string
  readonly userId: string
  readonly at: Date
}

/** Oldest first. */
export async function answersOf(questionId: string, database: Database): Promise<readonly QuestionAnswer[]> {
  const { rows } = await database.execute<Omit<QuestionAnswer, 'at'> & { at: string | Date }>(sql`
    select id, locale, answer, user_id as "userId", at from question_answers
    where question_id = ${questionId}::uuid order by at, id
  `)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

/** How many wait to be answered. */
export async function waitingQuestions(scope: QuestionScope, database: Database): Promise<number> {
  const { rows } = await database.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from questions where state = 'open' and ${withinScope(scope)}
  `)
  return rows[0]?.waiting ?? 0
}

/** What one person asked, as they may take it away. Newest first. */
export interface PersonalQuestion {
  readonly id: string
  readonly askedAt: string
  readonly question: string
  readonly name: string | null
  readonly state: QuestionState
  readonly answers: readonly { readonly at: string; readonly locale: Locale; readonly answer: string }[]
}

export async function questionsOf(
  addressKey: string,
  database: Database,
): Promise<readonly PersonalQuestion[]> {
  const { rows } = await database.execute<PersonalQuestion & Record<string, unknown>>(sql`
    select id, to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt", question, name, state,
      coalesce((
        select jsonb_agg(jsonb_build_object('at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'locale', a.locale, 'answer', a.answer) order by a.at)
        from question_answers a where a.question_id = questions.id
      ), '[]'::jsonb) as answers
    from questions where address_key = ${addressKey} order by asked_at desc, id
  `)
  return rows
}
