import { type Database, sql } from '../../database/database.ts'
import { DOMAIN_HELD, heldGroups, mailGroup, plannedFor } from '../domain-holds.ts'
import { isRefused } from '../domain-refusals.ts'

/** Whom an issue leaves alone. */
export interface DomainHold {
  readonly id: string
  readonly group: string
  readonly code: string | null
  readonly since: Date
  /** Mails that wait for a person, those of a language that is held included. */
  readonly waiting: number
  readonly refused: number
}

/** Those for whom something waits, for most people first. */
export async function domainHolds(issueId: string, database: Database): Promise<readonly DomainHold[]> {
  const { rows } = await database.execute<
    Omit<DomainHold, 'since'> & { since: string } & Record<string, unknown>
  >(sql`
    select * from (
      select held.id, held.mx_group as group, held.code, held.since,
        (select count(*) from email_deliveries d where ${plannedFor(issueId, sql`held.mx_group`)})::int as waiting,
        (select count(*) from email_deliveries d where ${mailGroup} = held.mx_group and ${isRefused(issueId)})::int as refused
      from domain_holds held where held.issue_id = ${issueId}::uuid and held.ended_at is null
    ) counted where waiting > 0 order by waiting desc, "group"
  `)
  return rows.map((row) => ({ ...row, since: new Date(row.since) }))
}

/** Issues under way of which mails wait for a person, and how many do. */
export async function refusedIssues(database: Database): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.execute<{ id: string; waiting: number }>(sql`
    select issue.id, count(*)::int as waiting from issues issue
    join email_deliveries d on d.issue_id = issue.id and d.state = 'planned' and d.reason = ${DOMAIN_HELD}
    where issue.state in ('sending', 'paused') and exists (
      select from domain_holds held where held.issue_id = issue.id and held.ended_at is null
    )
    group by issue.id
  `)
  return new Map(rows.map(({ id, waiting }) => [id, waiting]))
}

/** Those of the domains whose mails of an issue wait for a person, as they refuse us. */
export async function refusingDomains(
  issueId: string,
  domains: readonly string[],
  database: Database,
): Promise<ReadonlySet<string>> {
  const { rows } = await database.execute<{ domain: string }>(sql`
    select named.domain from jsonb_array_elements_text(${JSON.stringify(domains)}::jsonb) as named (domain)
    left join mail_domains known on known.domain = named.domain
    where named.domain in ${heldGroups(issueId)} or known.mx_group in ${heldGroups(issueId)}
  `)
  return new Set(rows.map(({ domain }) => domain))
}
