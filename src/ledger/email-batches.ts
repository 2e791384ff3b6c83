import { randomUUID } from 'node:crypto'

import { onDatabaseClock } from '../database/clock.ts'
import { type Database, sql } from '../database/database.ts'
import { BATCH_LEASE, type ClaimedBatch } from './claim-batch.ts'
import { placesOf } from './pace/day-places.ts'
import { settledAs } from './settled-as.ts'

/**
 * Freezes mails that this worker holds, which uses up their places of the day. Answers how many are in; who is no longer held
 * stays out. None: no batch.
 */
export async function freezeBatch(
  batch: { readonly issueId: string; readonly editionId: string; readonly transport: string },
  ids: readonly string[],
  leaseToken: string,
  transaction: Database,
): Promise<number> {
  const batchId = randomUUID()
  const { place, hasPlaces, used } = placesOf(leaseToken)
  const { rows } = await transaction.execute(sql`
    with ${place}, begun as (
      update email_deliveries d set
        state = 'submitting', attempts = attempts + 1, transport = ${batch.transport}, batch_id = ${batchId},
        position = wanted.position, lease_token = null, lease_until = null, updated_at = now()
      from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality as wanted (id, position)
      where d.id = wanted.id::uuid and d.state = 'planned' and d.lease_token = ${leaseToken} and d.lease_until > now()
        and exists (select from issues where id = ${batch.issueId} and state = 'sending')
        and ${hasPlaces(ids.length)}
      returning d.id
    ), ${used}
    select id from begun
  `)
  if (rows.length > 0)
    await transaction.execute(sql`
      insert into email_batches (id, issue_id, edition_id, transport)
      values (${batchId}, ${batch.issueId}, ${batch.editionId}, ${batch.transport})
    `)
  return rows.length
}

/** What a batch is when it leaves for the first time. */
export interface FirstAttempt {
  /** SHA-256 of what the key stands for. */
  readonly payloadHash: string
  /** Its mails, as text from which the same bytes are made again. Null: they are kept already. */
  readonly handedOver: string | null
}

/**
 * The point of no return, committed before a request leaves: what the key stands for, and since when. False: the batch is
 * not this worker's to hand over any more, or it never was and its issue was paused or cancelled.
 */
export async function recordFirstAttempt(
  { id, leaseToken }: Pick<ClaimedBatch, 'id' | 'leaseToken'>,
  { payloadHash, handedOver }: FirstAttempt,
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute(sql`
    update email_batches set
      payload_hash = coalesce(payload_hash, ${payloadHash}), handed_over = coalesce(handed_over, ${handedOver}::text),
      first_attempt_at = coalesce(first_attempt_at, now()), lease_until = now() + ${BATCH_LEASE}::interval
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
    update email_batches set payload_hash = null, handed_over = null, first_attempt_at = null
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
      update email_batches set state = 'settled', handed_over = null, lease_token = null, lease_until = null
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
