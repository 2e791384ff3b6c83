import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startCluster } from '../run/database/cluster.ts'
import { runStatement } from './template.ts'

/** `fast`: sessions are ended, as by an operator. `immediate`: as after a crash, what was committed is recovered. */
export type ShutDown = 'fast' | 'immediate'

/** A PostgreSQL of one's own, since nobody else's may be stopped, with one empty database. */
export interface RestartableCluster {
  /** Of the database. */
  readonly url: string
  /** Settles when it is down. It comes back at once, on the same port: `isBack` settles then. */
  restart(how: ShutDown): Promise<{ readonly isBack: Promise<void> }>
  /** Ends it and forgets everything. */
  stop(): Promise<void>
}

const DATABASE = 'restarted'
/** https://www.postgresql.org/docs/current/server-shutdown.html */
const signals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const

export async function restartableCluster(): Promise<RestartableCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'emissary-restart-'))
  chmodSync(folder, 0o755)
  const settings = { folder, password: 'restart', durable: false, discard: false } as const
  let running = await startCluster({ ...settings, port: null })
  const { port } = running
  const maintenance = running.url('postgres')
  await runStatement(maintenance, `create database ${DATABASE}`)
  // What was committed survives a crash of Postgres, though not one of the machine.
  await runStatement(maintenance, `alter database ${DATABASE} set synchronous_commit = on`)

  async function start(): Promise<void> {
    running = await startCluster({ ...settings, port })
    if (running.port !== port) throw new Error('the port was taken while the database was down')
  }

  return {
    url: running.url(DATABASE),
    async restart(how) {
      const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
      process.kill(pid, signals[how])
      await running.ended
      return { isBack: start() }
    },
    async stop() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
