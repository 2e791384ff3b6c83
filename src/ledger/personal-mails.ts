import { randomUUID } from 'node:crypto'

import { millisecondsFromNow } from '../database/clock.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { DeliveryState, PersonalSkipReason } from './delivery-state.ts'
import { mailsAllowed, mailsLately } from './frequency-cap.ts'
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

/** A mail to one person that this worker holds. */
export interface HeldPersonalMail {
  readonly id: string
  readonly kind: PersonalKind
  readonly key: string
  /** Of a press mail: the contact's. Of a mail about a question: the question's. */
  readonly subscriberId: string
  readonly address: string
  /** As planned. Null: the renderer chooses. */
  readonly locale: Locale | null
  readonly items: readonly PersonalItem[]
  readonly attempts: number
  /** When it was handed over first to a transport that drops a repeated key, with no certain answer since. Null: never. */
  readonly firstAttemptAt: Date | null
  /** What was handed over then, as it was given to `beginPersonalMails`. Null: never, or it is gone. */
  readonly handedOver: string | null
}

export interface HeldPersonalMails {
  readonly leaseToken: string
  readonly mails: readonly HeldPersonalMail[]
  /** How many rows were looked at: 0 when nothing is due, more than `mails` when some were skipped or wait. */
  readonly examined: number
}

/** How long mails are kept for a worker that has not begun with them. Rendering takes place in it. */
const HELD_FOR = '2 minutes'
/** When to look again at a person who has had all the mails that the network allows. */
const AT_CAP_FOR = '3 hours'

/** How a transport treats a repeated key. */
export interface Repeating {
  /** For how long after the first attempt a repeated key is dropped. 0: never. */
  readonly idempotencyTtlMs: number
}

/** Which of the mails a transport is to take, where there are several. */
export type WhichMails =
  | 'all'
  | 'certain' // those that no other one may have taken, and can still be asked about
  | 'in-doubt' // those that it may have taken itself

/** Kept back from the service's own word, so that a replay never comes too late. */
const SAFETY_MS = 3_600_000

const keyLife = ({ idempotencyTtlMs }: Repeating) =>
  sql`make_interval(secs => ${Math.max(0, idempotencyTtlMs - SAFETY_MS) / 1000}::double precision)`

/**
 * Holds up to `limit` mails that are due. Consent, suppression, pause and the network's limit are looked up in this very
 * statement: who left meanwhile is skipped; a digest or notice waits for the end of a pause and for the limit, a reminder
 * has its moment and does neither. A mail that may have been taken already is replayed, or nobody can tell any more.
 */
