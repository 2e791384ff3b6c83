import { type Database, sql } from '../../database/database.ts'
import { enterStaffMail } from '../../ledger/question-mails.ts'
import { noteEvent } from './question-events.ts'

/** At once, in one sweep. */
const MOST = 50

/** When those who have a question are reminded of it: as many days later as the network says. SQL; null: never. */
export const remindAfter = (now: Date) => sql`(
  select ${now.toISOString()}::timestamptz + make_interval(days => question_reminder_days::int) from network limit 1
)`

/**
 * Reminds those who are to answer of questions that have waited long, and from the second time on the network's own
 * address as well. Answers how many were due. Two that do so at once remind once. Needs a transaction.
 */
export async function remindOfQuestions(now: Date, transaction: Database): Promise<number> {
  const { rows } = await transaction.execute<{ id: string; route_id: string | null; reminders: number }>(sql`
    update questions set reminders = reminders + 1, remind_at = ${remindAfter(now)}
    where id in (
      select id from questions where state = 'open' and remind_at <= ${now.toISOString()}::timestamptz
      order by remind_at limit ${MOST} for update skip locked
    )
    returning id, route_id, reminders
  `)
  for (const { id: questionId, route_id: routeId, reminders } of rows) {
    const eventId = await noteEvent({ questionId, kind: 'reminded', now }, transaction)
    await enterStaffMail({ questionId, routeId, eventId }, transaction)
    if (routeId === null || reminders < 2) continue
    const second = await noteEvent({ questionId, kind: 'reminded', now }, transaction)
    await enterStaffMail({ questionId, routeId: null, eventId: second }, transaction)
  }
  return rows.length
}
