import { type Database, sql } from '../database/database.ts'

/** What came back of an issue's letters so far. People, each counted once in each. */
export interface IssueFeedback {
  readonly submitted: number
  readonly delivered: number
  readonly hard: number
  readonly soft: number
  readonly policy: number
  readonly complained: number
}

export async function issueFeedback(issueId: string, database: Database): Promise<IssueFeedback> {
  const { rows } = await database.execute<{ [Key in keyof IssueFeedback]: number }>(sql`
    select
      count(*) filter (where state = 'submitted')::integer as submitted,
      count(*) filter (where delivered_at is not null)::integer as delivered,
      count(*) filter (where bounce_class = 'hard')::integer as hard,
      count(*) filter (where bounce_class = 'soft')::integer as soft,
      count(*) filter (where bounce_class = 'policy')::integer as policy,
      count(*) filter (where complained_at is not null)::integer as complained
    from email_deliveries where issue_id = ${issueId}::uuid
  `)
  const [row] = rows
  if (row === undefined) throw new Error('what came back of an issue could not be counted')
  return row
}

/** The same without what was delivered: asked at every bounce, so only what came back is read. */
export async function issueReturns(
  issueId: string,
  database: Database,
): Promise<Omit<IssueFeedback, 'delivered'>> {
  const { rows } = await database.execute<{ [Key in keyof Omit<IssueFeedback, 'delivered'>]: number }>(sql`
    select
      (select count(*) from email_deliveries where issue_id = ${issueId}::uuid and state = 'submitted')::integer
        as submitted,
      count(*) filter (where bounce_class = 'hard')::integer as hard,
      count(*) filter (where bounce_class = 'soft')::integer as soft,
      count(*) filter (where bounce_class = 'policy')::integer as policy,
      count(*) filter (where complained_at is not null)::integer as complained
    from email_deliveries
    where issue_id = ${issueId}::uuid and (bounced_at is not null or complained_at is not null)
  `)
  const [row] = rows
  if (row === undefined) throw new Error('what came back of an issue could not be counted')
  return row
}

/** Whether the mail service took a letter under two ids, although nobody had it sent again. */
export async function isAcceptedTwice(
  { id, issueId }: { readonly id: string; readonly issueId: string },
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute<{ twice: boolean }>(sql`
    select count(distinct provider_id) > 1 and not exists (
      select from mail_decisions where issue_id = ${issueId}::uuid and what = 'again'
    ) as twice
    from (
      select provider_id from mail_feedback where delivery_id = ${id}::uuid
      union all
      select provider_id from email_deliveries where id = ${id}::uuid
    ) known
  `)
  return rows[0]?.twice ?? false
}

/** Whether this is the first time that an issue that is being sent gives this alarm. Needs a transaction. */
export async function soundAlarm(issueId: string, alarm: string, transaction: Database): Promise<boolean> {
  const { rows } = await transaction.execute(sql`
    insert into issue_alarms (issue_id, alarm)
    select id, ${alarm} from issues where id = ${issueId}::uuid and state = 'sending' for update
    on conflict do nothing returning 1
  `)
  return rows.length === 1
}
