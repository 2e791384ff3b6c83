import { millisecondsUntil, onDatabaseClock } from '../../database/clock.ts'
import { type Database, sql } from '../../database/database.ts'

/** Lets nothing through to the other side for a while once it failed too often, then one to try. */
export interface Breaker {
  readonly key: string
  /** After so many failures in a row nothing is tried for a while. */
  readonly failures: number
  /** For how long at first, and at most: it doubles each time, and is never exactly as long. */
  readonly waitSeconds: { readonly first: number; readonly longest: number }
}

/** What is known of whether the other side can be reached. */
export type Gate =
  /** `isSuspect`: the last that was tried failed, so that it is worth saying when the next does not. */
  | { readonly kind: 'open'; readonly isSuspect: boolean }
  /** It was away: this worker, and no other, tries one mail. */
  | { readonly kind: 'probe' }
  | { readonly kind: 'shut'; readonly until: Date; readonly reason: string }

/** For how long a worker has the probe to itself: longer than any answer of a service takes. */
const PROBE_FOR = '2 minutes'

/** Of a transport. */
export const FAILURES = 3

export const transportBreaker = (transport: string): Breaker => ({
  key: `transport:${transport}`,
  failures: FAILURES,
  waitSeconds: { first: 5, longest: 900 },
})

/** Asks whether mails may be handed to the transport. */
export const enterTransport = (transport: string, database: Database): Promise<Gate> =>
  enterBreaker(transportBreaker(transport), database)

/** Asks whether something may be tried. Of those who ask when the wait is over, one gets the probe. */
export async function enterBreaker({ key, failures }: Breaker, database: Database): Promise<Gate> {
  const { rows } = await database.execute<AwayRow>(sql`
    with away as (
      select key, blocked_until as until, reason, failures from send_buckets
      where key = ${key} and failures > 0
    ), probing as (
      update send_buckets b set blocked_until = now() + ${PROBE_FOR}::interval
      from away where b.key = away.key and b.failures >= ${failures} and b.blocked_until <= now()
      returning b.key
    )
    select ${millisecondsUntil(sql`until`)} as wait_ms, reason, failures, exists (select from probing) as probe from away
  `)
  const [away] = rows
  if (away === undefined || away.wait_ms === null || away.failures < failures)
    return { kind: 'open', isSuspect: away !== undefined }
  if (away.probe) return { kind: 'probe' }
  return { kind: 'shut', until: soonest(away.wait_ms), reason: away.reason ?? 'unreachable' }
}

interface AwayRow extends Record<string, unknown> {
  readonly wait_ms: number | null
  readonly reason: string | null
  readonly failures: number
  readonly probe: boolean
}

/** Gives the probe back when there was nothing to try. */
export const returnProbe = (transport: string, database: Database): Promise<void> =>
  returnProbeOf(transportBreaker(transport), database)

export async function returnProbeOf({ key, failures }: Breaker, database: Database): Promise<void> {
  await database.execute(sql`
    update send_buckets set blocked_until = now() where key = ${key} and failures >= ${failures}
  `)
}

/** Somebody else has the probe: what it finds is known in a moment. */
const soonest = (waitMs: number): Date => new Date(Date.now() + Math.max(waitMs, 1000))

export interface Away {
  readonly transport: string
  readonly reason: string
  /** How long it is away at least, as far as can be known: then one failure is enough. Null: failures are counted. */
  readonly until: Date | null
  /** Whether it was the one mail that is tried. */
  readonly isProbe: boolean
}

/** Writes down that the transport itself failed. */
export const reportAway = ({ transport, ...failure }: Away, database: Database): Promise<void> =>
  reportFailure(transportBreaker(transport), failure, database)

/**
 * Writes down that the other side failed. After some in a row it is shut, for longer each time and never for exactly as
 * long, so that workers do not come back as one. What was under way when it was shut says nothing new.
 */
export async function reportFailure(
  { key, failures: most, waitSeconds: { first, longest } }: Breaker,
  { reason, until, isProbe }: Omit<Away, 'transport'>,
  database: Database,
): Promise<void> {
  const failures = sql`case when ${until !== null} then greatest(b.failures + 1, ${most}) else b.failures + 1 end`
  await database.execute(sql`
    insert into send_buckets as b (key, tokens, capacity, per_second, ceiling, blocked_until, reason, failures)
    values (
      ${key}, 1, 1, 0, 0, ${until === null ? null : onDatabaseClock(until)}, ${reason},
      ${until === null ? 1 : most}
    )
    on conflict (key) do update set
      failures = ${failures}, reason = excluded.reason, updated_at = now(),
      blocked_until = case
        when ${failures} < ${most} then b.blocked_until
        when ${until !== null} then excluded.blocked_until
        else now() + make_interval(secs => (0.5 + random() / 2) * least(
          ${longest}, ${first} * power(2, least(${failures} - ${most}, 10))
        ))
      end
    where ${isProbe} or b.failures < ${most} or coalesce(b.blocked_until <= now(), true)
  `)
}

/** Writes down that the transport answers. */
export const reportThere = (transport: string, database: Database): Promise<void> =>
  reportSuccess([transportBreaker(transport)], database)

export async function reportSuccess(
  breakers: readonly Pick<Breaker, 'key'>[],
  database: Database,
): Promise<void> {
  const keys = JSON.stringify(breakers.map(({ key }) => key))
  await database.execute(sql`
    update send_buckets set failures = 0, blocked_until = null, reason = null, updated_at = now()
    where key in (select jsonb_array_elements_text(${keys}::jsonb)) and failures > 0
  `)
}
