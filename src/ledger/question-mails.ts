import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { DeliveryState } from './delivery-state.ts'
import { endedWithItsPerson } from './personal-mails.ts'

/** A mail to those of staff who are to answer a question. */
interface StaffMail {
  readonly questionId: string
  /** Rule that names who is told. Null: the network's own address. */
  readonly routeId: string | null
  /** Of what happened: the same tells nobody twice. */
  readonly eventId: number
}

/** Enters the mail that brings an answer. It leaves at once, and once. Needs the transaction that the answer is stored in. */
export async function enterAnswerMail(
  {
    questionId,
    answerId,
    locale,
  }: { readonly questionId: string; readonly answerId: string; readonly locale: Locale },
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    insert into personal_mails (id, question_id, kind, key, locale, state)
    values (gen_random_uuid(), ${questionId}::uuid, 'answer', ${answerId}, ${locale}, 'planned')
    on conflict do nothing
  `)
}

const UNANSWERED = 'unanswered-'

/** The key of a mail that brings no answer, by the event in which the question was closed. */
export const unansweredKey = (eventId: number): string => `${UNANSWERED}${eventId}`

/** Whether a mail to whoever asked brings no answer, but says that none comes. */
export const saysUnanswered = (key: string): boolean => key.startsWith(UNANSWERED)

/**
 * Enters the mail that says that no answer comes, in the first language of whoever asked. None for who had an answer. Needs
 * the transaction in which the question was closed.
 */
export async function enterUnansweredMail(
  questionId: string,
  eventId: number,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    insert into personal_mails (id, question_id, kind, key, locale, state)
    select gen_random_uuid(), asked.id, 'answer', ${unansweredKey(eventId)}, asked.locale, 'planned'
    from questions asked
    where asked.id = ${questionId}::uuid
      and not exists (select from question_answers given where given.question_id = asked.id)
    on conflict do nothing
  `)
}

/** Enters a mail that tells staff of a question. Needs the transaction in which that happened. */
export async function enterStaffMail(
  { questionId, routeId, eventId }: StaffMail,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    insert into personal_mails (id, question_id, route_id, kind, key, state)
    values (gen_random_uuid(), ${questionId}::uuid, ${routeId}::uuid, 'question', ${String(eventId)}, 'planned')
    on conflict do nothing
  `)
}

/** What became of one mail about a question. */
export interface QuestionMail {
  readonly kind: 'answer' | 'question'
  /** Of the answer or of the event: see `unansweredKey`. */
  readonly key: string
  readonly state: DeliveryState
  /** Null: none has to be given. */
  readonly reason: string | null
  readonly hasBounced: boolean
}

export async function mailsOfQuestion(
  questionId: string,
  database: Database,
): Promise<readonly QuestionMail[]> {
  const { rows } = await database.execute<QuestionMail & Record<string, unknown>>(sql`
    select kind, key, state, reason, bounced_at is not null as "hasBounced" from personal_mails
    where question_id = ${questionId}::uuid order by planned_at, id
  `)
  return rows
}

/** Keyed hash of who asked. Null: the question was erased. */
export async function askerOf(questionId: string, database: Database): Promise<string | null> {
  const { rows } = await database.execute<{ address_key: string }>(sql`
    select address_key from questions where id = ${questionId}::uuid
  `)
  return rows[0]?.address_key ?? null
}

/**
 * The mails about these questions keep what became of them and forget to whom they went; what was still planned does not
 * leave. Needs a transaction.
 */
export async function forgetQuestionMails(
  questionIds: readonly string[],
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    update personal_mails set question_id = null, route_id = null, provider_id = null, updated_at = now(), ${endedWithItsPerson}
    where question_id in (select jsonb_array_elements_text(${JSON.stringify(questionIds)}::jsonb)::uuid)
  `)
}
