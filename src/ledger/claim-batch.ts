import { randomUUID } from 'node:crypto'

import { millisecondsUntil } from '../database/clock.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { DOMAIN_HELD, heldGroups, mailGroup } from './domain-holds.ts'
import type { ClaimedMail } from './email-deliveries.ts'
import { barredNow, hoursOfReader, newslettersOf, standingOfMail, standsInFor } from './mail-standing.ts'
import { isOfToday } from './pace/sending-days.ts'
import { wasTold } from './settled-as.ts'

/**
 * A frozen set of mails for a transport that drops a repeated key. Once it was handed over, its members, their order and
 * every byte of it stay the same, so that it can be replayed under the same key as long as the service remembers that.
 */
export interface ClaimedBatch {
  readonly id: string
  readonly leaseToken: string
  readonly editionId: string
  /** Those that it is about, without who was erased. */
  readonly mails: readonly ClaimedMail[]
  /** What was handed over at the first attempt, as it was given to `recordFirstAttempt`. Null: see `email_batches`. */
  readonly handedOver: string | null
  /** SHA-256 of what was sent at the first attempt. Null before it. */
  readonly payloadHash: string | null
  /** Since the first attempt, from which the key lives, by the database's clock. Null before it. */
  readonly keyAgeMs: number | null
  /** The one under way included. */
  readonly attempts: number
  /**
   * How many are out of it now, as nothing of it was ever handed over: they may not get it, or not at this hour. Of a batch of
   * today, whose limit had counted them.
   */
  readonly leftToday: number
}

export const BATCH_LEASE = '5 minutes'

interface WhichBatch {
  readonly issueId: string
  readonly transport: string
  /** Names that Postgres knows, where a newsletter has hours. Null: none of them has. */
  readonly zones: readonly string[] | null
}

/**
 * Takes an open batch of the issue for this transport that is due and that nobody holds. Null when there is none. Of a
 * paused or cancelled issue only one that was handed over before: what became of it is to be found out. One that never was
 * is looked at anew.
 */
export async function claimBatch(
  { issueId, transport, zones }: WhichBatch,
  database: Database,
): Promise<ClaimedBatch | null> {
  const leaseToken = randomUUID()
  const { rows } = await database.execute<BatchRow>(sql`
    update email_batches set
      lease_token = ${leaseToken}, lease_until = now() + ${BATCH_LEASE}::interval, attempts = attempts + 1,
      -- Whoever was erased is in no copy of ours.
      handed_over = case when not exists (
        select from email_deliveries d where d.batch_id = email_batches.id and d.state = 'submitting' and d.subscriber_id is null
      ) then handed_over end
    where id = (
      select id from email_batches
      where issue_id = ${issueId} and transport = ${transport} and state = 'open' and due_at <= now()
        and (lease_until is null or lease_until < now())
        and (first_attempt_at is not null or exists (select from issues where id = ${issueId} and state = 'sending'))
      order by due_at limit 1 for update skip locked
    )
    returning id, edition_id, handed_over, payload_hash, attempts, ${isOfToday(sql`frozen_at`)} as of_today,
      (extract(epoch from now() - first_attempt_at) * 1000)::float8 as key_age_ms
  `)
  const [batch] = rows
  if (batch === undefined) return null
  const isNew = batch.key_age_ms === null
  const members = isNew
    ? await reviewed({ id: batch.id, leaseToken, issueId, zones }, database)
    : await membersOf(batch.id, database)
  return {
    id: batch.id,
    leaseToken,
    editionId: batch.edition_id,
    mails: members.filter(({ is_in }) => is_in).map(mailOf),
    handedOver: batch.handed_over,
    payloadHash: batch.payload_hash,
    keyAgeMs: batch.key_age_ms,
    attempts: batch.attempts,
    leftToday: batch.of_today ? members.filter(({ is_in }) => !is_in).length : 0,
  }
}

interface BatchRow extends Record<string, unknown> {
  readonly id: string
  readonly edition_id: string
  readonly handed_over: string | null
  readonly payload_hash: string | null
  readonly key_age_ms: number | null
  readonly attempts: number
  readonly of_today: boolean
}

interface MemberRow extends Record<string, unknown> {
  readonly id: string
  readonly subscriber_id: string
  readonly newsletter_id: string
  readonly email: string
  readonly edition_id: string
  readonly locale: Locale
  readonly stands_in_for: Locale | null
  readonly attempts: number
  readonly is_in: boolean
}

