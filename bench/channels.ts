import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

import { startCluster } from '../src/run/database/cluster.ts'
import { testEnvironment } from '../src/testing/environment.ts'
import { runStatement } from '../src/testing/template.ts'
import type { BenchResult } from './run.ts'
import { type Hand, type Sink, type Spent, startHand, startSink } from './sending-orders.ts'

const CHANGES = Number(process.env.CHANNEL_CHANGES ?? 1_000)
const CHANNELS = 20
const ANSWERS_AFTER_MS = 50

type Took = Pick<Spent, 'mails' | 'seconds'>
type Worked = Took & Pick<Spent, 'cpuMsPerMail'>

/**
 * A thousand changes for twenty channels, planned and submitted by the product's own workers to a service that answers after
 * 50 ms, held against the bare requests. `CHANNEL_CHANGES` scales it. The service and each worker are processes of their own.
 */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'emissary-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster({ folder, password: 'bench', port: null, durable: true, discard: true })
  await runStatement(cluster.url('postgres'), 'create database channels')
  await using sink = await startSink('channels-sink.ts', [String(ANSWERS_AFTER_MS)])
  const settings = {
    ...process.env,
    ...testEnvironment,
    DATABASE_URL: cluster.url('channels'),
    MEDIA_DIR: folder,
    // No mail leaves; a worker wants to know how it would.
    SMTP_URL: 'smtp://127.0.0.1:9',
    ALLOWED_PRIVATE_HOSTS: `127.0.0.1:${sink.port}`,
  }
  const migrated = spawnSync(process.execPath, ['src/run/migrate.ts'], { env: settings, encoding: 'utf8' })
  if (migrated.status !== 0) throw new Error(`the database was not migrated: ${migrated.stderr}`)

  await using first = await startHand('channels-part.ts', settings)
  await using second = await startHand('channels-part.ts', settings)
  await first.order({ what: 'prepare', port: sink.port, mails: CHANGES })
  const deliveries = CHANGES * CHANNELS
  await first.order({ what: 'start' })
  // V8 has seen the code by then, as in a process that runs for days.
  await worked([first], sink, deliveries)
  const bare = await second.order<Took>({ what: 'bare', port: sink.port, mails: Math.min(deliveries, 2_000) })
  const one = await worked([first], sink, deliveries)
  await second.order({ what: 'start' })
  await worked([first, second], sink, deliveries)
  const two = await worked([first, second], sink, deliveries)
  for (const hand of [first, second]) await hand.order({ what: 'stop' })

  const figures = {
    deliveries,
    'bare requests a second': rate(bare),
    'one worker, deliveries a second': rate(one),
    'two workers, deliveries a second': rate(two),
    'one worker, CPU ms a delivery': cents(one.cpuMsPerMail),
    'one worker against the bare requests': cents(rate(one) / rate(bare)),
    'two workers against one, times': cents(rate(two) / rate(one)),
    'load of the machine at the end': cents(loadavg()[0] ?? 0),
  }
  const goals = {
    'one worker against the bare requests': 'at least 0.7',
    'two workers against one, times': 'at least 1.7',
  }
  const met =
    figures['one worker against the bare requests'] >= 0.7 && figures['two workers against one, times'] >= 1.7
  return { figures, goals, met }
}

const rate = ({ mails, seconds }: Took): number => cents(mails / seconds)
const cents = (value: number): number => Number(value.toFixed(2))

/** @throws when not everything arrived exactly once: a fast wrong answer is none. */
async function worked(hands: readonly [Hand, ...Hand[]], sink: Sink, deliveries: number): Promise<Worked> {
  const [first] = hands
  const before = { taken: await sink.mails(), cpu: await spentBy(hands) }
  const begun = performance.now()
  await first.order({ what: 'renew' })
  await first.order({ what: 'see', mails: deliveries })
  const seconds = (performance.now() - begun) / 1000
  const cpuMsPerMail = ((await spentBy(hands)) - before.cpu) / deliveries
  const taken = (await sink.mails()) - before.taken
  if (taken !== deliveries) throw new Error(`of ${deliveries} deliveries ${taken} were taken`)
  return { mails: deliveries, seconds, cpuMsPerMail }
}

async function spentBy(hands: readonly Hand[]): Promise<number> {
  const spent = await Promise.all(hands.map((hand) => hand.order<{ milliseconds: number }>({ what: 'cpu' })))
  return spent.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
}
