import { type Database, sql } from '../../database/database.ts'

/**
 * Time zones that this Postgres knows: one that a browser knows and it does not would fail a statement for everybody in
 * it. Null where no newsletter has hours, so that nobody needs them. Postgres reads them from files: ask once a job.
 */
export async function readingZones(database: Database): Promise<readonly string[] | null> {
  const { rows } = await database.execute<{ name: string }>(sql`
    select name from pg_timezone_names
    where name !~ '^(posix|right)/' and exists (
      select from newsletters where window_from is not null and window_to is not null
    )
  `)
  return rows.length === 0 ? null : rows.map(({ name }) => name)
}
