import { type Database, sql } from '../../database/database.ts'
import { FAILURES, transportBreaker } from '../pace/breaker.ts'

/** Mails leave by no way out at the moment. */
export interface TransportAway {
  /** Why not by the preferred one. */
  readonly reason: string
  /** When one of them is tried again. Null: in a moment. */
  readonly until: Date | null
}

/**
 * Looks whether all ways out are away, and changes nothing about it. Null: one of them takes mails, as far as is known.
 * @param transports that are set up, the preferred one first.
 */
export async function transportAway(
  transports: readonly string[],
  database: Database,
): Promise<TransportAway | null> {
  const keys = transports.map((name) => transportBreaker(name).key)
  const { rows } = await database.execute<{ key: string; reason: string | null; until: string | null }>(sql`
    select key, reason, case when blocked_until > now() then blocked_until end as until from send_buckets
    where key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)) and failures >= ${FAILURES}
  `)
  if (rows.length < transports.length) return null
  const preferred = rows.find(({ key }) => key === keys[0])
  const moments = rows.flatMap(({ until }) => (until === null ? [] : [new Date(until)]))
  const soonest = moments.length < rows.length ? null : moments.toSorted((one, other) => +one - +other)[0]
  return { reason: preferred?.reason ?? 'unreachable', until: soonest ?? null }
}
