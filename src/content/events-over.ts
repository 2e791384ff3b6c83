import { type Database, sql } from '../database/database.ts'

/** Those of the events that have ended. */
export async function eventsOver(
  ids: readonly string[],
  now: Date,
  database: Database,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await database.execute<{ id: string }>(sql`
    select id from events where coalesce("end", start) < ${now.toISOString()}::timestamptz and id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)
    )
  `)
  return new Set(rows.map(({ id }) => id))
}