const mailOf = (row: MemberRow): ClaimedMail => ({
  id: row.id,
  subscriberId: row.subscriber_id,
  newsletterId: row.newsletter_id,
  address: row.email,
  editionId: row.edition_id,
  locale: row.locale,
  standsInFor: row.stands_in_for,
  attempts: row.attempts,
})

/**
 * The frozen members in their order. Somebody erased since then is missing here: the payload then differs from the
 * first one, which is noticed, and the batch is not replayed.
 */
async function membersOf(batchId: string, database: Database): Promise<readonly MemberRow[]> {
  const { rows } = await database.execute<MemberRow>(sql`
    select d.id, d.subscriber_id, d.newsletter_id, person.email, d.edition_id, d.locale,
      ${standsInFor} as stands_in_for, d.attempts, true as is_in
    from email_deliveries d join subscribers person on person.id = d.subscriber_id
    where d.batch_id = ${batchId} and d.state = 'submitting' order by d.position
  `)
  return rows
}

/**
 * The same look at consent, suppression, addresses, who refuses us and the readers' hours as when it was frozen: it may have
 * waited for hours since. Nothing of it was handed over, so who is out of it changes no payload that anybody knows. Who is
 * known by now to have an earlier mail is out as well.
 */
async function reviewed(
  {
    id,
    leaseToken,
    issueId,
    zones,
  }: Pick<WhichBatch, 'issueId' | 'zones'> & Pick<ClaimedBatch, 'id' | 'leaseToken'>,
  database: Database,
): Promise<readonly MemberRow[]> {
  const { rows } = await database.execute<MemberRow>(sql`
    with ${newslettersOf(issueId)}, known as materialized (
      select d.id, d.subscriber_id, coalesce(standing.newsletter_id, d.newsletter_id) as newsletter_id, person.email,
        person.address_key, d.edition_id, d.locale, ${standsInFor} as stands_in_for, d.attempts, d.position, case ${barredNow} end as skip,
        ${hoursOfReader(zones)} as waits_until, ${wasTold('d')} as told,
        ${mailGroup} in ${heldGroups(issueId)} as held
      from email_deliveries d
      join email_batches batch on batch.id = d.batch_id and batch.lease_token = ${leaseToken}
        and batch.first_attempt_at is null
      ${standingOfMail}
      where d.batch_id = ${id} and d.state = 'submitting'
    ), out as (
      update email_deliveries d set
        state = case when told then 'submitted' when skip is null then 'planned' else 'skipped' end,
        reason = case
          when not told then coalesce(skip, case when held then ${DOMAIN_HELD} else 'waits-for-hours' end)
        end,
        due_at = case when skip is null then coalesce(waits_until, d.due_at) else d.due_at end,
        attempts = case when skip is null then d.attempts - 1 else d.attempts end,
        batch_id = null, position = null, updated_at = now()
      from known where d.id = known.id and (told or skip is not null or waits_until is not null or held)
    ), moved as (
      update email_deliveries d set newsletter_id = known.newsletter_id, address_key = known.address_key
      from known where d.id = known.id and d.subscriber_id is not null and not told and skip is null
        and waits_until is null and not held
        and (d.newsletter_id, d.address_key) is distinct from (known.newsletter_id, known.address_key)
    )
    select id, subscriber_id, newsletter_id, email, edition_id, locale, stands_in_for, attempts,
      not told and skip is null and waits_until is null and not held as is_in
    from known order by position
  `)
  return rows
}

/**
 * When a batch of the issue is due that nobody holds and that this transport refused for its pace: in a moment, as a
 * rule. Null: there is none.
 */
export async function refusedBatchDue(
  { issueId, transport }: { readonly issueId: string; readonly transport: string },
  database: Database,
): Promise<Date | null> {
  const { rows } = await database.execute<{ wait_ms: number | null }>(sql`
    select ${millisecondsUntil(sql`min(due_at)`)} as wait_ms from email_batches
    where issue_id = ${issueId} and transport = ${transport} and state = 'open' and due_at > now()
      and lease_token is null and first_attempt_at is null
      and exists (select from issues where id = ${issueId} and state = 'sending')
  `)
  const waitMs = rows[0]?.wait_ms ?? null
  return waitMs === null ? null : new Date(Date.now() + waitMs)
}
