import { type Database, sql } from '../database/database.ts'

/** Mails in a row that must have come back, */
const MAILS = 3
/** and for how long: three within a week are one full mailbox of somebody on holiday. */
const PERIOD = '30 days'

/** Why a mail failed as the mailbox took nothing, not now and not later: that is a mail which came back softly. */
export const softFailures: readonly string[] = ['mailbox-full', 'mailbox-refused']

interface Mailbox {
  readonly subscriberId: string
  /** Of the address. A mail of which it is not known where it went counts for each. */
  readonly addressKey: string
}

/**
 * Whether every mail to an address of a person has come back softly for so long that nobody reads that mailbox any more. One that no
 * server took as the mailbox stayed full or refused it came back as well. Mails after the last one that bounced are left out: whether
 * they arrived is not known yet. A refusal by policy says nothing about the mailbox and ends the row.
 */
export async function isLastinglySoft(mailbox: Mailbox, database: Database): Promise<boolean> {
  const { rows } = await database.execute<{ lasting: boolean }>(sql`
    with mails as (
      ${mailsIn(sql`email_deliveries`, mailbox)} union all ${mailsIn(sql`personal_mails`, mailbox)}
    ), told as (
      select * from mails where left_at <= (select max(left_at) from mails where bounce_class is not null)
    ), in_a_row as (
      select left_at from told where bounce_class = 'soft' and left_at > coalesce(
        (select max(left_at) from told where bounce_class is distinct from 'soft'), '-infinity'
      )
    )
    select count(*) >= ${MAILS} and max(left_at) - min(left_at) >= ${PERIOD}::interval as lasting from in_a_row
  `)
  return rows[0]?.lasting ?? false
}

const reasons = sql`(${sql.join(
  softFailures.map((reason) => sql`${reason}`),
  sql`, `,
)})`

/** Those that a server took, and those that it did not as the mailbox took nothing. */
const mailsIn = (table: ReturnType<typeof sql>, { subscriberId, addressKey }: Mailbox) => sql`
  select coalesce(submitted_at, updated_at) as left_at,
    case when state = 'failed' then 'soft' else bounce_class end as bounce_class
  from ${table}
  where subscriber_id = ${subscriberId}::uuid and coalesce(address_key, ${addressKey}) = ${addressKey}
    and (submitted_at is not null or (state = 'failed' and reason in ${reasons}))`
