import { type Database, sql } from '../../database/database.ts'

/**
 * Since when nothing of a newsletter has left: what became public later is in none of its issues. An issue takes in nothing
 * once its editions are rendered, which is earlier than its last mail. Null: it has sent none.
 */
export async function lastIssueAt(newsletterId: string, database: Database): Promise<Date | null> {
  const { rows } = await database.execute<{ at: string | Date | null }>(sql`
    select max(left_at) as at from (
      select least(issue.sent_at, (select min(e.rendered_at) from editions e where e.issue_id = issue.id)) as left_at
      from issues issue where issue.newsletter_id = ${newsletterId}::uuid
    ) as each
  `)
  const at = rows[0]?.at ?? null
  return at === null ? null : new Date(at)
}
