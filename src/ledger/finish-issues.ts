import { type Database, sql } from '../database/database.ts'

const isSettled = sql`not exists (
  select from email_deliveries d where d.issue_id = seen.id and d.state in ('planned', 'submitting')
)`

const rowsOf = sql`(select count(*) from email_deliveries d where d.issue_id = seen.id)::integer`

/** Looked at only where all is settled, as it reads every row. Issues that left before candidates were counted have none. */
const isBalanced = sql`case when ${isSettled} then coalesce(
  (select candidates from issue_audiences audience where audience.issue_id = seen.id) = ${rowsOf}, true
) end`

/**
 * Moves on to `sent` the issues of which every mail is settled and that have one row for each candidate. Answers their ids.
 * Whoever plans mails of an issue anew writes its row in the same transaction: one that is not as it was when its mails were
 * looked at stays. Where this waits for such a transaction Postgres looks at the row again, but not at the mails.
 * https://www.postgresql.org/docs/current/transaction-iso.html#XACT-READ-COMMITTED
 */
export async function finishBalanced(database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    update issues set state = 'sent', sent_at = coalesce(issues.sent_at, now()), updated_at = now()
    from issues seen
    where issues.id = seen.id and issues.xmin = seen.xmin and issues.state = 'sending' and seen.state = 'sending'
      and ${isBalanced}
    returning issues.id
  `)
  return rows.map(({ id }) => id)
}

export interface Unbalanced {
  readonly issueId: string
  readonly candidates: number
  /** One for each person, whatever became of their mail. */
  readonly rows: number
}

/** Issues that would be sent, but have more or fewer rows than there were candidates. */
export async function unbalancedIssues(database: Database): Promise<readonly Unbalanced[]> {
  const { rows } = await database.execute<Unbalanced & Record<string, unknown>>(sql`
    select seen.id as "issueId", audience.candidates, ${rowsOf} as rows
    from issues seen join issue_audiences audience on audience.issue_id = seen.id
    where seen.state = 'sending' and not ${isBalanced}
  `)
  return rows
}
