import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startCluster } from '../src/run/database/cluster.ts'
import { testEnvironment } from '../src/testing/environment.ts'
import { webhookSecret } from '../src/testing/faults/webhooks.ts'
import { runStatement } from '../src/testing/template.ts'
import { none, sumOf, type Tallies } from './faults-tally.ts'
import type { BenchResult } from './run.ts'

const SCHEDULES = 5_000
/** Side by side, each with a database of its own. */
const PARTS = 2
const TEMPLATE = 'template'

/** Sending issues while everything goes wrong in five thousand ways. Takes twenty minutes. */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'emissary-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster({ folder, password: 'bench', port: null, durable: false, discard: true })
  const maintenance = cluster.url('postgres')
  await runStatement(maintenance, `create database ${TEMPLATE}`)
  const settings = { ...testEnvironment, MEDIA_DIR: folder, RESEND_WEBHOOK_SECRET: webhookSecret }
  const environment = (database: string) => ({
    ...process.env,
    ...settings,
    DATABASE_URL: cluster.url(database),
  })
  const migrated = spawnSync(process.execPath, ['src/run/migrate.ts'], {
    env: environment(TEMPLATE),
    encoding: 'utf8',
  })
  if (migrated.status !== 0) throw new Error(`the database was not migrated: ${migrated.stderr}`)

  const begun = performance.now()
  const share = SCHEDULES / PARTS
  const parts = Array.from({ length: PARTS }, (_, index) => ({
    name: `part${index}`,
    first: 1 + index * share,
  }))
  for (const { name } of parts)
    await runStatement(maintenance, `create database ${name} template ${TEMPLATE}`)
  const found = await Promise.all(parts.map(({ name, first }) => play(environment(name), [first, share])))
  return resultOf(found.reduce(sumOf), (performance.now() - begun) / 1000)
}

async function play(env: NodeJS.ProcessEnv, [first, count]: readonly [number, number]): Promise<Tallies> {
  const part = fork(join(import.meta.dirname, 'faults-part.ts'), [String(first), String(count)], {
    env,
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
  const [smtp, resend] = [tallies['any, smtp'] ?? none, tallies['any, resend'] ?? none]
  const figures = {
    schedules: smtp.schedules + resend.schedules,
    'schedules a second': Number(((smtp.schedules + resend.schedules) / seconds).toFixed(1)),
    people: smtp.people + resend.people,
    duplicatesResend: resend.duplicates,
    duplicatesSmtp: smtp.duplicates,
    lost: smtp.lost + resend.lost,
    unexplained: smtp.unexplained + resend.unexplained,
    unconfirmedSmtp: smtp.unconfirmed,
    'unconfirmedSmtp, that had arrived': smtp.unconfirmedAccepted,
    unconfirmedResend: resend.unconfirmed,
    'unconfirmedResend, that had arrived': resend.unconfirmedAccepted,
  }
  const goals = {
    schedules: `at least ${SCHEDULES}`,
    duplicatesResend: '0',
    duplicatesSmtp: '0',
    lost: '0',
    unexplained: '0',
  }
  const met = figures.schedules >= SCHEDULES && smtp.broken + resend.broken === 0
  return { figures, goals, met }
}
