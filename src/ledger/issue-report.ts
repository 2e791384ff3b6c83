import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { DeliveryState } from './delivery-state.ts'

/** How many people, by what they get and why. Numbers only: nobody can be recognised. */
export interface IssueCount {
  /** Null: no edition for them. */
  readonly locale: Locale | null
  /** first-language | further-language | fallback-edition */
  readonly localeReason: string | null
  readonly state: DeliveryState
  readonly reason: string | null
  readonly people: number
}

/** Everyone who subscribes, each counted once. */
export async function issueCounts(issueId: string, database: Database): Promise<IssueCount[]> {
  const { rows } = await database.execute<{
    locale: Locale | null
    locale_reason: string | null
    state: DeliveryState
    reason: string | null
    people: number
  }>(sql`
    select locale, locale_reason, state, reason, count(*)::int as people from email_deliveries
    where issue_id = ${issueId} group by 1, 2, 3, 4 order by locale nulls last, state, reason, locale_reason
  `)
  return rows.map(({ locale_reason, ...rest }) => ({ ...rest, localeReason: locale_reason }))
}

/** Issues with mails that are due and held by nobody, or with batches to replay: for the sweep. */
export async function issuesWithDueMails(database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ issue_id: string }>(sql`
    select issue_id from email_deliveries
    where state = 'planned' and due_at <= now() and (lease_until is null or lease_until < now())
    union
    select issue_id from email_batches
    where state = 'open' and due_at <= now() and (lease_until is null or lease_until < now())
  `)
  return rows.map(({ issue_id }) => issue_id)
}
