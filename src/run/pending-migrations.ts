import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

import { query, tableExists } from './database/statements.ts'
import { projectRoot } from './project-root.ts'

/** Names of the migrations that the database has not seen, in their order. Cheaper than to boot Payload for nothing. */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  const known = readdirSync(join(projectRoot, 'src', 'migrations'))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => basename(file, '.ts'))
    .sort()
  if (!(await tableExists(url, 'public.payload_migrations'))) return known
  const applied = await query<{ name: string }>(url, 'select name from payload_migrations')
  const names = new Set(applied.map(({ name }) => name))
  return known.filter((name) => !names.has(name))
}
