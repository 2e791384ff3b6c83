import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { enterAnswerMail, enterStaffMail, enterUnansweredMail } from '../../ledger/question-mails.ts'
import type { QuestionState } from './question.ts'
import { noteEvent } from './question-events.ts'
import { routeOf } from './question-routes.ts'
import { remindAfter } from './remind.ts'

/** What is done with one question, and by whom of staff. Each step needs a transaction in which `lockQuestion` came first. */
interface Step {
  readonly questionId: string
  readonly userId: string
  readonly now: Date
}

/** As it stands while the lock is held. */
export interface LockedQuestion {
  readonly id: string
  readonly state: QuestionState
  readonly organisationId: string | null
  readonly locales: readonly Locale[]
  readonly faqId: string | null
}

/** Makes others who want to change the question wait. Null: there is none. */
export async function lockQuestion(id: string, transaction: Database): Promise<LockedQuestion | null> {
  const { rows } = await transaction.execute<LockedQuestion & Record<string, unknown>>(sql`
    select id, state, organisation_id as "organisationId", jsonb_build_array(locale) || further_locales as locales,
      faq_id as "faqId"
    from questions where id = ${id}::uuid for update
  `)
  return rows[0] ?? null
}

/**
 * Stores an answer and has it mailed. Pressed twice it answers once: the form gives the answer its id.
 * @returns whether it was new.
 */
export async function answerQuestion(
  { questionId, userId, now }: Step,
  { id, locale, text }: { readonly id: string; readonly locale: Locale; readonly text: string },
  transaction: Database,
): Promise<boolean> {
  const { rows } = await transaction.execute(sql`
    insert into question_answers (id, question_id, locale, answer, user_id, at)
    values (${id}::uuid, ${questionId}::uuid, ${locale}, ${text}, ${userId}::uuid, ${now.toISOString()}::timestamptz)
    on conflict (id) do nothing returning 1
  `)
  if (rows.length === 0) return false
  await settle(questionId, 'answered', now, transaction)
  await noteEvent({ questionId, kind: 'answered', userId, now }, transaction)
  await enterAnswerMail({ questionId, answerId: id, locale }, transaction)
  return true
}

/** Gives it to an organisation, or with null to the secretariat, which are told. */
export async function giveQuestion(
  { questionId, userId, now }: Step,
  { organisationId, note }: { readonly organisationId: string | null; readonly note: string },
  transaction: Database,
): Promise<void> {
  const routeId = organisationId === null ? null : await routeOf(organisationId, transaction)
  await transaction.execute(sql`
    update questions set organisation_id = ${organisationId}::uuid, route_id = ${routeId}::uuid,
      routed_why = 'by-hand', routed_note = ${note}, reminders = 0, remind_at = ${remindAfter(now)}
    where id = ${questionId}::uuid
  `)
  const eventId = await noteEvent(
    { questionId, kind: 'given', userId, organisationId, note, now },
    transaction,
  )
  await enterStaffMail({ questionId, routeId, eventId }, transaction)
}

/** Ends it without an answer. Whoever asked is told so, unless they had an answer before. */
export async function closeQuestion(
  { questionId, userId, now }: Step,
  note: string,
  transaction: Database,
): Promise<void> {
  await settle(questionId, 'closed', now, transaction)
  const eventId = await noteEvent({ questionId, kind: 'closed', userId, note, now }, transaction)
  await enterUnansweredMail(questionId, eventId, transaction)
}

/** Ends it since nobody did. One that was answered before is so again. */
export async function expireQuestion(questionId: string, now: Date, transaction: Database): Promise<void> {
  const { rows } = await transaction.execute(
    sql`select 1 from question_answers where question_id = ${questionId}::uuid limit 1`,
  )
  await settle(questionId, rows.length > 0 ? 'answered' : 'closed', now, transaction)
  const eventId = await noteEvent({ questionId, kind: 'expired', now }, transaction)
  await enterUnansweredMail(questionId, eventId, transaction)
}

/** Somebody is to answer it after all, or once more. */
export async function reopenQuestion(
  { questionId, userId, now }: Step,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    update questions set state = 'open', settled_at = null, reminders = 0, remind_at = ${remindAfter(now)}
    where id = ${questionId}::uuid
  `)
  await noteEvent({ questionId, kind: 'reopened', userId, now }, transaction)
}

/** Remembers which entry of the FAQ came of it. */
export async function notePromoted(
  { questionId, userId, now }: Step,
  faqId: string,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`update questions set faq_id = ${faqId}::uuid where id = ${questionId}::uuid`)
  await noteEvent({ questionId, kind: 'promoted', userId, now }, transaction)
}

async function settle(
  questionId: string,
  state: 'answered' | 'closed',
  now: Date,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    update questions set state = ${state}, settled_at = ${now.toISOString()}::timestamptz, remind_at = null
    where id = ${questionId}::uuid
  `)
}
