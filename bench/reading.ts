import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

import { startChild } from '../src/run/child-process.ts'
import { startCluster } from '../src/run/database/cluster.ts'
import { freePort } from '../src/run/free-port.ts'
import { buildWeb } from '../src/run/web-build.ts'
import { testEnvironment } from '../src/testing/environment.ts'
import { runStatement } from '../src/testing/template.ts'
import { type Ask, answered, loadAnew, loadFresh, loadInTurns } from './reading-load.ts'
import { asks, type Kind, kinds, type Side } from './reading-routes.ts'
import type { BenchResult } from './run.ts'
import { bench as searches } from './search.ts'
import { startHand, startSink } from './sending-orders.ts'

const FEW = 200
const MANY = Number(process.env.READING_ITEMS ?? 100_000)
const STOP_WITHIN_MS = 5_000

interface Measured {
  readonly stock: number
  readonly bare: number
  readonly warm: number
  readonly warmP99: number
  readonly cold: number
}

/**
 * What anonymous readers get a second: (a) Payload's own routes through Next with nothing kept, (b) bare `node:http` that
 * sends the same bytes, (c) ours from memory, (d) ours when nothing is in memory. `READING_ITEMS` scales the many. The server
 * that is asked is always one process; whoever asks is another. Then what searches take: see `search.ts`.
 */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'emissary-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster({ folder, password: 'bench', port: null, durable: true, discard: true })
  await runStatement(cluster.url('postgres'), 'create database reading')
  const settings = {
    ...process.env,
    ...testEnvironment,
    NODE_ENV: 'production' as const,
    LOG_LEVEL: 'warn',
    DATABASE_URL: cluster.url('reading'),
    MEDIA_DIR: folder,
    SMTP_URL: 'smtp://127.0.0.1:9',
  }
  const migrated = spawnSync(process.execPath, ['src/run/migrate.ts'], { env: settings, encoding: 'utf8' })
  if (migrated.status !== 0) throw new Error(`the database was not migrated: ${migrated.stderr}`)
  const nobody = {
    onLine: (line: string) => void process.stderr.write(`${line}\n`),
    onStart: () => undefined,
  }
  await buildWeb({ env: settings, ...nobody, signal: new AbortController().signal })

  await using seeder = await startHand('reading-part.ts', settings)
  const { id } = await seeder.order<{ id: string }>({ what: 'prepare' })
  await seeder.order({ what: 'fill', mails: FEW })

  const web = async (megabytes: number) => {
    const port = await freePort(null)
    const env = {
      ...settings,
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      CACHE_MEGABYTES: String(megabytes),
    }
    const child = await startChild({ name: 'web', file: 'src/run/web.ts', env, ...nobody })
    return { url: `http://127.0.0.1:${port}`, stop: () => child.stop(STOP_WITHIN_MS) }
  }
  const [stock, ours] = [await web(0), await web(64)]
  const few = await measureAll(stock.url, ours.url, id)
  await seeder.order({ what: 'fill', mails: MANY })
  const many = await measureAll(stock.url, ours.url, id)
  await Promise.all([stock.stop(), ours.stop()])
  return joined(resultOf(few, many), await searches())
}

const joined = (one: BenchResult, other: BenchResult): BenchResult => ({
  figures: { ...one.figures, ...other.figures },
  goals: { ...one.goals, ...other.goals },
  met: one.met && other.met,
})

type All = Readonly<Record<Kind, Measured>>

async function measureAll(stock: string, ours: string, id: string): Promise<All> {
  const measured: Partial<Record<Kind, Measured>> = {}
  for (const kind of kinds) measured[kind] = await measure(kind, { stock, ours }, id)
  return measured as All
}

async function measure(kind: Kind, at: Readonly<Record<Side, string>>, id: string): Promise<Measured> {
  const ask = (side: Side): Ask => ({ ...asks[kind][side](id), origin: at[side] })
  const whole = await answered(ask('ours'))
  await using bare = await startSink('reading-bare.ts', [JSON.stringify(whole)])
  const bareAsk = { ...ask('ours'), origin: `http://127.0.0.1:${bare.port}` }
  const stock = await loadFresh(ask('stock'))
  // The contract refuses names that it does not know, so what is to be made anew is asked where nothing is kept.
  const cold = await loadAnew({ ...ask('ours'), origin: at.stock })
  const [bareLoad, warm] = await loadInTurns(bareAsk, ask('ours'))
  return {
    stock: stock.perSecond,
    bare: bareLoad.perSecond,
    warm: warm.perSecond,
    warmP99: warm.p99Ms,
    cold: cold.perSecond,
  }
}

function resultOf(few: All, many: All): BenchResult {
  const figures: Record<string, number> = {}
  for (const [items, all] of [
    [FEW, few],
    [MANY, many],
  ] as const)
    for (const kind of kinds) {
      const { stock, bare, warm, warmP99, cold } = all[kind]
      const name = `${kind} of ${items}`
      figures[`${name}, stock a second`] = stock
      figures[`${name}, bare a second`] = bare
      figures[`${name}, warm a second`] = warm
      figures[`${name}, warm p99 ms`] = warmP99
      figures[`${name}, cold a second`] = cold
    }
  const each = [few, many].flatMap((all) => kinds.map((kind) => all[kind]))
  const least = (of: (measured: Measured) => number): number => cents(Math.min(...each.map(of)))
  /** How many times as long it takes with many items, of the kind that minds them most. */
  const slower = (of: (measured: Measured) => number): number =>
    cents(Math.max(...kinds.map((kind) => of(few[kind]) / of(many[kind]))))
  const summary = {
    'warm against stock, least': least(({ warm, stock }) => warm / stock),
    'warm against bare, least': least(({ warm, bare }) => warm / bare),
    'warm p99 ms, most': Math.max(...each.map(({ warmP99 }) => warmP99)),
    'cold against stock, least': least(({ cold, stock }) => cold / stock),
    'many items against few, cold, most': slower(({ cold }) => cold),
    'many items against few, warm, most': slower(({ warm }) => warm),
  }
  const goals = {
    'warm against stock, least': 'at least 50',
    'warm against bare, least': 'at least 0.4',
    'warm p99 ms, most': 'below 10',
    'cold against stock, least': 'at least 1.5',
    'many items against few, cold, most': 'at most 1.3',
    'many items against few, warm, most': 'at most 1.3',
  }
  const met =
    summary['warm against stock, least'] >= 50 &&
    summary['warm against bare, least'] >= 0.4 &&
    summary['warm p99 ms, most'] < 10 &&
    summary['cold against stock, least'] >= 1.5 &&
    summary['many items against few, cold, most'] <= 1.3 &&
    summary['many items against few, warm, most'] <= 1.3
  return {
    figures: { ...figures, ...summary, 'load of the machine at the end': cents(loadavg()[0] ?? 0) },
    goals,
    met,
  }
}

const cents = (value: number): number => Number(value.toFixed(2))
