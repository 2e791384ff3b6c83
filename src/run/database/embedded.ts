import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { StartError } from '../start-error.ts'
import { accountForPostgres, canEnter } from './account.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { sharedFolder } from './shared-folder.ts'

interface Connection {
  readonly password: string
  /** Null before the first start. */
  readonly port: number | null
}

/** The project's own PostgreSQL, and where its data are. */
export interface EmbeddedDatabase {
  readonly cluster: Cluster
  readonly folder: string
}

const PRIVATE = 0o600

/**
 * Starts the PostgreSQL that belongs to a data folder, with the password and, if it is still free, the port of last time.
 * @throws {StartError} when Postgres cannot run here.
 */
export async function startEmbedded(dataFolder: string): Promise<EmbeddedDatabase> {
  const folder = folderFor(dataFolder)
  const file = join(folder, 'postgres.json')
  const { password, port } = existsSync(file) ? read(file) : fresh()
  write(file, { password, port })
  const cluster = await startCluster({ folder, password, port, durable: true, discard: false })
  write(file, { password, port: cluster.port })
  return { cluster, folder }
}

/** The data folder itself, or one of its own elsewhere when Postgres's account cannot get there, as below /root. */
function folderFor(dataFolder: string): string {
  const account = accountForPostgres()
  if (account === null || canEnter(account, dataFolder)) return dataFolder
  const folder = join(sharedFolder(), createHash('sha256').update(dataFolder).digest('hex').slice(0, 12))
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

const fresh = (): Connection => ({ password: randomBytes(24).toString('hex'), port: null })

function read(file: string): Connection {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Connection
  } catch (error) {
    throw new StartError('settings-unreadable', { file, detail: (error as Error).message }, error)
  }
}

function write(file: string, connection: Connection): void {
  writeFileSync(file, JSON.stringify(connection), { mode: PRIVATE })
}
