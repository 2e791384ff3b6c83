import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

import type { Account } from './account.ts'
import { isReady } from './postmaster.ts'

/** What the guard is started with, as JSON in its first argument. */
export interface GuardSettings {
  readonly postgres: string
  readonly arguments: readonly string[]
  readonly account: Account | null
  readonly data: string
  /** Postgres's own log. Begins anew with each start. */
  readonly log: string
  /** Folder to remove when Postgres has ended, unless it never was ready and may be tried again. Null: everything stays. */
  readonly discard: string | null
}

/** What the guard tells the process that started it. */
export type GuardMessage = { readonly kind: 'ready' }

const POLL_MS = 25

/**
 * Stands between the launcher and Postgres, so that Postgres ends when the launcher does, however it does: the channel
 * to it closes even after a kill -9. Leads a process group of its own, which Ctrl-C in the terminal does not reach.
 */
async function guard(settings: GuardSettings): Promise<void> {
  const log = openSync(settings.log, 'w', 0o600)
  const postgres = spawn(settings.postgres, [...settings.arguments], {
    ...settings.account,
    cwd: '/',
    stdio: ['ignore', log, log],
  })
  const ended = once(postgres, 'exit')
  process.once('disconnect', () => postgres.kill('SIGINT'))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => postgres.kill('SIGINT'))
  // The parent may have gone before we listened.
  if (!process.connected) postgres.kill('SIGINT')

  const message: GuardMessage = { kind: 'ready' }
  const isUp = await becomesReady(postgres, settings.data)
  if (isUp) process.send?.(message)
  await ended
  if (settings.discard !== null && (isUp || !process.connected))
    rmSync(settings.discard, { recursive: true, force: true })
  if (process.connected) process.disconnect()
}

/** False when Postgres ended instead. */
async function becomesReady(postgres: ChildProcess, data: string): Promise<boolean> {
  while (postgres.exitCode === null && postgres.signalCode === null) {
    if (isReady(data)) return true
    await wait(POLL_MS)
  }
  return false
}

await guard(JSON.parse(process.argv[2] ?? '') as GuardSettings)
