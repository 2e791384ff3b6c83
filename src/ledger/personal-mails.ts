import { millisecondsFromNow } from '../database/clock.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { DeliveryState, PersonalSkipReason } from './delivery-state.ts'
import { settledAs } from './settled-as.ts'
import { underWayUntil } from './under-way.ts'

/** `answer`: to who asked on the info line. `question`: to those of staff who are to answer. */
export type PersonalKind = 'digest' | 'notice' | 'reminder' | 'press' | 'answer' | 'question'

/** Something that a personal mail tells of. */
export interface PersonalItem {
  readonly collection: string
  readonly id: string
  /** Language in which it is shown. */
  readonly locale: Locale
  /** Why it is in, in the words of the planner that put it there. */
  readonly why: string
}

/** How a transport treats a repeated key. */
export interface Repeating {
  /** For how long after the first attempt a repeated key is dropped. 0: never. */
  readonly idempotencyTtlMs: number
}

/** What a mail was made into, as the ledger keeps it. */
export interface MadeMail {
  readonly id: string
  /** Null only where it was so before. */
  readonly locale: Locale | null
  /** What it really holds. */
  readonly items: readonly PersonalItem[]
  /** As text from which the same bytes are made again. Null: it is kept already, or nobody could be asked again. */
  readonly handedOver: string | null
}

/**
 * The point of no return, committed before the mails leave. From here on a vanished worker means `unconfirmed`, or where
 * the transport drops a repeated key, another attempt under the same one. Answers the ids that may be submitted.
 */
export async function beginPersonalMails(
  mails: readonly MadeMail[],
  leaseToken: string,
  { idempotencyTtlMs }: Repeating,
  database: Database,
): Promise<Set<string>> {
  const { rows } = await database.execute<{ id: string }>(sql`
    update personal_mails mail set
      state = 'submitting', attempts = attempts + 1, locale = made.locale, items = made.items, reason = null,
      first_attempt_at = case when ${idempotencyTtlMs > 0} then coalesce(first_attempt_at, now()) end,
      handed_over = case when ${idempotencyTtlMs > 0} then coalesce(mail.handed_over, made."handedOver") end,
      lease_until = ${underWayUntil}, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) as made (id uuid, locale text, items jsonb, "handedOver" text)
    where mail.id = made.id and mail.state = 'planned' and mail.lease_token = ${leaseToken} and mail.lease_until > now()
      -- Of an erased person nothing is kept, whatever was rendered.
      and coalesce(mail.subscriber_id, mail.contact_id, mail.question_id) is not null
      and (mail.contact_id is null or exists (select from press_contacts contact where contact.id = mail.contact_id))
    returning mail.id
  `)
  return new Set(rows.map(({ id }) => id))
}

export interface PersonalSettlement {
  readonly id: string
  readonly state: Exclude<DeliveryState, 'submitting'>
  readonly reason: string | PersonalSkipReason | null
  readonly providerId: string | null
  /** For `planned`: when to try again. */
  readonly dueAt: Date | null
  /** For `planned`: it may have been taken, so the next attempt is under the same key or none. @default false */
  readonly inDoubt?: boolean
}

/** Writes down what came of the mails that this worker still holds. Answers their ids: of the others, somebody else knows more. */
export async function settlePersonalMails(
  settlements: readonly PersonalSettlement[],
  leaseToken: string,
  database: Database,
): Promise<Set<string>> {
  const rowsToWrite = settlements.map(({ dueAt, ...settlement }) => ({
    ...settlement,
    waitMs: millisecondsFromNow(dueAt),
  }))
  const { rows } = await database.execute<{ id: string }>(sql`
    update personal_mails mail set
      ${settledAs({
        mail: 'mail',
        state: `s.state`,
        reason: `s.reason`,
        providerId: `s."providerId"`,
        copy: `case when s."inDoubt" then mail.handed_over end`,
      })},
      due_at = coalesce(now() + s."waitMs" * interval '1 millisecond', mail.due_at),
      first_attempt_at = case when s."inDoubt" then mail.first_attempt_at end,
      lease_token = null, lease_until = null, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rowsToWrite)}::jsonb)
      as s (id uuid, state text, reason text, "providerId" text, "waitMs" float8, "inDoubt" boolean)
    where mail.id = s.id and mail.lease_token = ${leaseToken} and mail.state in ('planned', 'submitting')
    returning mail.id
  `)
  return new Set(rows.map(({ id }) => id))
}

/**
 * What an update sets of a mail whose person goes: it does not leave any more, and no copy of it is kept. What may have been
 * taken is not called skipped.
 */
export const endedWithItsPerson = sql.raw(`
  handed_over = null,
  reason = case when state <> 'planned' then reason when first_attempt_at is null then 'unsubscribed' else 'no-answer' end,
  state = case when state <> 'planned' then state when first_attempt_at is null then 'skipped' else 'unconfirmed' end`)

/** Gives back what is held but not under way, at once instead of when the lease ends. */
export async function releasePersonalMails(leaseToken: string, database: Database): Promise<void> {
  await database.execute(sql`
    update personal_mails set lease_token = null, lease_until = null
    where lease_token = ${leaseToken} and state = 'planned'
  `)
}

/**
 * Mails whose worker vanished while they were under way. Those handed to a transport that drops a repeated key are due
 * again under the same one; the others may have been accepted, so nobody sends them again but a person.
 */
export async function settleLapsedPersonalMails(database: Database): Promise<{ unconfirmed: number }> {
  const { rows } = await database.execute<{ state: DeliveryState }>(sql`
    update personal_mails mail set
      ${settledAs({
        mail: 'mail',
        state: `case when mail.first_attempt_at is null then 'unconfirmed' else 'planned' end`,
        reason: `'worker-vanished'`,
        providerId: `mail.provider_id`,
        copy: `mail.handed_over`,
      })},
      due_at = now(), lease_token = null, lease_until = null, updated_at = now()
    where id in (
      select id from personal_mails where state = 'submitting' and lease_until < now() for update skip locked
    )
    returning state
  `)
  return { unconfirmed: rows.filter(({ state }) => state === 'unconfirmed').length }
}

/** Whether a mail is due that nobody holds: for the sweep. */
export async function hasDuePersonalMails(database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`
    select 1 from personal_mails
    where state = 'planned' and due_at <= now() and (lease_until is null or lease_until < now()) limit 1
  `)
  return rows.length > 0
}
