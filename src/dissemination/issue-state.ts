import { type Database, sql } from '../database/database.ts'
import type { IssueAlarm } from './feedback/issue-alarm.ts'
import type { IssueSource } from './issue-source.ts'

/** Why an issue that was to be sent is a draft again, or was paused by itself. */
export type IssueProblem =
  | 'no-items'
  | 'no-event' // an invitation to something else
  | 'no-edition'
  | 'edition-refused'
  | 'bad-segment'
  | IssueAlarm

interface Step {
  readonly from: IssueSource['state']
  readonly to: IssueSource['state']
  readonly problem?: IssueProblem | null
}

/**
 * Moves an issue on, if it still stands where the caller saw it. One statement, so of two who press the button at once
 * one is told that it has been done. Answers whether it moved.
 */
export async function moveIssue(
  issueId: string,
  { from, to, problem = null }: Step,
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute(sql`
    update issues set
      state = ${to}::text::enum_issues_state,
      problem = ${problem}::text,
      scheduled_for = case when ${to} = 'draft' then null else scheduled_for end,
      schedule_zone = case when ${to} = 'draft' then null else schedule_zone end,
      updated_at = now()
    where id = ${issueId} and state = ${from}::text::enum_issues_state
    returning id
  `)
  return rows.length === 1
}

/** Issues that were to be prepared and have no worker on them: for the sweep. */
export async function issuesToPrepare(database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    select id from issues where state = 'preparing' and updated_at < now() - interval '1 minute'
  `)
  return rows.map(({ id }) => id)
}
