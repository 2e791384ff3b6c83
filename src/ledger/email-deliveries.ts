import { randomUUID } from 'node:crypto'

import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { DeliveryState, EmailSkipReason } from './delivery-state.ts'
import { isAtCap } from './frequency-cap.ts'

/** A mail that this worker holds. */
export interface ClaimedMail {
  readonly id: string
  readonly subscriberId: string
  /** By which they get the issue: what one click leaves. */
  readonly newsletterId: string
  readonly address: string
  readonly editionId: string
  readonly locale: Locale
  readonly attempts: number
}

export interface ClaimedMails {
  readonly leaseToken: string
  readonly mails: readonly ClaimedMail[]
  /** How many rows were looked at: 0 when nothing is due, more than `mails` when some were skipped just now. */
  readonly examined: number
}

/** How long mails are kept for a worker that has not begun with them. When it vanishes, another goes on after this. */
const HELD_FOR = '1 minute'
/** Longer than a mail server may take to answer (RFC 5321, section 4.5.3.2: ten minutes after the last dot). */
const UNDER_WAY_FOR = '12 minutes'

/**
 * Holds up to `limit` mails of one edition for this worker. Nothing is under way yet: should the worker vanish now, they
 * are simply due again. Consent and suppression are looked up in this very statement; who left meanwhile is skipped.
 */
export async function holdMails(issueId: string, limit: number, database: Database): Promise<ClaimedMails> {
  const leaseToken = randomUUID()
  const { rows } = await database.execute<{
    id: string
    subscriber_id: string
    newsletter_id: string
    email: string
    edition_id: string
    locale: Locale
    attempts: number
    state: DeliveryState
  }>(sql`
    with due as (
      select d.id, d.edition_id from email_deliveries d
      where d.issue_id = ${issueId} and d.state = 'planned' and d.due_at <= now() and d.edition_id is not null
        and exists (select from issues where id = ${issueId} and state = 'sending')
        and (d.lease_until is null or d.lease_until < now())
      order by d.edition_id, d.due_at, d.id limit ${limit} for update skip locked
    ), one_edition as (
      select id from due where edition_id = (select edition_id from due order by edition_id limit 1)
    ), allowed as (
      select d.id, person.email,
        case
          when person.id is null or tie.state is distinct from 'confirmed' then 'unsubscribed'
          when exists (select from suppressions s where s.address_key = person.address_key
                       and s.scope in ('global', d.newsletter_id::text)) then 'suppressed'
          when person.paused_until > now() or tie.paused_until > now() then 'paused'
          when ${isAtCap(sql`person.id`)} then 'frequency-cap'
        end as skip
      from email_deliveries d
      left join subscribers person on person.id = d.subscriber_id
      left join subscriptions tie on tie.subscriber_id = d.subscriber_id and tie.newsletter_id = d.newsletter_id
      where d.id in (select id from one_edition)
    )
    update email_deliveries d set
      state = case when allowed.skip is null then d.state else 'skipped' end,
      reason = allowed.skip,
      lease_token = case when allowed.skip is null then ${leaseToken}::uuid end,
      lease_until = case when allowed.skip is null then now() + ${HELD_FOR}::interval end,
      updated_at = now()
    from allowed where d.id = allowed.id
    returning d.id, d.subscriber_id, d.newsletter_id, allowed.email, d.edition_id, d.locale, d.attempts, d.state
  `)
  const mails = rows
    .filter(({ state }) => state === 'planned')
    .map(({ id, subscriber_id, newsletter_id, email, edition_id, locale, attempts }) => ({
      id,
      subscriberId: subscriber_id,
      newsletterId: newsletter_id,
      address: email,
      editionId: edition_id,
      locale,
      attempts,
    }))
  return { leaseToken, mails, examined: rows.length }
}

/**
 * The point of no return, committed before the mails leave: from here on a vanished worker means `unconfirmed`.
 * Answers the ids that may be submitted; one that is no longer held, or of an issue that was paused, must not be.
 */
export async function beginSubmitting(
  ids: readonly string[],
  leaseToken: string,
  database: Database,
): Promise<Set<string>> {
  const { rows } = await database.execute<{ id: string }>(sql`
    update email_deliveries
    set state = 'submitting', attempts = attempts + 1, lease_until = now() + ${UNDER_WAY_FOR}::interval, updated_at = now()
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      and state = 'planned' and lease_token = ${leaseToken} and lease_until > now()
      and exists (select from issues where issues.id = email_deliveries.issue_id and issues.state = 'sending')
    returning id
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
}

/** Writes down what came of the mails that this worker still holds. Answers how many were written. */
export async function settleMails(
  settlements: readonly MailSettlement[],
  leaseToken: string,
  database: Database,
): Promise<number> {
  // What is to be tried again is due by the database's clock, whatever this machine's says.
  const now = Date.now()
  const rowsToWrite = settlements.map(({ dueAt, ...settlement }) => ({
    ...settlement,
    waitMs: dueAt === null ? null : dueAt.getTime() - now,
  }))
  const { rows } = await database.execute(sql`
    update email_deliveries d set
      state = s.state, reason = s.reason, provider_id = s."providerId",
      due_at = coalesce(now() + s."waitMs" * interval '1 millisecond', d.due_at),
      submitted_at = case when s.state = 'submitted' then now() end,
      lease_token = null, lease_until = null, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rowsToWrite)}::jsonb)
      as s (id uuid, state text, reason text, "providerId" text, "waitMs" float8)
    where d.id = s.id and d.lease_token = ${leaseToken} and d.state in ('planned', 'submitting')
    returning d.id
  `)
  return rows.length
}

/** Gives back what is held but not under way, at once instead of when the lease ends. */
export async function releaseHeld(leaseToken: string, database: Database): Promise<void> {
  await database.execute(sql`
    update email_deliveries set lease_token = null, lease_until = null
    where lease_token = ${leaseToken} and state = 'planned'
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
 * `unconfirmed` and nobody sends them again but a person. Those of a batch that can be replayed under its key stay.
 */
export async function settleLapsed(database: Database): Promise<number> {
  const { rows } = await database.execute(sql`
    update email_deliveries
    set state = 'unconfirmed', reason = 'worker-vanished', lease_token = null, lease_until = null, updated_at = now()
    where state = 'submitting' and lease_until < now() and batch_id is null
    returning id
  `)
  return rows.length
}
