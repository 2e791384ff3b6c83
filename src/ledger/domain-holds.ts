import { randomUUID } from 'node:crypto'

import { type Database, sql } from '../database/database.ts'

/** Of planned mails to whom refuses us: a person is to decide. */
export const DOMAIN_HELD = 'domain-held'

/**
 * So many mails in a row that a group refuses by policy are not about each of them: one may be too large for its reader, and
 * some mailboxes take mail from colleagues only. For the whole issue no more of one group count.
 */
export const HELD_AFTER = 3

/** Why a mail failed as they do not want it from us, whoever it is for. */
const policyFailures = sql`('policy', 'message-refused')`

/** By which mails are paced, of the mail `d`. */
const group = sql`coalesce(d.mx_group, d.domain, '')`

/** Of an issue, whom it leaves alone now: names of groups. */
export const heldGroups = (issueId: string) => sql`
  (select held.mx_group from domain_holds held where held.issue_id = ${issueId}::uuid and held.ended_at is null)`

/** Of the mails `d` of an issue to a group, all that are planned. By its places an index knows those at once. */
const plannedFor = (issueId: string, name: ReturnType<typeof sql>) => sql`
  d.issue_id = ${issueId}::uuid and d.state = 'planned' and ${group} = ${name} and (
    d.edition_id is null or d.edition_id in (select id from editions where issue_id = ${issueId}::uuid)
  )`

/** Who refused mails of an issue. */
export interface Refusing {
  readonly issueId: string
  readonly group: string
  /** As in `domain_holds`. */
  readonly code: string | null
}

/** Holds what an issue still has for them. False: nothing of it is left, it is not under way, or it is held already. */
export async function holdDomain(
  { issueId, group: name, code }: Refusing,
  transaction: Database,
): Promise<boolean> {
  const { rows } = await transaction.execute(sql`
    insert into domain_holds as held (id, issue_id, mx_group, code)
    select ${randomUUID()}::uuid, issue.id, ${name}, ${code}::text from issues issue
    where issue.id = ${issueId}::uuid and issue.state in ('sending', 'paused')
      and exists (select from email_deliveries d where ${plannedFor(issueId, sql`${name}`)})
    on conflict (issue_id, mx_group) do update set
      code = excluded.code, since = now(), ended_at = null, outcome = null
    where held.ended_at is not null
    returning 1
  `)
  return rows.length === 1
}

/** Rows that one statement marks: few enough to be over in a moment. */
const AT_ONCE = 10_000

/**
 * Says of all mails of an issue to whom it leaves alone that they wait for a person, and takes back those that workers hold
 * and have not begun with. What waits for its language goes on to say that.
 */
export async function markHeld(issueId: string, database: Database): Promise<void> {
  for (;;) {
    const { rowCount } = await database.execute(sql`
      update email_deliveries set reason = ${DOMAIN_HELD}, lease_token = null, lease_until = null, updated_at = now()
      where id in (
        select d.id from domain_holds held join email_deliveries d
          on d.issue_id = ${issueId}::uuid and d.edition_id in (select id from editions where issue_id = ${issueId}::uuid)
          and d.state = 'planned' and ${group} = held.mx_group
        where held.issue_id = ${issueId}::uuid and held.ended_at is null
          and (d.reason is distinct from ${DOMAIN_HELD} or d.lease_token is not null)
        limit ${AT_ONCE} for update of d skip locked
      )
    `)
    if ((rowCount ?? 0) < AT_ONCE) return
  }
}

/** How many mails of an issue each group refused by policy since it took one, or since a person had them sent again. */
export async function refusedInARow(
  issueId: string,
  database: Database,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.execute<{ name: string; mails: number }>(sql`
    with refused as (
      select ${group} as name, d.updated_at as at from email_deliveries d
      where d.issue_id = ${issueId}::uuid and d.state = 'failed' and d.reason in ${policyFailures}
    ), taken as materialized (
      select ${group} as name, max(d.submitted_at) as at from email_deliveries d
      where d.issue_id = ${issueId}::uuid and d.submitted_at >= (select min(at) from refused) group by 1
    )
    select refused.name, count(*)::int as mails from refused
    left join taken on taken.name = refused.name
    left join domain_holds held on held.issue_id = ${issueId}::uuid and held.mx_group = refused.name
    where refused.at > coalesce(greatest(taken.at, held.ended_at), '-infinity')
    group by refused.name
  `)
  return new Map(rows.map(({ name, mails }) => [name, mails]))
}

/** What came of an issue's mails to whoever takes one of them, since a person last had them sent again. */
export interface GroupReturns {
  readonly group: string
  /** That were taken at first. */
  readonly submitted: number
  /** Of them, those that came back by policy. */
  readonly refused: number
}

/**
 * To be asked at each that comes back: all that were submitted are counted only where enough came back for it to matter.
 * Null: not so many did, nothing is planned for them any more, or they are held already.
 */
export async function groupReturns(
  {
    issueId,
    deliveryId,
    enough,
  }: { readonly issueId: string; readonly deliveryId: string; readonly enough: number },
  database: Database,
): Promise<GroupReturns | null> {
  const { rows } = await database.execute<GroupReturns & Record<string, unknown>>(sql`
    with place as materialized (
      select ${group} as name, coalesce(held.ended_at, '-infinity') as since
      from email_deliveries d
      left join domain_holds held on held.issue_id = d.issue_id and held.mx_group = ${group}
      where d.id = ${deliveryId}::uuid and d.issue_id = ${issueId}::uuid and (held.id is null or held.ended_at is not null)
    ), returned as materialized (
      select place.name, place.since, count(*)::int as refused
      from place join email_deliveries d on ${group} = place.name
      where d.issue_id = ${issueId}::uuid and (d.bounced_at is not null or d.complained_at is not null)
        and d.bounce_class = 'policy' and d.submitted_at >= place.since
      group by 1, 2 having count(*) >= ${enough}
    )
    select returned.name as group, returned.refused, (
      select count(*) from email_deliveries d
      where d.issue_id = ${issueId}::uuid and d.submitted_at >= returned.since and ${group} = returned.name
    )::int as submitted
    from returned where exists (select from email_deliveries d where ${plannedFor(issueId, sql`returned.name`)})
  `)
  return rows[0] ?? null
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
        + (select count(*) from email_deliveries d join held on ${group} = held.mx_group where ${isRefused(issueId)})::int
        as people
  `)
  const [share] = rows
  if (share === undefined) throw new Error('what is held of an issue could not be counted')
  return share
}

/** Of the mail `d`: at once, or by a mail that came back. Each kind is few, and has an index of its own. */
const isRefused = (issueId: string) => sql`
  d.id in (
    select id from email_deliveries
    where issue_id = ${issueId}::uuid and state = 'failed' and reason is not null and reason in ${policyFailures}
    union all
    select id from email_deliveries
    where issue_id = ${issueId}::uuid and (bounced_at is not null or complained_at is not null) and bounce_class = 'policy'
  )`

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
        (select count(*) from email_deliveries d where ${group} = held.mx_group and ${isRefused(issueId)})::int as refused
      from domain_holds held where held.issue_id = ${issueId}::uuid and held.ended_at is null
    ) counted where waiting > 0 order by waiting desc, "group"
  `)
  return rows.map((row) => ({ ...row, since: new Date(row.since) }))
}
