import { millisecondsFromNow } from '../database/clock.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { DeliveryState, EmailSkipReason } from './delivery-state.ts'
import { placesOf } from './pace/day-places.ts'
import { settledAs } from './settled-as.ts'
import { underWayUntil } from './under-way.ts'

/** A mail that this worker holds. */
export interface ClaimedMail {
  readonly id: string
  readonly subscriberId: string
  /** By which of the issue's newsletters they get it: what one click leaves. */
  readonly newsletterId: string
  readonly address: string
  readonly editionId: string
  readonly locale: Locale
  /** Whose own language the edition stands in for, as they read none that the issue comes in. Null: they read it. */
  readonly standsInFor: Locale | null
  readonly attempts: number
}

/**
 * The point of no return, committed before the mails leave: from here on a vanished worker means `unconfirmed`. Their places
 * of the day are used up with it.
 * Answers the ids that may be submitted; one that is no longer held, or of an issue that was paused, must not be.
 */
export async function beginSubmitting(
  ids: readonly string[],
  { leaseToken, transport }: { readonly leaseToken: string; readonly transport: string },
  database: Database,
): Promise<Set<string>> {
  const { place, hasPlaces, used } = placesOf(leaseToken)
  const { rows } = await database.execute<{ id: string }>(sql`
    with ${place}, begun as (
      update email_deliveries
      set state = 'submitting', attempts = attempts + 1, transport = ${transport},
        lease_until = ${underWayUntil}, updated_at = now()
      where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
        and state = 'planned' and lease_token = ${leaseToken} and lease_until > now()
        and exists (select from issues where issues.id = email_deliveries.issue_id and issues.state = 'sending')
        and ${hasPlaces(ids.length)}
      returning id
    ), ${used}
    select id from begun
  `)
  return new Set(rows.map(({ id }) => id))
}

export interface MailSettlement {
  readonly id: string
  readonly state: Exclude<DeliveryState, 'submitting'>
  readonly reason: string | EmailSkipReason | null
  readonly providerId: string | null
  /** For `planned`: when to try again. */
  readonly dueAt: Date | null
  /** For `planned`: whether this attempt is forgotten, as the transport never took notice of the mail. @default false */
  readonly isFree?: boolean
}

/** Writes down what came of the mails that this worker still holds. Answers how many were written. */
export async function settleMails(
  settlements: readonly MailSettlement[],
  leaseToken: string,
  database: Database,
): Promise<number> {
  const rowsToWrite = settlements.map(({ dueAt, ...settlement }) => ({
    ...settlement,
    waitMs: millisecondsFromNow(dueAt),
  }))
  const { rows } = await database.execute(sql`
    update email_deliveries d set
      ${settledAs({ mail: 'd', state: `s.state`, reason: `s.reason`, providerId: `s."providerId"` })},
      due_at = coalesce(now() + s."waitMs" * interval '1 millisecond', d.due_at),
      attempts = d.attempts - case when s."isFree" then 1 else 0 end,
      lease_token = null, lease_until = null, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rowsToWrite)}::jsonb)
      as s (id uuid, state text, reason text, "providerId" text, "waitMs" float8, "isFree" boolean)
    where d.id = s.id and d.lease_token = ${leaseToken} and d.state in ('planned', 'submitting')
    returning d.id
  `)
  return rows.length
}

/** What a worker holds and has not begun with. */
export interface Unbegun {
  readonly ids: readonly string[]
  readonly leaseToken: string
  /** For what they wait. Null: for nothing. */
  readonly reason: string | null
}

/** Gives back what is held but not under way, at once instead of when the lease ends. */
export async function releaseHeld({ ids, leaseToken, reason }: Unbegun, database: Database): Promise<void> {
  if (ids.length === 0) return
  await database.execute(sql`
    update email_deliveries set lease_token = null, lease_until = null, reason = coalesce(${reason}::text, reason)
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      and lease_token = ${leaseToken} and state = 'planned'
  `)
}

/** Takes back from all workers what they hold of an issue and have not begun with. */
export async function releaseIssue(issueId: string, database: Database): Promise<void> {
  await database.execute(sql`
    update email_deliveries set lease_token = null, lease_until = null
    where issue_id = ${issueId} and state = 'planned' and lease_token is not null
  `)
  await database.execute(sql`
    update email_batches set lease_token = null, lease_until = null
    where issue_id = ${issueId} and state = 'open' and first_attempt_at is null and lease_token is not null
  `)
}

/**
 * Mails whose worker vanished while they were under way. They may have been accepted, so they are recorded as
 * `unconfirmed` and nobody sends them again but a person. Those of a batch that can be replayed under its key stay, and so do
 * those that somebody else writes to in that moment, until it is asked again: two who waited for each other would both have
 * rows that the other wants. Answers how many are in doubt.
 */
export async function settleLapsed(database: Database): Promise<number> {
  const { rows } = await database.execute<{ state: DeliveryState }>(sql`
    update email_deliveries d set
      ${settledAs({
        mail: 'd',
        state: `'unconfirmed'`,
        reason: `'worker-vanished'`,
        providerId: `d.provider_id`,
      })},
      lease_token = null, lease_until = null, updated_at = now()
    where id in (
      select id from email_deliveries where state = 'submitting' and lease_until < now() and batch_id is null
      for update skip locked
    )
    returning state
  `)
  return rows.filter(({ state }) => state === 'unconfirmed').length
}
