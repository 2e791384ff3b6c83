import { Client } from 'pg'

/** Runs one statement in a session of its own and returns its rows. */
export async function query<Row>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement, [...values])).rows as Row[]
  } finally {
    await client.end()
  }
}

/** @param maintenanceUrl of any database of the cluster. */
export async function databaseExists(maintenanceUrl: string, name: string): Promise<boolean> {
  return (await query(maintenanceUrl, 'select 1 from pg_database where datname = $1', [name])).length > 0
}

export async function tableExists(url: string, name: string): Promise<boolean> {
  const [row] = await query<{ found: boolean }>(url, 'select to_regclass($1) is not null as found', [name])
  return row?.found === true
}