export async function holdPersonalMails(
  { limit, which = 'all' }: { readonly limit: number; readonly which?: WhichMails },
  transport: Repeating,
  database: Database,
): Promise<HeldPersonalMails> {
  const leaseToken = randomUUID()
  const { rows } = await database.execute<HeldRow>(sql`
    with due as (
      select id from personal_mails
      where state = 'planned' and due_at <= now() and (lease_until is null or lease_until < now()) and ${isMeant[which]}
      order by due_at, id limit ${limit} for update skip locked
    ), known as (
      select mail.id, mail.kind, coalesce(person.email, contact.email, case mail.kind
          when 'answer' then question.email
          when 'question' then coalesce(route.contact_email, (select contact_email from network limit 1))
        end) as email, person.address_key, mail.first_attempt_at,
        person.paused_until,
        case
          when mail.kind = 'press' then
            case when contact.id is null or contact.withdrawn or contact.bounced_at is not null then 'unsubscribed' end
          when mail.kind = 'answer' then
            case when question.id is null then 'unsubscribed' when ${isBarredAsker} then 'suppressed' end
          when mail.kind = 'question' then
            case when question.id is null or question.state <> 'open' then 'nothing-left'
              when route.contact_email is null and (select contact_email from network limit 1) is null then 'nobody-to-tell' end
          when person.id is null or not ${isReached} then 'unsubscribed'
          when exists (select from suppressions s where s.address_key = person.address_key and s.scope = 'global')
            then 'suppressed'
          when mail.kind = 'reminder' and person.paused_until > now() then 'paused'
        end as skip,
        ${mailsLately(sql`mail.subscriber_id`)} + row_number() over (
          partition by mail.subscriber_id order by mail.kind <> 'reminder', mail.due_at, mail.id
        ) > ${mailsAllowed} as beyond_cap
      from personal_mails mail left join subscribers person on person.id = mail.subscriber_id
        left join press_contacts contact on contact.id = mail.contact_id
        left join questions question on question.id = mail.question_id
        left join question_routes route on route.id = mail.route_id
      where mail.id in (select id from due)
    ), decided as (
      select id, email, address_key,
        case
          when first_attempt_at is not null and (skip is not null or first_attempt_at <= now() - ${keyLife(transport)})
            then 'unconfirmed'
          when first_attempt_at is not null then 'held'
          when skip is not null then 'skipped'
          when paused_until > now() then 'waits-for-pause'
          when beyond_cap and kind in ('digest', 'notice') then 'waits-for-cap'
          else 'held'
        end as verdict, skip, paused_until
      from known
    )
    update personal_mails mail set
      ${settledAs({
        mail: 'mail',
        state: `case when verdict in ('unconfirmed', 'skipped') then verdict else mail.state end`,
        reason: `case verdict
          when 'unconfirmed' then 'no-answer' when 'skipped' then skip
          when 'waits-for-pause' then 'paused' when 'waits-for-cap' then 'frequency-cap'
        end`,
        providerId: `mail.provider_id`,
        copy: `mail.handed_over`,
      })},
      due_at = case verdict
        when 'waits-for-pause' then decided.paused_until
        when 'waits-for-cap' then now() + ${AT_CAP_FOR}::interval else mail.due_at
      end,
      address_key = case
        when verdict = 'held' and mail.first_attempt_at is null then decided.address_key else mail.address_key
      end,
      lease_token = case when verdict = 'held' then ${leaseToken}::uuid end,
      lease_until = case when verdict = 'held' then now() + ${HELD_FOR}::interval end,
      updated_at = now()
    from decided where mail.id = decided.id
    returning mail.id, mail.kind, mail.key, coalesce(mail.subscriber_id, mail.contact_id, mail.question_id) as subscriber_id, decided.email, mail.locale, mail.items, mail.attempts,
      mail.first_attempt_at, mail.handed_over, verdict
  `)
  const mails = rows.filter(({ verdict }) => verdict === 'held').map(heldOf)
  return { leaseToken, mails, examined: rows.length }
}

/** No service is known to remember a key for longer than a day. */
const isMeant: Readonly<Record<WhichMails, ReturnType<typeof sql>>> = {
  all: sql`true`,
  certain: sql`(first_attempt_at is null or first_attempt_at < now() - interval '1 day')`,
  'in-doubt': sql`first_attempt_at is not null`,
}

/** A digest stands for newsletters, the others for what is followed. */
const isReached = sql`case mail.kind
  when 'digest' then exists (
    select from subscriptions tie where tie.subscriber_id = person.id and tie.state = 'confirmed'
      and not exists (select from suppressions s
                      where s.address_key = person.address_key and s.scope = tie.newsletter_id::text)
  )
  else exists (select from follows where follows.subscriber_id = person.id)
end`

/** Who asks is answered once more after they left everything; not where their mailbox or they themselves stop us. */
const isBarredAsker = sql`exists (
  select from suppressions s where s.address_key = question.address_key and s.scope = 'global'
    and s.reason in ('complaint', 'manual', 'hard-bounce')
)`

interface HeldRow extends Record<string, unknown> {
  readonly id: string
  readonly kind: PersonalKind
  readonly key: string
  readonly subscriber_id: string
  readonly email: string
  readonly locale: Locale | null
  readonly items: readonly PersonalItem[]
  readonly attempts: number
  readonly first_attempt_at: string | Date | null
  readonly handed_over: string | null
  readonly verdict: 'held' | 'skipped' | 'unconfirmed' | 'waits-for-pause' | 'waits-for-cap'
}

const heldOf = (row: HeldRow): HeldPersonalMail => ({
  id: row.id,
  kind: row.kind,
  key: row.key,
  subscriberId: row.subscriber_id,
  address: row.email,
  locale: row.locale,
  items: row.items,
  attempts: row.attempts,
  firstAttemptAt: row.first_attempt_at === null ? null : new Date(row.first_attempt_at),
  handedOver: row.handed_over,
})

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
