import { type Database, sql } from '../../database/database.ts'

/** What the network says about how fast its mails may leave. */
export interface PaceSettings {
  /** Null: as fast as it goes. */
  readonly mailsPerSecond: number | null
  /** Null: as many as there are. */
  readonly mailsPerDay: number | null
  /** Days since the sender's domain began to send, by the network's clock: 0 on the first. Null: it is known already. */
  readonly warmUpDay: number | null
}

/** As it stands now: a changed setting and the next midnight count at once. */
export async function paceSettings(database: Database): Promise<PaceSettings> {
  const { rows } = await database.execute<{
    per_second: number | null
    per_day: number | null
    warm_up_day: number | null
  }>(sql`
    select pace_mails_per_second::float8 as per_second, pace_mails_per_day::integer as per_day,
      (now() at time zone time_zone)::date - (pace_warm_up_since at time zone time_zone)::date as warm_up_day
    from network limit 1
  `)
  const [row] = rows
  return {
    mailsPerSecond: row?.per_second ?? null,
    mailsPerDay: row?.per_day ?? null,
    warmUpDay: row?.warm_up_day ?? null,
  }
}
