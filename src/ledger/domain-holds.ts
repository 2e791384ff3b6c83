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
export const policyReasons: readonly string[] = ['policy', 'message-refused']

/** The same as a list in SQL. */
export const policyFailures = sql`(${sql.join(
  policyReasons.map((reason) => sql`${reason}`),
  sql`, `,
)})`

/** By which mails are paced, of the mail `d`. */
export const mailGroup = sql`coalesce(d.mx_group, d.domain, '')`

/** Of an issue, whom it leaves alone now: names of groups. */
export const heldGroups = (issueId: string) => sql`
  (select held.mx_group from domain_holds held where held.issue_id = ${issueId}::uuid and held.ended_at is null)`

/** Of the mails `d` of an issue to a group, all that are planned. By its places an index knows those at once. */
export const plannedFor = (issueId: string, name: ReturnType<typeof sql>) => sql`
  d.issue_id = ${issueId}::uuid and d.state = 'planned' and ${mailGroup} = ${name} and (
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
          and d.state = 'planned' and ${mailGroup} = held.mx_group
        where held.issue_id = ${issueId}::uuid and held.ended_at is null
          and (d.reason is distinct from ${DOMAIN_HELD} or d.lease_token is not null)
        limit ${AT_ONCE} for update of d skip locked
      )
    `)
    if ((rowCount ?? 0) < AT_ONCE) return
  }
}

/** Those of issues that are over: what was refused stands in their mails, and a name may tell who reads there. */
export async function forgetHolds(database: Database): Promise<void> {
  await database.execute(sql`
    delete from domain_holds where issue_id not in (select id from issues where state in ('sending', 'paused'))
  `)
}
