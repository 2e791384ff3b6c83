import { type Database, sql } from '../database/database.ts'
import { HELD_AFTER, mailGroup, policyFailures } from './domain-holds.ts'

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

/** Of the mails that count for an alarm: how many left, and how many of those came back for that cause. */
interface Returned {
  /** Of hard bounces, those with whom the server said no at once are among both. */
  readonly submitted: number
  readonly people: number
}

/** What an issue may be paused for, each counted by itself. */
export type IssueReturns = Readonly<Record<'complaints' | 'hard-bounces' | 'refusals', Returned>>

/** What was refused at hand-over as a hard bounce would be: the server knows no such mailbox, or the domain takes no mail. */
const isRefusedForGood = sql`state = 'failed' and reason in ('address-rejected', 'no-mail-server')`

/**
 * What came back of an issue's letters, for each alarm of those that left since somebody resumed the issue after it. Asked at
 * every bounce, so of the rows only what came back is read.
 */
export async function issueReturns(issueId: string, database: Database): Promise<IssueReturns> {
  const leftSince = (moment: ReturnType<typeof sql>) => sql`coalesce(submitted_at, '-infinity') >= ${moment}`
  const { rows } = await database.execute<Record<string, number>>(sql`
    with since as materialized (
      select
        coalesce(max(at) filter (where alarm = 'complaints'), '-infinity') as complaints,
        coalesce(max(at) filter (where alarm = 'hard-bounces'), '-infinity') as hard,
        coalesce(max(at) filter (where alarm = 'refusals'), '-infinity') as policy
      from issue_alarms where issue_id = ${issueId}::uuid
    ), submitted as (
      select
        count(*) filter (where ${leftSince(sql`since.complaints`)})::integer as for_complaints,
        count(*) filter (where ${leftSince(sql`since.hard`)})::integer as for_hard,
        count(*) filter (where ${leftSince(sql`since.policy`)})::integer as for_policy
      from email_deliveries cross join since where issue_id = ${issueId}::uuid and state = 'submitted'
    ), returned as (
      select
        count(*) filter (where complained_at is not null and ${leftSince(sql`since.complaints`)})::integer as complained,
        count(*) filter (where bounce_class = 'hard' and ${leftSince(sql`since.hard`)})::integer as hard
      from email_deliveries cross join since
      where issue_id = ${issueId}::uuid and (bounced_at is not null or complained_at is not null)
    ), by_policy as (
      -- Whoever refuses us is left alone: that is no matter of the whole issue until others do the same.
      select coalesce(sum(least(people, ${HELD_AFTER})), 0)::integer as policy from (
        select count(*) as people from email_deliveries d cross join since
        where issue_id = ${issueId}::uuid and (bounced_at is not null or complained_at is not null)
          and bounce_class = 'policy' and ${leftSince(sql`since.policy`)}
        group by ${mailGroup}
      ) of_group
    ), refused as (
      select count(*)::integer as refused, count(*) filter (where bounce_class is distinct from 'hard')::integer as untold
      from email_deliveries cross join since
      where issue_id = ${issueId}::uuid and ${isRefusedForGood} and updated_at >= since.hard
    )
    select * from submitted cross join returned cross join by_policy cross join refused
  `)
  const [row] = rows
  const count = (name: string): number => {
    const counted = row?.[name]
    if (counted === undefined) throw new Error('what came back of an issue could not be counted')
    return counted
  }
  return {
    complaints: { submitted: count('for_complaints'), people: count('complained') },
    'hard-bounces': {
      submitted: count('for_hard') + count('refused'),
      people: count('hard') + count('untold'),
    },
    refusals: { submitted: count('for_policy'), people: count('policy') },
  }
}

/**
 * Whether the mail service took a letter under two ids, although nobody had it sent again: whatever was decided about others,
 * or after it had left. One that left before somebody resumed the issue after this alarm is known.
 */
export async function isAcceptedTwice(
  { id, issueId }: { readonly id: string; readonly issueId: string },
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute<{ twice: boolean }>(sql`
    select count(distinct provider_id) > 1 and not exists (
      select from mail_decisions decided join email_deliveries d on d.id = ${id}::uuid
      where decided.issue_id = ${issueId}::uuid and decided.what = 'again'
        and coalesce(decided.delivery_id, d.id) = d.id and decided.at <= coalesce(d.submitted_at, 'infinity')
    ) and not exists (
      select from issue_alarms a join email_deliveries d on d.id = ${id}::uuid
      where a.issue_id = ${issueId}::uuid and a.alarm = 'accepted-twice'
        and coalesce(d.submitted_at, '-infinity') < a.at
    ) as twice
    from (
      select provider_id from mail_feedback where delivery_id = ${id}::uuid
      union all
      select provider_id from email_deliveries where id = ${id}::uuid
    ) known
  `)
  return rows[0]?.twice ?? false
}

/** Notes that an issue gives this alarm. False when it is not being sent. Needs a transaction. */
export async function soundAlarm(issueId: string, alarm: string, transaction: Database): Promise<boolean> {
  const { rows } = await transaction.execute(sql`
    insert into issue_alarms (issue_id, alarm)
    select id, ${alarm} from issues where id = ${issueId}::uuid and state = 'sending' for update
    on conflict (issue_id, alarm) do update set at = now() returning 1
  `)
  return rows.length === 1
}

/** Whoever resumes an issue has seen its alarms: only what leaves from now on gives them again. */
export async function armAlarms(issueId: string, transaction: Database): Promise<void> {
  await transaction.execute(sql`update issue_alarms set at = now() where issue_id = ${issueId}::uuid`)
}

/** Mails one after the other, none of which was taken. */
export interface InARow {
  readonly mails: number
  /** For how many of them there is no such mailbox. */
  readonly dead: number
}

/**
 * How many mails of an issue were refused or not answered since the last that was taken, or since somebody resumed it after an
 * alarm: what a worker that begins is to know of those before it.
 */
export async function notTakenInARow(issueId: string, database: Database): Promise<InARow> {
  const { rows } = await database.execute<{ mails: number; dead: number }>(sql`
    with since as materialized (
      select coalesce(greatest(
        (select max(submitted_at) from email_deliveries where issue_id = ${issueId}::uuid and submitted_at is not null),
        (select max(at) from issue_alarms where issue_id = ${issueId}::uuid)
      ), '-infinity') as at
    )
    select sum(case when by_policy then least(people, ${HELD_AFTER}) else people end)::integer as mails,
      sum(dead)::integer as dead
    from (
      select reason in ${policyFailures} as by_policy, count(*) as people,
        count(*) filter (where reason = 'address-rejected') as dead
      from email_deliveries d cross join since
      where issue_id = ${issueId}::uuid and updated_at > since.at and (
        (state = 'unconfirmed' and reason = 'no-answer') or (state = 'failed' and reason in (
          'address-rejected', 'mailbox-full', 'mailbox-refused', 'message-refused', 'policy', 'sender-refused'
        ))
      )
      group by 1, case when reason in ${policyFailures} then ${mailGroup} end
    ) of_group
  `)
  return { mails: rows[0]?.mails ?? 0, dead: rows[0]?.dead ?? 0 }
}
