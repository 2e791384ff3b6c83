import { type Database, sql } from '../database/database.ts'

/**
 * For how long messages about mails are kept, after they came: by them the same one is known when it comes again. Mail
 * servers try for five days, Resend for a day and a half; longer than that only people repeat what was told.
 */
const KEPT_DAYS = 30

/** What happened longer ago is told to nobody: it may have come before and be forgotten. Clocks differ by less than a day. */
const TAKEN_DAYS = KEPT_DAYS - 1

const DAY_MS = 24 * 3_600_000

/** Whether a message tells of something so old that nobody can know any more whether it came before. */
export const isTooOld = ({ at }: { readonly at: Date }, now: Date): boolean =>
  now.getTime() - at.getTime() > TAKEN_DAYS * DAY_MS

/** Looked at in one go, from the oldest on. */
const ROWS = 5000

/** Removes what was kept for long enough, some of it. What followed from it stands in the deliveries and suppressions. */
export async function forgetFeedback(database: Database): Promise<number> {
  const { rowCount } = await database.execute(sql`
    with oldest as (select id, received_at from mail_feedback order by id limit ${ROWS})
    delete from mail_feedback f using oldest
    where f.id = oldest.id and oldest.received_at < now() - make_interval(days => ${KEPT_DAYS})
  `)
  return rowCount ?? 0
}
