import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { endProcess, isRunning } from '../processes.ts'

const PATIENCE_MS = 15_000

const pidFile = (data: string): string => join(data, 'postmaster.pid')

/** Whether Postgres answers. It writes so into the eighth line of its pid file, which is where `pg_ctl` looks too. */
export function isReady(data: string): boolean {
  return lines(data)[7]?.trim() === 'ready'
}

/**
 * Makes a data folder startable again after a kill -9: a Postgres of ours that still runs is stopped cleanly, and a
 * pid file whose number belongs to nobody, or to a stranger since the last boot, goes. Postgres itself would refuse.
 */
export async function clearLeftovers(data: string): Promise<void> {
  const pid = Number(lines(data)[0])
  // SIGINT is Postgres's fast shutdown: sessions are ended, what was committed is kept.
  if (pid > 0 && isRunning(pid, data)) await endProcess(pid, 'SIGINT', PATIENCE_MS)
  rmSync(pidFile(data), { force: true })
}

function lines(data: string): string[] {
  const file = pidFile(data)
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
}
