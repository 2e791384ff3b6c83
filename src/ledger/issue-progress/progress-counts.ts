import { type Database, sql } from '../../database/database.ts'
import type { IssueCount } from '../issue-report.ts'

/** How many people of an issue, by the language of their edition, what became of their mail, and why. */
export type ProgressCount = Omit<IssueCount, 'localeReason'>

/**
 * The sum is everybody who was entered. Made of two counts of one moment, each from an index alone: everybody by state and
 * language, and those for whom there is something to explain, who are few or stay as they are.
 */
export async function progressCounts(issueId: string, database: Database): Promise<ProgressCount[]> {
  const { rows } = await database.execute<ProgressCount & Record<string, unknown>>(sql`
    with everybody as (
      select state, locale, count(*)::int as people from email_deliveries
      where issue_id = ${issueId}::uuid group by state, locale
    ), explained as (
      select state, locale, reason, count(*)::int as people from email_deliveries
      where issue_id = ${issueId}::uuid and reason is not null group by state, locale, reason
    ), counted as (
      select * from explained
      union all
      select state, locale, null, people - coalesce((
        select sum(explained.people)::int from explained
        where explained.state = everybody.state and explained.locale is not distinct from everybody.locale
      ), 0)
      from everybody
    )
    select state, locale, reason, people from counted where people > 0
    order by locale nulls last, state, reason
  `)
  return rows
}
