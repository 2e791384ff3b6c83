import { type Database, sql } from '../../database/database.ts'

/** What came of mails that were accepted. */
export interface MailRate {
  readonly accepted: number
  /** Of them: came back. */
  readonly bounced: number
  /** Of them: were marked as spam. */
  readonly complained: number
}

export interface IssueRate extends MailRate {
  readonly issueId: string
  readonly sentAt: Date
}

/** Shares from 0 to 1. Large mailbox providers want less than the first and refuse mail from the second. https://support.google.com/a/answer/81126 */
export const complaintLimits = { watch: 0.001, stop: 0.003 } as const

/** `none`: nothing was sent, so there is nothing to tell. */
export type RateState = 'none' | 'fine' | 'watch' | 'stop'

export function complaintState({ accepted, complained }: MailRate): RateState {
  if (accepted === 0) return 'none'
  const share = complained / accepted
  if (share >= complaintLimits.stop) return 'stop'
  return share >= complaintLimits.watch ? 'watch' : 'fine'
}

const accepted = sql`submitted_at is not null`

/** The last issues that went out, newest first. */
export async function issueRates(limit: number, database: Database): Promise<IssueRate[]> {
  const { rows } = await database.execute<Record<'accepted' | 'bounced' | 'complained', number> & Sent>(sql`
    select sent.id, sent.sent_at, counted.* from (
      select id, sent_at from issues
      where sent_at is not null and exists (select from email_deliveries d where d.issue_id = issues.id)
      order by sent_at desc limit ${limit}
    ) as sent
    cross join lateral (
      select count(*) filter (where ${accepted})::int as accepted,
        count(*) filter (where ${accepted} and bounced_at is not null)::int as bounced,
        count(*) filter (where ${accepted} and complained_at is not null)::int as complained
      from email_deliveries d where d.issue_id = sent.id and ${accepted}
    ) as counted
    order by sent.sent_at desc, sent.id
  `)
  return rows.map(({ id, sent_at, ...rate }) => ({ issueId: id, sentAt: new Date(sent_at), ...rate }))
}

interface Sent extends Record<string, unknown> {
  readonly id: string
  readonly sent_at: string
}

/** Issues and personal mails that were accepted since. */
export async function ratesSince(since: Date, database: Database): Promise<MailRate> {
  const from = since.toISOString()
  const { rows } = await database.execute<Record<keyof MailRate, number>>(sql`
    select sum(accepted)::int as accepted, sum(bounced)::int as bounced, sum(complained)::int as complained
    from (
      select count(*) as accepted, count(bounced_at) as bounced, count(complained_at) as complained
      from email_deliveries where submitted_at >= ${from}::timestamptz
      union all
      select count(*), count(bounced_at), count(complained_at)
      from personal_mails where submitted_at >= ${from}::timestamptz
    ) as each
  `)
  return rows[0] ?? { accepted: 0, bounced: 0, complained: 0 }
}
