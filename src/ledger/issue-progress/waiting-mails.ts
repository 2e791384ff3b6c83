import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { DOMAIN_HELD } from '../domain-holds.ts'

/** Of readers whose language is not ready, so that there is no edition for them yet. */
export const LANGUAGE_HELD = 'language-held'
/** Due, but whoever takes mail for that address asked for patience. */
export const WAITS_FOR_PROVIDER = 'waits-for-provider'

/** Planned mails that cannot leave now. */
export interface WaitingMails {
  /** Null: no edition for them. */
  readonly locale: Locale | null
  /** What refused them for now, or what they wait for. Null: they were planned for later. */
  readonly reason: string | null
  readonly people: number
  /** When the first of them is due. Null: nobody knows. */
  readonly until: Date | null
}

/** Those that are held or not due yet, by language and reason, the next first. */
export async function waitingMails(issueId: string, database: Database): Promise<WaitingMails[]> {
  const { rows } = await database.execute<{
    locale: Locale | null
    reason: string | null
    people: number
    until: string | null
  }>(sql`
    select locale, reason, sum(people)::int as people, min(until) as until from (
      select locale, reason, count(*) as people, min(due_at) as until from email_deliveries
      where issue_id = ${issueId}::uuid and state = 'planned' and due_at > now() and reason is distinct from ${DOMAIN_HELD}
      group by locale, reason
      union all
      select locale, reason, count(*), null from email_deliveries
      where issue_id = ${issueId}::uuid and state = 'planned' and (
        due_at <= now() and reason in (${LANGUAGE_HELD}, ${WAITS_FOR_PROVIDER}) or reason = ${DOMAIN_HELD}
      )
      group by locale, reason
    ) as waiting group by locale, reason order by min(until) nulls last, locale, reason
  `)
  return rows.map(({ until, ...rest }) => ({ ...rest, until: until === null ? null : new Date(until) }))
}
