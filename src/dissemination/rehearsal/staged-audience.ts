import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { editionsOf, keepEdition, type StoredEdition } from '../../ledger/editions.ts'
import { type MailsByHours, mailsByHours } from '../../ledger/issue-progress/mails-by-hours.ts'
import { type IssueCount, issueCounts } from '../../ledger/issue-report.ts'
import { standsInFor } from '../../ledger/mail-standing.ts'
import { isFresh } from '../../ledger/pace/mail-domains.ts'
import type { IssueLanguages } from '../../ledger/reader-language.ts'
import { enterIssueAudience } from '../enter-issue-audience.ts'
import type { IssueSource } from '../issue-source.ts'
import type { FreshEdition } from '../render-editions.ts'

/** A person who would get the issue. */
export interface StagedMail {
  readonly id: string
  readonly subscriberId: string
  readonly newsletterId: string
  readonly address: string
  readonly editionId: string
  readonly locale: Locale
  readonly localeReason: string
  /** As in `ClaimedMail`. */
  readonly standsInFor: Locale | null
  /** Whether their domain is known to take no mail: who hands mails to servers asks for that before they leave. */
  readonly takesNoMail: boolean
}

export interface StagedAudience {
  readonly editions: readonly StoredEdition[]
  /** Who would get what, and who nothing and why. */
  readonly counts: readonly IssueCount[]
  /** How many get theirs within which hours. */
  readonly hours: readonly MailsByHours[]
  /** Up to so many who were not given out yet. Empty: all were. */
  next(limit: number): Promise<readonly StagedMail[]>
}

/** What the issue would leave with. */
export interface Leaving {
  readonly editions: readonly FreshEdition[]
  readonly languages: IssueLanguages
}

/**
 * Freezes the issue's audience by the very statements that do it for sending, under a name of its own, so that they never
 * wait for each other, and takes it back at once. Who is in it is left in a cursor that outlives the transaction: it is
 * the database's to hold, whatever its size, and is gone with the session.
 * @param session nobody else's: see `inOwnSession`.
 */
export async function stageAudience(
  issue: IssueSource,
  rehearsalId: string,
  { editions, languages }: Leaving,
  session: Database,
): Promise<StagedAudience> {
  await session.execute(sql`begin`)
  for (const edition of editions) await keepEdition({ ...edition, issueId: rehearsalId }, session)
  await enterIssueAudience({ ...issue, id: rehearsalId }, languages, session)
  const counts = await issueCounts(rehearsalId, session)
  const staged = await editionsOf(rehearsalId, session)
  const hours = await mailsByHours(rehearsalId, session)
  // A cursor's statement takes no values.
  await session.execute(sql`select set_config('emissary.rehearsal', ${rehearsalId}, false)`)
  await session.execute(sql`
    declare rehearsed no scroll cursor with hold for
    select d.id, d.subscriber_id as "subscriberId", d.newsletter_id as "newsletterId", person.email as address, d.edition_id as "editionId", d.locale,
      d.locale_reason as "localeReason", ${standsInFor} as "standsInFor",
      exchanger.domain is not null and exchanger.mx_group is null as "takesNoMail"
    from email_deliveries d join subscribers person on person.id = d.subscriber_id
    left join mail_domains exchanger on exchanger.domain = d.domain and ${isFresh(sql`exchanger`)}
    where d.issue_id = current_setting('emissary.rehearsal')::uuid and d.state = 'planned' and d.edition_id is not null
  `)
  for (const table of ['email_deliveries', 'editions', 'issue_segments', 'issue_audiences'])
    await session.execute(sql`delete from ${sql.identifier(table)} where issue_id = ${rehearsalId}::uuid`)
  await session.execute(sql`commit`)
  return {
    editions: staged,
    counts,
    hours,
    next: async (limit) => {
      const { rows } = await session.execute<Record<keyof StagedMail, never>>(
        sql`fetch forward ${sql.raw(String(limit))} from rehearsed`,
      )
      return rows
    },
  }
}
