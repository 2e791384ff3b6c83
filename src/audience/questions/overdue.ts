import { type Database, sql } from '../../database/database.ts'
import { enterStaffMail } from '../../ledger/question-mails.ts'
import { noteEvent } from './question-events.ts'
import { expireQuestion } from './question-steps.ts'

/** For how long the secretariat can decide about an overdue question before it is closed. */
const DECIDE_DAYS = 30
const DAY_MS = 24 * 3_600_000
/** At once, in one sweep. */
const MOST = 50

/** Since when a question waits: from when it was asked, opened again or given on by a person, whichever came last. SQL. */
const waitsSince = sql`coalesce((
  select max(step.at) from question_events step where step.question_id = questions.id
    and (step.kind = 'reopened' or (step.kind = 'given' and step.user_id is not null))
), questions.asked_at)`

/** When it became overdue, of the time that it waits now. SQL; null: it is not. */
export const overdueSince = sql`(
  select min(late.at) from question_events late
  where late.question_id = questions.id and late.kind = 'overdue' and questions.state = 'open' and late.at >= ${waitsSince}
)`

/** When an overdue question is closed, if nobody does anything. */
export const closesAt = (since: Date): Date => new Date(since.getTime() + DECIDE_DAYS * DAY_MS)

/**
 * Notes which questions nobody has answered for so many days, and tells the network's own address: it decides. Answers how
 * many became so. Two that do so at once note it once. Needs a transaction.
 */
export async function noteOverdue(days: number | null, now: Date, transaction: Database): Promise<number> {
  if (days === null) return 0
  const before = new Date(now.getTime() - days * DAY_MS).toISOString()
  const { rows } = await transaction.execute<{ id: string }>(sql`
    select id from questions
    where state = 'open' and asked_at < ${before}::timestamptz and ${waitsSince} < ${before}::timestamptz
      and ${overdueSince} is null
    order by asked_at limit ${MOST} for update skip locked
  `)
  for (const { id: questionId } of rows) {
    const eventId = await noteEvent({ questionId, kind: 'overdue', now }, transaction)
    await enterStaffMail({ questionId, routeId: null, eventId }, transaction)
  }
  return rows.length
}

/**
 * Of those who have waited since before a moment, the ones about which the secretariat had its time to decide. SQL.
 * @param before by the rule as it is now: when it became longer, they wait on.
 */
export const expired = (before: Date, now: Date) => sql`
  select id from questions
  where state = 'open' and ${waitsSince} < ${before.toISOString()}::timestamptz
    and ${overdueSince} < ${new Date(now.getTime() - DECIDE_DAYS * DAY_MS).toISOString()}::timestamptz
`

/** Closes some of them, and tells those who asked. Answers how many. Needs a transaction. */
export async function expireSome(
  { before, now, most }: { readonly before: Date; readonly now: Date; readonly most: number },
  transaction: Database,
): Promise<number> {
  const { rows } = await transaction.execute<{ id: string }>(
    sql`${expired(before, now)} order by id limit ${most} for update skip locked`,
  )
  for (const { id } of rows) await expireQuestion(id, now, transaction)
  return rows.length
}
