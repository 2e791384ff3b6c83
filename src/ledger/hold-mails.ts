import { randomUUID } from 'node:crypto'

import { millisecondsUntil } from '../database/clock.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { heldGroups, mailGroup } from './domain-holds.ts'
import type { ClaimedMail } from './email-deliveries.ts'
import { barredOrAtCap, hoursOfReader, newslettersOf, standingOfMail, standsInFor } from './mail-standing.ts'

export interface HeldMail extends ClaimedMail {
  /** Who takes mail for the address, as far as it is known: else its domain. */
  readonly mxGroup: string
  /** Mails a second to that group before it asked for patience. Null: it is not slowed down. */
  readonly ceiling: number | null
}

export interface Turn {
  readonly issueId: string
  readonly editionId: string
  readonly limit: number
  /** Groups beyond it in the alphabet are looked at. Empty: from the first. */
  readonly after: string
  /** Of the transport, whose groups are paced each by itself. */
  readonly transport: string
  /** Names that Postgres knows, where a newsletter has hours. Null: none of them has. */
  readonly zones: readonly string[] | null
}

export interface HeldMails {
  readonly leaseToken: string
  readonly mails: readonly HeldMail[]
  /** How many rows were looked at, more than `mails` when some were skipped or wait. */
  readonly examined: number
  /** How many were found that others took in that moment. */
  readonly missed: number
  /** Whether all that was found was being taken by others in that moment. */
  readonly isContended: boolean
  /** Where the next turn goes on. Null: this was the end of the alphabet. */
  readonly after: string | null
  /** Something is due to groups that take nothing now: when the first of them may. Null: nothing is. */
  readonly waitsUntil: Date | null
}

/** How long mails are kept for a worker that has not begun with them. When it vanishes, another goes on after this. */
const HELD_FOR = '1 minute'
/** Groups that are looked at in one turn. */
const GROUPS = 64
/** With no more groups than this each may fill the turn; else it has a share of it. */
const FEW_GROUPS = 4

/**
 * Holds up to `limit` mails of one edition for this worker. The groups of mail exchangers take turns, each with a few
 * mails, so that one to which nothing may leave now holds up none of the others: it is passed over without reading its
 * rows, and so is one that refuses us. Nothing is under way yet: should the worker vanish now, they are simply due again. Consent and suppression are
 * looked up in this very statement; who left meanwhile is skipped, and who sleeps is written to in the morning.
 */
