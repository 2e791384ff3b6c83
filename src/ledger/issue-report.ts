import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { DeliveryState } from './delivery-state.ts'
import { DOMAIN_HELD, mailGroup } from './domain-holds.ts'

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

/**
 * Issues with mails that are due and held by nobody, or with batches to replay: for the sweep. Mails to whoever refuses us are
 * due for as long as a person takes, and no worker is woken for them.
 */
export async function issuesWithDueMails(database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ issue_id: string }>(sql`
    select d.issue_id from email_deliveries d join issues issue on issue.id = d.issue_id and issue.state = 'sending'
    left join domain_holds held on held.issue_id = d.issue_id and held.mx_group = ${mailGroup}
      and held.ended_at is null and d.reason = ${DOMAIN_HELD}
    where d.state = 'planned' and d.due_at <= now() and d.edition_id is not null
      and (d.lease_until is null or d.lease_until < now()) and held.id is null
    union
    select batch.issue_id from email_batches batch join issues issue on issue.id = batch.issue_id
    where batch.state = 'open' and batch.due_at <= now() and (batch.lease_until is null or batch.lease_until < now())
      and (issue.state = 'sending' or batch.first_attempt_at is not null)
  `)
  return rows.map(({ issue_id }) => issue_id)
}
