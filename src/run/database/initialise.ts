import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'

import { StartError } from '../start-error.ts'
import type { Account } from './account.ts'

/** What a new cluster is made with. */
export interface Beginning {
  readonly initdb: string
  readonly account: Account | null
  /** Folder of the cluster: does not exist yet, the one above it does. */
  readonly data: string
  readonly user: string
  readonly password: string
  /** False: does not wait for the disk, and keeps the log of changes small. */
  readonly durable: boolean
}

/**
 * Runs initdb beside the final place and renames, so that a kill in the middle leaves nothing that looks finished.
 * @throws {StartError} with what initdb said.
 */
export async function initialise(beginning: Beginning): Promise<void> {
  const unfinished = `${beginning.data}.unfinished`
  const passwordFile = `${beginning.data}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, beginning.password, { mode: 0o600 })
  for (const path of [unfinished, passwordFile]) own(path, beginning.account)
  try {
    await run(beginning, [
      `--pgdata=${unfinished}`,
      `--username=${beginning.user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The built-in provider sorts and folds case alike everywhere; the system's own locales need not exist.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(beginning.durable ? [] : ['--no-sync', '--wal-segsize=1']),
    ])
  } finally {
    rmSync(passwordFile)
  }
  renameSync(unfinished, beginning.data)
}

function own(path: string, account: Account | null): void {
  if (account !== null) chownSync(path, account.uid, account.gid)
}

async function run({ initdb, account }: Beginning, args: readonly string[]): Promise<void> {
  const child = spawn(initdb, [...args], { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  const said: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new StartError('postgres-failed', { detail: Buffer.concat(said).toString().trim() })
}
