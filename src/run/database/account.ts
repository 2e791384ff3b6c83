import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

import { StartError } from '../start-error.ts'

/** An account of the operating system. Goes as it is into the options of `spawn`. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** In the order of our liking: `nobody` is everywhere, `postgres` where Postgres is installed. */
const candidates = ['postgres', 'nobody']

/**
 * Postgres refuses to run as root, so under root it gets another account. None is ever created, and it needs one with
 * an entry in /etc/passwd because initdb looks itself up. Null: whoever started us will do.
 */
export function accountForPostgres(): Account | null {
  if (process.getuid?.() !== 0) return null
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const candidate of candidates) {
    const entry = entries.find(([name]) => name === candidate)
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])]
    if (uid > 0 && gid > 0) return { uid, gid }
  }
  throw new StartError('no-account')
}

/** Whether the account can enter the folder, through all folders above it. */
export function canEnter(account: Account | null, folder: string): boolean {
  // Asked of the system and not read from mode bits, which say nothing of access lists or mounts.
  const { status } = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/' })
  return account === null || status === 0
}
