import { type Database, sql } from '../database/database.ts'

type Change = ReturnType<typeof sql>

/** A delivery as the person saw it who decided about it: what happened meanwhile makes the decision void. */
export interface SeenDelivery {
  readonly deliveryId: string
  readonly state: string
  readonly updatedAt: Date
}

/** A person says where it stands. */
export interface Adopted {
  readonly url: string
  /** The service's own name for it. Null: the address does not tell. */
  readonly remoteId: string | null
  /** Of what the person posted. Null: it is not known, or as it was written ahead. */
  readonly hash: string | null
}

/** What a person's word does to a row. Each plans anew or settles; none sends anything. */
const effects = {
  retry: sql`state = 'planned', reason = null, due_at = now(), attempts = 0, failing_since = null, error = null`,
  'publish-now': sql`state = 'planned', reason = null, due_at = now(), attempts = 0, failing_since = null, origin = 'manual'`,
  // What stands there is changed again; what was new is made again under the same name, in case it arrived after all.
  'send-again': sql`state = 'planned', reason = null, due_at = now(), attempts = 0, failing_since = null,
    remote_hash = case when remote_state = 'live' then remote_hash end,
    remote_state = case when remote_state = 'unconfirmed' then case when generation > 1 then 'absent' else 'none' end else remote_state end`,
  'keep-theirs': sql`state = 'skipped', reason = 'kept-theirs', remote_state = 'unlinked', probe = null`,
  // Somebody else removed it, however that was found out.
  recreate: sql`state = 'planned', reason = null, due_at = now(), attempts = 0, failing_since = null, remote_state = 'absent', remote_id = null,
    remote_url = null, remote_mark = null, remote_hash = null, remote_since = null, probe = 'gone', generation = generation + 1`,
} as const

/** Answers whether it took effect. */
export const decideDelivery = (
  seen: SeenDelivery,
  decision: keyof typeof effects,
  database: Database,
): Promise<boolean> => write(seen, effects[decision], database)

/**
 * What a person changed there is to be ours again.
 * @param overwrites see `ClaimedDelivery`.
 */
export const overwriteDelivery = (
  seen: SeenDelivery,
  overwrites: string | null,
  database: Database,
): Promise<boolean> =>
  write(
    seen,
    sql`state = 'planned', reason = null, due_at = now(), attempts = 0, failing_since = null, overwrite = true,
      overwrites = ${overwrites}::text, probe = null, remote_hash = null`,
    database,
  )

/**
 * It stands at an address; whether it says what it should is seen to next. Where its
 * name is not known, the next worker that needs it finds it out.
 * @param adopted its hash is kept with what a person posted by hand.
 */
export const adoptDelivery = (
  seen: SeenDelivery,
  { url, remoteId, hash }: Adopted,
  database: Database,
): Promise<boolean> =>
  write(
    seen,
    sql`state = 'planned', reason = null, due_at = now(), attempts = 0, failing_since = null, error = null,
      remote_id = coalesce(${remoteId}::text, case when remote_state = 'live' then remote_id end),
      remote_state = 'live', remote_url = ${url}, remote_mark = null, remote_since = coalesce(remote_since, now()),
      remote_hash = coalesce(${hash}::text, remote_hash), remote_outbox_id = outbox_id, submitted_at = now()`,
    database,
  )

/**
 * It arrived, or a person changed or removed it by hand.
 * @param assumed what that comes to.
 */
export const assumeDelivery = (
  seen: SeenDelivery,
  { hash, isNamedByUs, wasRemoved }: AssumedDelivery,
  database: Database,
): Promise<boolean> =>
  write(
    seen,
    wasRemoved
      ? sql`state = 'submitted', reason = null, remote_state = 'absent', remote_id = null, remote_url = null, remote_mark = null,
          remote_hash = null, remote_since = null, remote_outbox_id = outbox_id, generation = generation + 1, submitted_at = now()`
      : sql`state = 'planned', reason = null, due_at = now(), attempts = 0, failing_since = null, remote_id = case when remote_state = 'live' then remote_id when ${isNamedByUs} then id::text || '.' || generation end,
          remote_state = 'live', remote_since = coalesce(remote_since, now()),
          remote_hash = coalesce(${hash}::text, remote_hash), remote_outbox_id = outbox_id, submitted_at = now()`,
    database,
  )

interface AssumedDelivery {
  /** Of what a person says stands there. Null: as it was written ahead. */
  readonly hash: string | null
  /** The service knows it by the name that we gave it. */
  readonly isNamedByUs: boolean
  /** It was to go, and went. */
  readonly wasRemoved: boolean
}

async function write(
  { deliveryId, state, updatedAt }: SeenDelivery,
  change: Change,
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute(sql`
    update channel_deliveries set ${change}, revision = revision + 1, lease_token = null, lease_until = null, updated_at = now()
    where id = ${deliveryId} and state = ${state}
      -- A Date has no microseconds.
      and date_trunc('milliseconds', updated_at) = ${updatedAt.toISOString()}::timestamptz
    returning id
  `)
  return rows.length > 0
}
