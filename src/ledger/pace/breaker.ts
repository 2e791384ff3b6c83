import { millisecondsUntil, onDatabaseClock } from '../../database/clock.ts'
import { type Database, sql } from '../../database/database.ts'

/** What is known of whether a transport can be reached. */
export type Gate =
  /** `isSuspect`: the last that was tried failed, so that it is worth saying when the next does not. */
  | { readonly kind: 'open'; readonly isSuspect: boolean }
  /** It was away: this worker, and no other, tries one mail. */
  | { readonly kind: 'probe' }
  | { readonly kind: 'shut'; readonly until: Date; readonly reason: string }

/** After so many failures in a row nothing is tried for a while. */
const FAILURES = 3
/** For how long a worker has the probe to itself: longer than any answer of a mail service takes. */
const PROBE_FOR = '2 minutes'
const FIRST_WAIT_SECONDS = 5
const LONGEST_WAIT_SECONDS = 900

const keyOf = (transport: string): string => `transport:${transport}`

/** Asks whether mails may be handed to the transport. Of those who ask when its wait is over, one gets the probe. */
export async function enterTransport(transport: string, database: Database): Promise<Gate> {
  const { rows } = await database.execute<AwayRow>(sql`
    with away as (
      select key, blocked_until as until, reason, failures from send_buckets
      where key = ${keyOf(transport)} and failures > 0
    ), probing as (
      update send_buckets b set blocked_until = now() + ${PROBE_FOR}::interval
      from away where b.key = away.key and b.failures >= ${FAILURES} and b.blocked_until <= now()
      returning b.key
    )
    select ${millisecondsUntil(sql`until`)} as wait_ms, reason, failures, exists (select from probing) as probe from away
  `)
  const [away] = rows
  if (away === undefined || away.wait_ms === null || away.failures < FAILURES)
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
export async function returnProbe(transport: string, database: Database): Promise<void> {
  await database.execute(sql`
    update send_buckets set blocked_until = now() where key = ${keyOf(transport)} and failures >= ${FAILURES}
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

/**
 * Writes down that the transport itself failed. After three in a row it is shut, for longer each time and never for
 * exactly as long, so that workers do not come back as one. What was under way when it was shut says nothing new.
 */
export async function reportAway(
  { transport, reason, until, isProbe }: Away,
  database: Database,
): Promise<void> {
  const failures = sql`case when ${until !== null} then greatest(b.failures + 1, ${FAILURES}) else b.failures + 1 end`
  await database.execute(sql`
    insert into send_buckets as b (key, tokens, capacity, per_second, ceiling, blocked_until, reason, failures)
    values (
      ${keyOf(transport)}, 1, 1, 0, 0, ${until === null ? null : onDatabaseClock(until)}, ${reason},
      ${until === null ? 1 : FAILURES}
    )
    on conflict (key) do update set
      failures = ${failures}, reason = excluded.reason, updated_at = now(),
      blocked_until = case
        when ${failures} < ${FAILURES} then b.blocked_until
        when ${until !== null} then excluded.blocked_until
        else now() + make_interval(secs => (0.5 + random() / 2) * least(
          ${LONGEST_WAIT_SECONDS}, ${FIRST_WAIT_SECONDS} * power(2, least(${failures} - ${FAILURES}, 10))
        ))
      end
    where ${isProbe} or b.failures < ${FAILURES} or coalesce(b.blocked_until <= now(), true)
  `)
}

/** Writes down that the transport answers. */
export async function reportThere(transport: string, database: Database): Promise<void> {
  await database.execute(sql`
    update send_buckets set failures = 0, blocked_until = null, reason = null, updated_at = now()
    where key = ${keyOf(transport)} and failures > 0
  `)
}