export async function holdMails(
  { issueId, editionId, limit, after, transport, zones }: Turn,
  database: Database,
): Promise<HeldMails> {
  const leaseToken = randomUUID()
  const planned = sql`d.issue_id = ${issueId} and d.edition_id = ${editionId} and d.state = 'planned'`
  const isFree = sql`d.due_at <= now() and (d.lease_until is null or d.lease_until < now())`
  const next = (beyond: ReturnType<typeof sql>) => sql`
    select ${mailGroup} as name, d.due_at <= now() as is_due from email_deliveries d
    where ${planned} and ${mailGroup} > ${beyond} order by ${mailGroup}, d.due_at limit 1
  `
  const elapsed = sql`greatest(0, extract(epoch from clock_timestamp() - b.refilled_at))`
  const rate = sql`least(b.ceiling, b.per_second + ${elapsed} * b.gain)`
  const holds = sql`greatest(1, b.capacity * (${rate}) / b.ceiling)`
  const { rows } = await database.execute<HeldRow>(sql`
    with recursive ${newslettersOf(issueId)}, groups as (
      (${after === '' ? firstGroup(planned) : next(sql`${after}`)})
      union all
      select beyond.name, beyond.is_due from groups cross join lateral (${next(sql`groups.name`)}) beyond
    ), probed as materialized (
      select name, is_due from groups limit ${GROUPS}
    ), paced as materialized (
      select name, case when (${rate}) < b.ceiling then b.ceiling end as ceiling, b.blocked_until,
        case
          when b.key is null then ${limit}::bigint
          when b.blocked_until > now() then 0
          when (${rate}) >= b.ceiling then ${limit}::bigint
          else least(${limit}::bigint, floor(least(${holds}, b.tokens + ${elapsed} * (${rate})))::bigint)
        end as room, (1 - b.tokens) / greatest(${rate}, 1e-6) as wait
      from probed left join send_buckets b on b.key = 'mx:' || ${transport} || ':' || name
      where is_due and name not in ${heldGroups(issueId)}
        and exists (select from issues where id = ${issueId} and state = 'sending')
    ), chosen as (
      select free.id, paced.ceiling from paced cross join lateral (
        select id, row_number() over () as place from (
          select d.id from email_deliveries d
          where ${planned} and ${mailGroup} = paced.name and ${isFree}
          order by d.due_at, d.id
          limit least(paced.room, case
            when (select count(*) from probed) <= ${FEW_GROUPS} then ${limit}::bigint else ${Math.ceil(limit / FEW_GROUPS)}::bigint
          end)
        ) first_of_group
      ) free
      where paced.room >= 1
      order by free.place limit ${limit}::bigint
    ), due as materialized (
      select d.id, chosen.ceiling from email_deliveries d join chosen on chosen.id = d.id
      where ${planned} and ${isFree} and exists (select from issues where id = ${issueId} and state = 'sending')
      for update of d skip locked
    ), known as (
      select d.id, due.ceiling, person.email, person.address_key, standing.newsletter_id, ${standsInFor} as stands_in_for,
        case ${barredOrAtCap} end as skip, ${hoursOfReader(zones)} as waits_until
      from due join email_deliveries d on d.id = due.id
      ${standingOfMail}
    ), held as (
      update email_deliveries d set
        state = case when skip is null then d.state else 'skipped' end,
        reason = case when skip is not null then skip when waits_until is not null then 'waits-for-hours' end,
        due_at = case when skip is null then coalesce(waits_until, d.due_at) else d.due_at end,
        newsletter_id = coalesce(known.newsletter_id, d.newsletter_id),
        address_key = case when skip is null then known.address_key else d.address_key end,
        lease_token = case when skip is null and waits_until is null then ${leaseToken}::uuid end,
        lease_until = case when skip is null and waits_until is null then now() + ${HELD_FOR}::interval end,
        updated_at = now()
      from known where d.id = known.id
      returning d.id, d.subscriber_id, d.newsletter_id, known.email, d.edition_id, d.locale, known.stands_in_for, d.attempts,
        known.ceiling,
        ${mailGroup} as mx_group, d.lease_token is not null as is_ours
    )
    select held.*, turn.after, ${millisecondsUntil(sql`turn.waits_until`)} as wait_ms, turn.chosen from (
      select case when count(*) = ${GROUPS} then max(name) end as after,
        (select min(greatest(blocked_until, now() + make_interval(secs => wait))) from paced where room < 1) as waits_until,
        (select count(*) from chosen)::integer as chosen
      from probed
    ) turn left join held on true
  `)
  return { leaseToken, ...claimOf(rows) }
}

/** With nothing before it: the empty name is one too. */
const firstGroup = (planned: ReturnType<typeof sql>) => sql`
  select ${mailGroup} as name, d.due_at <= now() as is_due from email_deliveries d
  where ${planned} order by ${mailGroup}, d.due_at limit 1
`

interface HeldRow extends Record<string, unknown> {
  /** Null, as all up to `is_ours`, when nothing is held. */
  readonly id: string | null
  readonly subscriber_id: string
  readonly newsletter_id: string
  readonly email: string
  readonly edition_id: string
  readonly locale: Locale
  readonly stands_in_for: Locale | null
  readonly attempts: number
  readonly ceiling: number | null
  readonly mx_group: string
  readonly is_ours: boolean
  readonly after: string | null
  readonly wait_ms: number | null
  readonly chosen: number
}

function claimOf(rows: readonly HeldRow[]): Omit<HeldMails, 'leaseToken'> {
  const [turn] = rows
  const examined = rows.filter(({ id }) => id !== null).length
  const mails = rows
    .filter(({ id, is_ours }) => id !== null && is_ours)
    .map((row) => ({
      id: row.id ?? '',
      subscriberId: row.subscriber_id,
      newsletterId: row.newsletter_id,
      address: row.email,
      editionId: row.edition_id,
      locale: row.locale,
      standsInFor: row.stands_in_for,
      attempts: row.attempts,
      mxGroup: row.mx_group,
      ceiling: row.ceiling,
    }))
  return {
    mails,
    examined,
    missed: (turn?.chosen ?? 0) - examined,
    isContended: examined === 0 && (turn?.chosen ?? 0) > 0,
    after: turn?.after ?? null,
    waitsUntil: turn === undefined || turn.wait_ms === null ? null : new Date(Date.now() + turn.wait_ms),
  }
}

/** Editions of an issue with something due, in no particular order. */
export async function editionsWithDueMails(issueId: string, database: Database): Promise<readonly string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    select edition.id from editions edition where edition.issue_id = ${issueId} and exists (
      select from email_deliveries d
      where d.issue_id = ${issueId} and d.edition_id = edition.id and d.state = 'planned' and d.due_at <= now()
    )
  `)
  return rows.map(({ id }) => id)
}
