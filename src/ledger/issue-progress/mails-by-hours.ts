import { type Database, sql } from '../../database/database.ts'
import { DOMAIN_HELD } from '../domain-holds.ts'
import { readingZones } from '../pace/known-zones.ts'
import { LANGUAGE_HELD, WAITS_FOR_PROVIDER } from './waiting-mails.ts'

/** Planned mails of readers who take them within the same hours. */
export interface MailsByHours {
  /** IANA name. */
  readonly zone: string
  /** Hours of the reader's day, 0 to 24. Null: any. */
  readonly from: number | null
  readonly to: number | null
  readonly mails: number
}

/**
 * The mails of an issue of which it can be foretold when they leave: those that nothing hinders, and those that wait for the
 * next day or the next hour of their reader. What waits for a translation or for a person, or was refused for now, is not among them.
 */
export async function mailsByHours(issueId: string, database: Database): Promise<readonly MailsByHours[]> {
  const zones = await readingZones(database)
  const hours =
    zones === null
      ? sql`null::numeric as "from", null::numeric as "to", coalesce(network.time_zone, 'UTC') as zone`
      : sql`letter.window_from as "from", letter.window_to as "to",
          case when letter.window_from is not null and ${JSON.stringify(zones)}::jsonb ? person.time_zone
            then person.time_zone else coalesce(network.time_zone, 'UTC') end as zone`
  const people =
    zones === null
      ? sql``
      : sql`left join newsletters letter on letter.id = d.newsletter_id
          left join subscribers person on person.id = d.subscriber_id`
  const { rows } = await database.execute<{
    zone: string
    from: string | number | null
    to: string | number | null
    mails: number
  }>(sql`
    select "from", "to", zone, count(*)::int as mails from (
      select ${hours} from email_deliveries d left join network on true ${people}
      where d.issue_id = ${issueId}::uuid and d.state = 'planned' and (
        d.reason in ('daily-cap', 'waits-for-hours')
        or d.due_at <= now() and coalesce(d.reason, '') not in (${LANGUAGE_HELD}, ${WAITS_FOR_PROVIDER}, ${DOMAIN_HELD})
      )
    ) planned group by 1, 2, 3 order by mails desc, zone
  `)
  return rows.map(({ zone, from, to, mails }) => ({
    zone,
    from: from === null ? null : Number(from),
    to: to === null ? null : Number(to),
    mails,
  }))
}
