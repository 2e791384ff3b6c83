import { createHash } from 'node:crypto'

import { type Database, sql } from '../../database/database.ts'

/** Kept in all. */
export const MOST_QUERIES = 2_000
/** Characters of one. */
export const LONGEST_QUERY = 16_384

export const hashOf = (query: string): string => createHash('sha256').update(query).digest('hex')

/** Null: nobody registered it, or it has made room since. */
export async function persistedQuery(hash: string, now: Date, database: Database): Promise<string | null> {
  const day = now.toISOString().slice(0, 10)
  const { rows } = await database.execute<{ query: string; isOfToday: boolean }>(sql`
    select query, last_used_on >= ${day}::date as "isOfToday" from persisted_queries where hash = ${hash}
  `)
  const [found] = rows
  // Once a day: reading is not to write each time.
  if (found?.isOfToday === false)
    await database.execute(sql`update persisted_queries set last_used_on = ${day}::date where hash = ${hash}`)
  return found?.query ?? null
}

/** Keeps a query to be asked for by its hash. Of more than `MOST_QUERIES`, those that were not used longest go. */
export async function persistQuery(query: string, now: Date, database: Database): Promise<void> {
  const day = now.toISOString().slice(0, 10)
  await database.execute(sql`
    with room as (
      delete from persisted_queries where hash in (
        select hash from persisted_queries order by last_used_on desc, registered_at desc offset ${MOST_QUERIES - 1}
      ) and not exists (select from persisted_queries known where known.hash = ${hashOf(query)})
    )
    insert into persisted_queries (hash, query, last_used_on) values (${hashOf(query)}, ${query}, ${day}::date)
    on conflict (hash) do nothing
  `)
}
