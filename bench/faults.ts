import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { none, sumOf, type Tallies, type Tally, totalOf } from './faults-tally.ts'
import type { BenchResult } from './run.ts'

const SCHEDULES = Number(process.env.FAULTS_SCHEDULES ?? 5_000)
const FIRST_SEED = Number(process.env.FAULTS_FIRST_SEED ?? 1)
const GOAL = 5_000
/** Side by side, each with a database of its own, which it stops and starts. Much of their time they wait. */
const PARTS = 4

/**
 * Sending issues while everything goes wrong in five thousand ways. Takes twenty minutes; `FAULTS_SCHEDULES` scales it, and
 * `FAULTS_FIRST_SEED` begins elsewhere: both together play again what was found.
 */
export async function bench(): Promise<BenchResult> {
  const begun = performance.now()
  const share = Math.ceil(SCHEDULES / PARTS)
  const parts = Array.from({ length: Math.ceil(SCHEDULES / share) }, (_, index) => {
    const played = index * share
    return play([FIRST_SEED + played, Math.min(share, SCHEDULES - played)])
  })
  const found = await Promise.all(parts)
  return resultOf(found.reduce(sumOf), (performance.now() - begun) / 1000)
}

async function play([first, count]: readonly [number, number]): Promise<Tallies> {
  const part = fork(join(import.meta.dirname, 'faults-part.ts'), [String(first), String(count)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const answer = once(part, 'message') as Promise<[Tallies]>
  const [tallies] = await Promise.race([
    answer,
    once(part, 'exit').then(([code]) =>
      Promise.reject(new Error(`the schedules from ${first} ended: ${code}`)),
    ),
  ])
  return tallies
}

function resultOf(tallies: Tallies, seconds: number): BenchResult {
  console.table(tallies)
  const all = totalOf(tallies, 'any, ')
  const [smtp, resend]: readonly Tally[] = ['any, smtp', 'any, resend'].map((kind) => tallies[kind] ?? none)
  const both = totalOf(tallies, 'any, smtp, ', 'any, resend, ')
  const figures = {
    schedules: all.schedules,
    'schedules a second': Number((all.schedules / seconds).toFixed(1)),
    people: all.people,
    'mails for one person': all.personal,
    'mails for one person, unconfirmed': all.personalUnconfirmed,
    duplicatesResend: resend?.duplicates ?? 0,
    duplicatesSmtp: smtp?.duplicates ?? 0,
    'duplicates, one standing in for the other': both.duplicates,
    lost: all.lost,
    unexplained: all.unexplained,
    unconfirmedSmtp: smtp?.unconfirmed ?? 0,
    'unconfirmedSmtp, that had arrived': smtp?.unconfirmedAccepted ?? 0,
    unconfirmedResend: resend?.unconfirmed ?? 0,
    'unconfirmedResend, that had arrived': resend?.unconfirmedAccepted ?? 0,
    'unconfirmed, one standing in for the other': both.unconfirmed,
  }
  const goals = {
    schedules: `at least ${GOAL}`,
    duplicatesResend: '0',
    duplicatesSmtp: '0',
    'duplicates, one standing in for the other': '0',
    lost: '0',
    unexplained: '0',
  }
  return { figures, goals, met: all.schedules >= GOAL && all.broken === 0 }
}
