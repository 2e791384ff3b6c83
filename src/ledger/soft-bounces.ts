import { type Database, sql } from '../database/database.ts'

/** Mails in a row that must have come back, */
const MAILS = 3
/** and for how long: three within a week are one full mailbox of somebody on holiday. */
const PERIOD = '30 days'

/**
 * Whether every mail to a person has come back softly for so long that nobody reads that mailbox any more. Mails after the
 * last one that bounced are left out: whether they arrived is not known yet. A refusal by policy says nothing about the
 * mailbox and ends the row.
 */
export async function isLastinglySoft(subscriberId: string, database: Database): Promise<boolean> {
  const { rows } = await database.execute<{ lasting: boolean }>(sql`
    with mails as (
      select submitted_at, bounce_class from email_deliveries
      where subscriber_id = ${subscriberId}::uuid and submitted_at is not null
      union all
      select submitted_at, bounce_class from personal_mails
      where subscriber_id = ${subscriberId}::uuid and submitted_at is not null
    ), told as (
      select * from mails where submitted_at <= (select max(submitted_at) from mails where bounce_class is not null)
    ), in_a_row as (
      select submitted_at from told where bounce_class = 'soft' and submitted_at > coalesce(
        (select max(submitted_at) from told where bounce_class is distinct from 'soft'), '-infinity'
      )
    )
    select count(*) >= ${MAILS} and max(submitted_at) - min(submitted_at) >= ${PERIOD}::interval as lasting from in_a_row
  `)
  return rows[0]?.lasting ?? false
}
