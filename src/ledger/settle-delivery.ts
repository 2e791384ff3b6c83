import { type Database, sql } from '../database/database.ts'
import { type ClaimedDelivery, REMOVING, type RemoteState, type StandingPost } from './channel-deliveries.ts'
import type { ChannelDeliveryState, HoldReason } from './delivery-state.ts'
import { settlesAt } from './settles-at.ts'

/** What is about to be sent. */
export interface Intention {
  /** What the post will say. Null: what stands is changed, and says one thing or the other until that is settled. `removing:`: it goes. */
  readonly hash: string | null
  /** Of the item's page, as the post will have it. */
  readonly itemUrl: string
  /** What its words come to, by which they are known again. Null: it goes, or nobody can look. */
  readonly saying: string | null
}

/**
 * Writes down what is about to be sent, right before it is, so that a crash leaves behind what may stand there and where
 * it is found. Answers false to a worker that came too late to send anything: somebody else holds the delivery.
 */
export async function writeAhead(
  { id, leaseToken }: Pick<ClaimedDelivery, 'id' | 'leaseToken'>,
  { hash, itemUrl, saying }: Intention,
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute(sql`
    update channel_deliveries set
      -- Of two attempts that may both have arrived nobody knows which one is found. What goes was there before.
      remote_hash = case
        when remote_state = 'unconfirmed' and remote_hash is distinct from ${hash}::text and ${hash}::text is distinct from ${REMOVING}
        then null else ${hash}::text end,
      -- Null changes nothing; nor does what was attempted before.
      attempted = case when attempted @> coalesce(to_jsonb(${saying}::text), '[]') then attempted else attempted || to_jsonb(${saying}::text) end,
      item_url = ${itemUrl}, updated_at = now()
    where id = ${id} and state = 'submitting' and lease_token = ${leaseToken} and lease_until > now()
    returning id
  `)
  return rows.length > 0
}

export type ChannelAction = 'publish' | 'update' | 'remove' | 'none'

/** What came of an attempt. */
export interface ChannelSettlement {
  readonly action: ChannelAction
  readonly state: Exclude<ChannelDeliveryState, 'submitting'>
  readonly reason: string | null
  /** For `planned`: when to try again. */
  readonly dueAt?: Date
  /** `uncounted`: the fault is the account's, not the post's. `anew`: it went well, and the next step starts to count. */
  readonly attempt?: 'uncounted' | 'anew'
  readonly remote?: {
    readonly state: Exclude<RemoteState, 'none'>
    readonly id: string | null
    readonly url: string | null
    /** Absent: it cannot be told any more. */
    readonly mark?: string | null
  }
  /** What the post that stands or may stand says. Null: nobody knows. Absent: as it was, or as was written ahead. */
  readonly hash?: string | null
  /** Whether readers may see there what was before the change that is carried out. Absent: they see that, or nothing. */
  readonly isEarlier?: boolean
  /** When what stands was first posted, where the service knows better. Absent: as it was. */
  readonly since?: Date
  /** All that stand beside it from now on. Absent: no other than before. */
  readonly leftStanding?: readonly StandingPost[]
  /** Given by the service to the item for good. */
  readonly doi?: string
  /** What the other side said when it did not take it, without secrets. */
  readonly error?: string
  /** HTTP. */
  readonly status?: number | null
  readonly tookMs?: number
}

const MAX_ERROR = 2000
const CHANGED_THERE = 'changed-there' satisfies HoldReason

/**
 * Writes down what came of an attempt, if this worker still holds the delivery.
 * Answers `overtaken` when something was planned meanwhile, which is then due as soon as it has settled, and `refused` to a
 * late writer.
 */
export async function settle(
  { id, leaseToken, outboxId, revision }: ClaimedDelivery,
  settlement: ChannelSettlement,
  database: Database,
  { settlesAfterMs = 0 }: { readonly settlesAfterMs?: number } = {},
): Promise<'written' | 'overtaken' | 'refused'> {
  const { action, state, reason, dueAt, attempt, remote, hash, since, leftStanding, status, tookMs } =
    settlement
  const { isEarlier = false } = settlement
  const wrote = remote !== undefined && remote.state !== 'unconfirmed'
  // What is set aside says there what it said before, and what somebody else removed showed what it showed.
  const shows = wrote && !isEarlier && (remote.state !== 'absent' || action === 'remove')
  // What a person said of other words than these is said of nothing any more.
  const isAskedAnew = wrote || reason === CHANGED_THERE
  const error = settlement.error?.slice(0, MAX_ERROR) ?? null
  const isOvertaken = sql`(revision > ${revision} and ${state} <> 'unconfirmed')`
  const { rows } = await database.execute<{ overtaken: boolean }>(sql`
    with settled as (
      update channel_deliveries set
        state = case when ${isOvertaken} then 'planned' else ${state} end,
        reason = case when ${isOvertaken} then null else ${reason}::text end,
        due_at = case
          when ${isOvertaken} then ${settlesAt(sql`${settlesAfterMs}::float8`)}
          else coalesce(${dueAt?.toISOString() ?? null}::timestamptz, due_at)
        end,
        remote_state = coalesce(${remote?.state ?? null}::text, remote_state),
        remote_id = case when ${remote !== undefined} then ${remote?.id ?? null}::text else remote_id end,
        remote_url = case when ${remote !== undefined} then ${remote?.url ?? null}::text else remote_url end,
        remote_mark = case when ${remote !== undefined} then ${remote?.mark ?? null}::text else remote_mark end,
        attempted = case when ${wrote} then '[]'::jsonb else attempted end,
        remote_hash = case when ${hash !== undefined} then ${hash ?? null}::text else remote_hash end,
        remote_since = case
          when ${since !== undefined} then ${since?.toISOString() ?? null}::timestamptz
          when ${remote?.state ?? ''} = 'live' and remote_state <> 'live' then now()
          when ${wrote && remote?.state !== 'live'} then null
          else remote_since end,
        left_standing = coalesce(${leftStanding === undefined ? null : JSON.stringify(leftStanding)}::jsonb, left_standing),
        remote_outbox_id = case when ${shows} then ${outboxId}::bigint else remote_outbox_id end,
        overwrite = overwrite and not ${isAskedAnew},
        overwrites = case when ${isAskedAnew} then null else overwrites end,
        probe = case when ${wrote} then null else probe end,
        error = ${error}::text,
        attempts = case ${attempt ?? 'counted'} when 'anew' then 0 when 'uncounted' then attempts - 1 else attempts end,
        failing_since = case
          when ${state === 'planned' && error !== null && attempt === undefined} then coalesce(failing_since, now())
          when ${attempt === 'uncounted'} then failing_since
        end,
        generation = case when ${remote?.state === 'absent'} then generation + 1 else generation end,
        submitted_at = case when ${state === 'submitted' && action !== 'none'} then now() else submitted_at end,
        lease_token = null, lease_until = null, updated_at = now()
      where id = ${id} and state = 'submitting' and lease_token = ${leaseToken}
      returning id, state = 'planned' and revision > ${revision} as overtaken
    ), noted as (
      insert into channel_attempts (delivery_id, action, outcome, reason, remote_url, error, status, took_ms)
      select id, ${action}, ${state}, ${reason}::text, ${remote?.url ?? null}::text, ${error}::text,
        ${status ?? null}::int, ${tookMs ?? null}::int
      from settled
    )
    select overtaken from settled
  `)
  const [settled] = rows
  if (settled === undefined) return 'refused'
  return settled.overtaken ? 'overtaken' : 'written'
}
