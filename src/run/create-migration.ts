import './load-env-file.ts'

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { projectRoot } from './project-root.ts'

const folder = join(projectRoot, 'src/migrations')

/**
 * Writes the migration from the last one to what the collections describe now. Payload writes it for a compiler; Node
 * runs it as it is, so types are imported as types. The list of all migrations is for bundlers, and nothing reads it.
 */
function createMigration(name: string): void {
  const payload = join(projectRoot, 'node_modules/payload/bin.js')
  // Nothing is signed while a migration is written, but Payload does not load without a secret.
  const env = { PAYLOAD_SECRET: 'not used to sign anything while migrations are written', ...process.env }
  const { status } = spawnSync(process.execPath, [payload, 'migrate:create', name], {
    cwd: projectRoot,
    env,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
  rmSync(join(folder, 'index.ts'), { force: true })
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.ts'))) {
    const text = readFileSync(join(folder, file), 'utf8')
    writeFileSync(
      join(folder, file),
      text.replaceAll(/(?<=[{,] )(?=Migrate(Up|Down)Args\b[^:]*from)/g, 'type '),
    )
  }
}

createMigration(process.argv[2] ?? 'change')
