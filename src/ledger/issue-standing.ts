import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** What the system alone writes of an issue. Dates as Payload keeps them: ISO 8601, UTC. */
export interface IssueStanding {
  readonly state: string
  readonly problem: string | null
  readonly scheduledFor: string | null
  readonly scheduleZone: string | null
  readonly sentAt: string | null
}

interface StandingRow extends Record<string, unknown> {
  state: string
  problem: string | null
  scheduled_for: string | Date | null
  schedule_zone: string | null
  sent_at: string | Date | null
}

/** Where an issue stands. Whoever wants to move it on waits for this transaction. Null: there is none. */
export async function lockIssue(issueId: string, transaction: Database): Promise<IssueStanding | null> {
  const { rows } = await transaction.execute<StandingRow>(sql`
    select state, problem, scheduled_for, schedule_zone, sent_at from issues
    where id = ${issueId}::uuid for no key update
  `)
  const [row] = rows
  if (row === undefined) return null
  return {
    state: row.state,
    problem: row.problem,
    scheduledFor: isoOf(row.scheduled_for),
    scheduleZone: row.schedule_zone,
    sentAt: isoOf(row.sent_at),
  }
}

const isoOf = (at: string | Date | null): string | null => (at === null ? null : new Date(at).toISOString())

/** The languages that still wait for their edition. None before an issue has left, and after it was sent. */
export async function heldLanguages(issueId: string, database: Database): Promise<ReadonlySet<Locale>> {
  const { rows } = await database.execute<{ locale: Locale }>(sql`
    select kept.locale from issue_languages kept join issues issue on issue.id = kept.issue_id
    where kept.issue_id = ${issueId}::uuid and kept.rule = 'hold' and kept.outcome is null
      and issue.state in ('sending', 'paused')
  `)
  return new Set(rows.map(({ locale }) => locale))
}

/** Whether readers may have anything of it. A cancelled issue of which no edition was made is nobody's. */
export async function hasLeft(issueId: string, database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`
    select from issues issue where issue.id = ${issueId}::uuid and ${isLeaving}
  `)
  return rows.length > 0
}

const isLeaving = sql`(
  issue.state in ('preparing', 'sending', 'paused', 'sent')
  or issue.state = 'cancelled' and exists (select from editions where editions.issue_id = issue.id)
)`

/** Whether any issue of a newsletter has left. None of them moves on before this transaction ends. */
export async function anyHasLeft(newsletterId: string, transaction: Database): Promise<boolean> {
  const { rows } = await transaction.execute<{ left: boolean }>(sql`
    select ${isLeaving} as left from issues issue
    where issue.newsletter_id = ${newsletterId}::uuid for no key update
  `)
  return rows.some(({ left }) => left)
}

/** Whether a newsletter has an issue, or its readers get one of another newsletter that has left or leaves at its time. */
export async function anyNeeds(newsletterId: string, transaction: Database): Promise<boolean> {
  const { rows } = await transaction.execute<{ needs: boolean }>(sql`
    select issue.newsletter_id = ${newsletterId}::uuid or issue.state = 'scheduled' or ${isLeaving} as needs
    from issues issue
    where issue.newsletter_id = ${newsletterId}::uuid or issue.id in (
      select parent_id from issues_rels where path = 'alsoTo' and newsletters_id = ${newsletterId}::uuid
    )
    for no key update
  `)
  return rows.some(({ needs }) => needs)
}
