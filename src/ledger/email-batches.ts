import { randomUUID } from 'node:crypto'

import { millisecondsUntil, onDatabaseClock } from '../database/clock.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ClaimedMail } from './email-deliveries.ts'
import { settledAs } from './settled-as.ts'

/**
 * A frozen set of mails for a transport that drops a repeated key. Its members and their order never change, so the
 * same bytes can be replayed under the same key as long as the service remembers it.
 */
export interface ClaimedBatch {
  readonly id: string
  readonly leaseToken: string
  readonly editionId: string
  readonly mails: readonly ClaimedMail[]
  /** SHA-256 of what was sent at the first attempt. Null before it. */
  readonly payloadHash: string | null
  /** Since the first attempt, from which the key lives, by the database's clock. Null before it. */
  readonly keyAgeMs: number | null
  /** The one under way included. */
  readonly attempts: number
}

const LEASE = '5 minutes'

/** Freezes mails that this worker holds. Answers how many are in; who is no longer held stays out. None: no batch. */
export async function freezeBatch(
  batch: { readonly issueId: string; readonly editionId: string; readonly transport: string },
  ids: readonly string[],
  leaseToken: string,
  transaction: Database,
): Promise<number> {
  const batchId = randomUUID()
  const { rows } = await transaction.execute(sql`
    update email_deliveries d set
      state = 'submitting', attempts = attempts + 1, transport = ${batch.transport}, batch_id = ${batchId}, position = wanted.position,
      lease_token = null, lease_until = null, updated_at = now()
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality as wanted (id, position)
    where d.id = wanted.id::uuid and d.state = 'planned' and d.lease_token = ${leaseToken} and d.lease_until > now()
      and exists (select from issues where id = ${batch.issueId} and state = 'sending')
    returning d.id
  `)
  if (rows.length > 0)
    await transaction.execute(sql`
      insert into email_batches (id, issue_id, edition_id, transport)
      values (${batchId}, ${batch.issueId}, ${batch.editionId}, ${batch.transport})
    `)
  return rows.length
}

/**
 * Takes an open batch of the issue for this transport that is due and that nobody holds. Null when there is none. Of a
 * paused or cancelled issue only one that was handed over before: what became of it is to be found out. Who left since it
 * was frozen is skipped, unless it was.
 */
