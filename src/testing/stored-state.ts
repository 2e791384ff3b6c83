import { runStatement } from './template.ts'

/**
 * One hash over everything that a database of the product holds, the queue's own tables left out. `rate_limits` only
 * counts requests, and the rows of a queue say nothing about people.
 */
export async function storedState(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  const { rows } = await runStatement(
    databaseUrl,
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'rate_limits' order by 1`,
  )
  const state: Record<string, string> = {}
  for (const { name } of rows) {
    const { rows: hashes } = await runStatement(
      databaseUrl,
      `select coalesce(md5(string_agg(line, '|' order by line)), '') as hash from (select t::text as line from "${name}" t) as lines`,
    )
    state[name] = hashes[0].hash
  }
  return state
}
