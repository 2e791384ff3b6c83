import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { freePort } from '../free-port.ts'
import { StartError } from '../start-error.ts'
import { accountForPostgres } from './account.ts'
import { findBinaries } from './binaries.ts'
import type { GuardMessage, GuardSettings } from './guard.ts'
import { initialise } from './initialise.ts'
import { clearLeftovers } from './postmaster.ts'

export interface ClusterSettings {
  /** Exists, and Postgres's account can enter it. Data and log go into it. */
  readonly folder: string
  readonly password: string
  /** Used if it is free; null or taken: another. */
  readonly port: number | null
  /** False: does not wait for the disk, so that a crash of the machine may lose the data. A kill never does. */
  readonly durable: boolean
  /** Removes the folder when Postgres has ended. */
  readonly discard: boolean
}

/** A running PostgreSQL. It listens on 127.0.0.1 alone and ends with this process, even after a kill -9. */
export interface Cluster {
  readonly port: number
  /** Connection string of a database in it, which need not exist yet. */
  url(database: string): string
  /** Resolves when Postgres has ended, whoever wanted it. */
  readonly ended: Promise<unknown>
  stop(): Promise<void>
}

const USER = 'emissary'
const TRIES = 3
/** Web, worker and tools side by side; each process holds a pool of 10 to 20. */
const MAX_CONNECTIONS = 200
const careless = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
]
const LAST_WORDS = 3
const guardFile = fileURLToPath(new URL('./guard.ts', import.meta.url))

/**
 * Makes the cluster if the folder holds none, recovers it if it was killed, and starts it.
 * @throws {StartError} when Postgres cannot run here.
 */
export async function startCluster({
  folder,
  password,
  port,
  durable,
  discard,
}: ClusterSettings): Promise<Cluster> {
  const account = accountForPostgres()
  const { postgres, initdb, major } = findBinaries(account)
  const data = join(folder, 'postgres')
  if (!existsSync(data)) await initialise({ initdb, account, data, user: USER, password, durable })
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (found !== major) throw new StartError('database-version', { found, wanted: major, folder: data })
  await clearLeftovers(data)

  const log = join(folder, 'postgres.log')
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const chosen = await freePort(attempt === 1 ? port : null)
    const args = postgresArguments(data, chosen, durable)
    const guard = startGuard({
      postgres,
      arguments: args,
      account,
      data,
      log,
      discard: discard ? folder : null,
    })
    const ended = once(guard, 'exit')
    if (await saysReady(guard, ended)) return running(guard, ended, chosen, password)
  }
  const detail = lastWords(log)
  if (discard) rmSync(folder, { recursive: true, force: true })
  throw new StartError('postgres-failed', { detail })
}

function running(guard: ChildProcess, ended: Promise<unknown>, port: number, password: string): Cluster {
  return {
    port,
    ended,
    url: (database) => `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      if (guard.connected) guard.disconnect()
      await ended
    },
  }
}

function postgresArguments(data: string, port: number, durable: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    // A socket's path may have 107 bytes at most; the project's may be longer.
    'unix_socket_directories=',
    `max_connections=${MAX_CONNECTIONS}`,
    ...(durable ? [] : careless),
  ]
  return ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
}

function startGuard(settings: GuardSettings): ChildProcess {
  return fork(guardFile, [JSON.stringify(settings)], { detached: true, execArgv: [], stdio: 'ignore' })
}

async function saysReady(guard: ChildProcess, ended: Promise<unknown>): Promise<boolean> {
  const ready = once(guard, 'message') as Promise<[GuardMessage]>
  const first = await Promise.race([ready, ended.then(() => null)])
  return first !== null
}

function lastWords(log: string): string {
  if (!existsSync(log)) return ''
  return readFileSync(log, 'utf8').trim().split('\n').slice(-LAST_WORDS).join(' ')
}
