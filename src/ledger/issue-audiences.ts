import { type Database, sql } from '../database/database.ts'
import type { DeliveryState } from './delivery-state.ts'

/** Whom an issue was meant for when it left, and where each of them stands now. */
export interface AudienceBalance {
  /** People who subscribed to one of its newsletters. Null: it left before that was counted, or did not leave. */
  readonly candidates: number | null
  /** Who was to get it, and who was not. */
  readonly recipients: number
  readonly excluded: number
  /** Rows by state now. Erased people keep theirs without a name. */
  readonly states: Readonly<Partial<Record<DeliveryState, number>>>
  /** Of all states. As many as `candidates`, at every moment. */
  readonly sum: number
}

/** Counted in one statement, so it is of one moment. */
export async function audienceBalance(issueId: string, database: Database): Promise<AudienceBalance> {
  const { rows } = await database.execute<{
    candidates: number | null
    recipients: number | null
    excluded: number | null
    states: AudienceBalance['states'] | null
    sum: number
  }>(sql`
    with state as (
      select state as name, count(*)::int as people from email_deliveries where issue_id = ${issueId}::uuid group by state
    )
    select audience.candidates, audience.recipients, audience.excluded,
      (select jsonb_object_agg(name, people) from state) as states,
      coalesce((select sum(people) from state), 0)::int as sum
    from (select ${issueId}::uuid as issue_id) as issue
    left join issue_audiences audience on audience.issue_id = issue.issue_id
  `)
  const [row] = rows
  return {
    candidates: row?.candidates ?? null,
    recipients: row?.recipients ?? 0,
    excluded: row?.excluded ?? 0,
    states: row?.states ?? {},
    sum: row?.sum ?? 0,
  }
}
