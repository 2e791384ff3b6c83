import { type Database, sql } from '../database/database.ts'

/** The segment that an issue went to, as it was then. */
export interface IssueSegment {
  readonly issueId: string
  readonly segmentId: string
  readonly name: string
  /** A condition as the audience knows them; for the ledger it is evidence. */
  readonly condition: unknown
  /** From which its last days were counted. */
  readonly at: Date
}

/** Keeps it for good. One that is there already stays as it is. */
export async function keepIssueSegment(
  { issueId, segmentId, name, condition, at }: IssueSegment,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    insert into issue_segments (issue_id, segment_id, name, condition, at)
    values (${issueId}::uuid, ${segmentId}::uuid, ${name}, ${JSON.stringify(condition)}::jsonb, ${at.toISOString()}::timestamptz)
    on conflict (issue_id) do nothing
  `)
}

/** Null: it went to all subscribers of its newsletter, or was not sent yet. */
export async function issueSegmentOf(issueId: string, database: Database): Promise<IssueSegment | null> {
  const { rows } = await database.execute<{
    segment_id: string
    name: string
    condition: unknown
    at: string
  }>(sql`select segment_id, name, condition, at from issue_segments where issue_id = ${issueId}::uuid`)
  const [row] = rows
  if (row === undefined) return null
  const { segment_id: segmentId, name, condition, at } = row
  return { issueId, segmentId, name, condition, at: new Date(at) }
}