export async function claimBatch(
  { issueId, transport }: { readonly issueId: string; readonly transport: string },
  database: Database,
): Promise<ClaimedBatch | null> {
  const leaseToken = randomUUID()
  const { rows } = await database.execute<{
    id: string
    edition_id: string
    payload_hash: string | null
    key_age_ms: number | null
    attempts: number
  }>(sql`
    update email_batches
    set lease_token = ${leaseToken}, lease_until = now() + ${LEASE}::interval, attempts = attempts + 1
    where id = (
      select id from email_batches
      where issue_id = ${issueId} and transport = ${transport} and state = 'open' and due_at <= now()
        and (lease_until is null or lease_until < now())
        and (first_attempt_at is not null or exists (select from issues where id = ${issueId} and state = 'sending'))
      order by due_at limit 1 for update skip locked
    )
    returning id, edition_id, payload_hash, attempts,
      (extract(epoch from now() - first_attempt_at) * 1000)::float8 as key_age_ms
  `)
  const [batch] = rows
  if (batch === undefined) return null
  if (batch.key_age_ms === null) await skipWhoLeft({ id: batch.id, leaseToken }, database)
  return {
    id: batch.id,
    leaseToken,
    editionId: batch.edition_id,
    mails: await mailsOf(batch.id, database),
    payloadHash: batch.payload_hash,
    keyAgeMs: batch.key_age_ms,
    attempts: batch.attempts,
  }
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

/**
 * The frozen members in their order. Somebody erased since then is missing here: the payload then differs from the
 * first one, which is noticed, and the batch is not replayed.
 */
async function mailsOf(batchId: string, database: Database): Promise<ClaimedMail[]> {
  const { rows } = await database.execute<{
    id: string
    subscriber_id: string
    newsletter_id: string
    email: string
    edition_id: string
    locale: Locale
    attempts: number
  }>(sql`
    select d.id, d.subscriber_id, d.newsletter_id, person.email, d.edition_id, d.locale, d.attempts
    from email_deliveries d join subscribers person on person.id = d.subscriber_id
    where d.batch_id = ${batchId} and d.state = 'submitting' order by d.position
  `)
  return rows.map(({ id, subscriber_id, newsletter_id, email, edition_id, locale, attempts }) => ({
    id,
    subscriberId: subscriber_id,
    newsletterId: newsletter_id,
    address: email,
    editionId: edition_id,
    locale,
    attempts,
  }))
}

/**
 * The same look at consent and suppression as when it was frozen: it may have waited for hours since. Nothing of it was
 * handed over, so who is out of it changes no payload that anybody knows.
 */
async function skipWhoLeft(
  { id, leaseToken }: Pick<ClaimedBatch, 'id' | 'leaseToken'>,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    with gone as (
      select d.id, case when tie.state is distinct from 'confirmed' then 'unsubscribed' else 'suppressed' end as reason
      from email_deliveries d
      join email_batches batch on batch.id = d.batch_id and batch.lease_token = ${leaseToken}
        and batch.first_attempt_at is null
      left join subscribers person on person.id = d.subscriber_id
      left join subscriptions tie on tie.subscriber_id = person.id and tie.newsletter_id = d.newsletter_id
      where d.batch_id = ${id} and d.state = 'submitting' and (
        tie.state is distinct from 'confirmed' or exists (
          select from suppressions s where s.address_key = person.address_key
            and s.scope in ('global', d.newsletter_id::text)
        )
      )
    )
    update email_deliveries d set
      state = 'skipped', reason = gone.reason, batch_id = null, position = null, updated_at = now()
    from gone where d.id = gone.id
  `)
}

/**
 * The point of no return, committed before a request leaves: what the key stands for, and since when. False: the batch is
 * not this worker's to hand over any more, or it never was and its issue was paused or cancelled.
 */
export async function recordFirstAttempt(
  { id, leaseToken }: Pick<ClaimedBatch, 'id' | 'leaseToken'>,
  payloadHash: string,
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute(sql`
    update email_batches set
      payload_hash = coalesce(payload_hash, ${payloadHash}), first_attempt_at = coalesce(first_attempt_at, now())
    where id = ${id} and state = 'open' and lease_token = ${leaseToken} and lease_until > now() and (
      first_attempt_at is not null
      or exists (select from issues where issues.id = email_batches.issue_id and issues.state = 'sending')
    )
    returning id
  `)
  return rows.length === 1
}

/** The service said that it took nothing: the next attempt is the first again. */
export async function forgetFirstAttempt(
  { id, leaseToken }: Pick<ClaimedBatch, 'id' | 'leaseToken'>,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    update email_batches set payload_hash = null, first_attempt_at = null
    where id = ${id} and lease_token = ${leaseToken} and state = 'open'
  `)
}

export interface BatchOutcome {
  readonly id: string
  readonly state: 'submitted' | 'failed' | 'unconfirmed'
  readonly reason: string | null
  readonly providerId: string | null
}

/**
 * Closes the batch with the outcome of each of its mails, if this worker still holds it. A member that has no outcome
 * was erased meanwhile, and what became of its mail cannot be known.
 */
export async function settleBatch(
  { id, leaseToken }: Pick<ClaimedBatch, 'id' | 'leaseToken'>,
  outcomes: readonly BatchOutcome[],
  database: Database,
): Promise<number> {
  const { rows } = await database.execute(sql`
    with closed as (
      update email_batches set state = 'settled', lease_token = null, lease_until = null
      where id = ${id} and lease_token = ${leaseToken} and state = 'open' returning id
    )
    update email_deliveries d set
      ${settledAs({
        mail: 'd',
        state: `coalesce(o.state, 'unconfirmed')`,
        reason: `case when o.id is null then 'no-answer' else o.reason end`,
        providerId: `o."providerId"`,
      })},
      updated_at = now()
    from closed
    join email_deliveries member on member.batch_id = closed.id
    left join jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      as o (id uuid, state text, reason text, "providerId" text) on o.id = member.id
    where d.id = member.id and d.state = 'submitting'
    returning d.id
  `)
  return rows.length
}

/** Asks again under the same key, after so many milliseconds by the database's clock. */
export async function postponeBatch(
  { id, leaseToken }: Pick<ClaimedBatch, 'id' | 'leaseToken'>,
  waitMs: number,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    update email_batches set
      due_at = now() + ${waitMs} * interval '1 millisecond', lease_token = null, lease_until = null
    where id = ${id} and lease_token = ${leaseToken} and state = 'open'
  `)
}

/** Gives a batch back that was not handed over after all. It is due again at once, or then. */
export async function releaseBatch(
  { id, leaseToken }: Pick<ClaimedBatch, 'id' | 'leaseToken'>,
  dueAt: Date | null,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    update email_batches set
      attempts = attempts - 1, due_at = ${dueAt === null ? sql`due_at` : onDatabaseClock(dueAt)},
      lease_token = null, lease_until = null
    where id = ${id} and lease_token = ${leaseToken} and state = 'open'
  `)
}
