import { type Database, sql } from '../database/database.ts'
import { mailGroup, plannedFor, policyFailures } from './domain-holds.ts'

/** How many mails of an issue each group refused by policy since it took one, or since a person had them sent again. Without those that are held. */
export async function refusedInARow(
  issueId: string,
  database: Database,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.execute<{ name: string; mails: number }>(sql`
    with refused as (
      select ${mailGroup} as name, d.updated_at as at from email_deliveries d
      where d.issue_id = ${issueId}::uuid and d.state = 'failed' and d.reason in ${policyFailures}
    ), taken as materialized (
      select ${mailGroup} as name, max(d.submitted_at) as at from email_deliveries d
      where d.issue_id = ${issueId}::uuid and d.submitted_at >= (select min(at) from refused) group by 1
    )
    select refused.name, count(*)::int as mails from refused
    left join taken on taken.name = refused.name
    left join domain_holds held on held.issue_id = ${issueId}::uuid and held.mx_group = refused.name
    where refused.at > coalesce(greatest(taken.at, held.ended_at), '-infinity')
      and (held.id is null or held.ended_at is not null)
    group by refused.name
  `)
  return new Map(rows.map(({ name, mails }) => [name, mails]))
}

/** When whoever takes a mail is said to refuse us. */
interface Returning {
  readonly issueId: string
  /** The mail. */
  readonly deliveryId: string
  /** So many of the issue came back to us by policy, at least. */
  readonly enough: number
  /** And more than one in so many that they had taken. */
  readonly oneIn: number
}

/**
 * Whoever takes a mail, if they refuse us by what came back since a person last had the issue sent to them again. To be asked at
 * each that comes back: what they had taken is counted only where enough came back, and no further than it matters. Null: they do
 * not, nothing is planned for them any more, or they are held already.
 */
export async function returningGroup(
  { issueId, deliveryId, enough, oneIn }: Returning,
  database: Database,
): Promise<string | null> {
  const { rows } = await database.execute<{ name: string }>(sql`
    with place as materialized (
      select ${mailGroup} as name, coalesce(held.ended_at, '-infinity') as since
      from email_deliveries d
      left join domain_holds held on held.issue_id = d.issue_id and held.mx_group = ${mailGroup}
      where d.id = ${deliveryId}::uuid and d.issue_id = ${issueId}::uuid and (held.id is null or held.ended_at is not null)
    ), returned as materialized (
      select place.name, place.since, count(*)::int as refused
      from place join email_deliveries d on ${mailGroup} = place.name
      where d.issue_id = ${issueId}::uuid and (d.bounced_at is not null or d.complained_at is not null)
        and d.bounce_class = 'policy' and d.submitted_at >= place.since
      group by 1, 2 having count(*) >= ${enough}
    )
    select returned.name from returned
    where exists (select from email_deliveries d where ${plannedFor(issueId, sql`returned.name`)}) and not exists (
      select from email_deliveries d
      where d.issue_id = ${issueId}::uuid and d.submitted_at >= returned.since and ${mailGroup} = returned.name
      offset returned.refused * ${oneIn}::integer - 1
    )
  `)
  return rows[0]?.name ?? null
}

/** How much of an issue is held. */
export interface HeldShare {
  readonly groups: number
  /** Readers for whom it is held, or was refused before it was. */
  readonly people: number
  /** Readers whom the issue was for. */
  readonly recipients: number
}

/** Of what was held since somebody resumed the issue after it was paused for refusals. */
export async function heldShare(issueId: string, database: Database): Promise<HeldShare> {
  const { rows } = await database.execute<HeldShare & Record<string, unknown>>(sql`
    with held as materialized (
      select mx_group from domain_holds where issue_id = ${issueId}::uuid and ended_at is null and since > coalesce(
        (select at from issue_alarms where issue_id = ${issueId}::uuid and alarm = 'refusals'), '-infinity'
      )
    )
    select (select count(*) from held)::int as groups,
      coalesce((select recipients from issue_audiences where issue_id = ${issueId}::uuid), 0) as recipients,
      (select count(*) from held join email_deliveries d on ${plannedFor(issueId, sql`held.mx_group`)})::int
        + (select count(*) from email_deliveries d join held on ${mailGroup} = held.mx_group where ${isRefused(issueId)})::int
        as people
  `)
  const [share] = rows
  if (share === undefined) throw new Error('what is held of an issue could not be counted')
  return share
}

/** Of the mail `d`: at once, or by a mail that came back. Each kind is few, and has an index of its own. */
export const isRefused = (issueId: string) => sql`
  d.id in (
    select id from email_deliveries
    where issue_id = ${issueId}::uuid and state = 'failed' and reason is not null and reason in ${policyFailures}
    union all
    select id from email_deliveries
    where issue_id = ${issueId}::uuid and (bounced_at is not null or complained_at is not null) and bounce_class = 'policy'
  )`
