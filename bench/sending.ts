import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

import { startCluster } from '../src/run/database/cluster.ts'
import { testEnvironment } from '../src/testing/environment.ts'
import { runStatement } from '../src/testing/template.ts'
import type { BenchResult } from './run.ts'
import { LETTER_BYTES } from './sending-letter.ts'
import { type Hand, type Sink, type Spent, startHand, startSink } from './sending-orders.ts'

const PLAIN = 3_000
const OURS = 12_000
const SLOW = 6_000
const RESEND = 3_000
const FROZEN = 1_000_000
/** For the measure of memory: a small letter, so that the time goes into rows. The issue is done with a million. */
const RECIPIENTS = Number(process.env.SENDING_RECIPIENTS ?? 60_000)
/** A hundred of them are less than a request may have. */
const RESEND_LETTER_BYTES = 36_000
const ANSWERS_AFTER_MS = 20
/** https://resend.com/docs/api-reference/rate-limit */
const RESEND_REQUESTS = 5

/**
 * Sending on loopback, all in one run: what nodemailer's pool does, what a bare client could do, and ours from claim to
 * settlement with rows in Postgres. Servers run in processes of their own. `SENDING_RECIPIENTS` scales the measure of memory.
 */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'emissary-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster({ folder, password: 'bench', port: null, durable: true, discard: true })
  await runStatement(cluster.url('postgres'), 'create database sending')
  const settings = {
    ...process.env,
    ...testEnvironment,
    DATABASE_URL: cluster.url('sending'),
    MEDIA_DIR: folder,
    BOUNCE_DOMAIN: 'bounce.emen.example',
    NODE_ENV: 'production' as const,
  }
  const migrated = spawnSync(process.execPath, ['src/run/migrate.ts'], { env: settings, encoding: 'utf8' })
  if (migrated.status !== 0) throw new Error(`the database was not migrated: ${migrated.stderr}`)

  const [pool, bare] = await measurePlain()
  const ours = await measureOurs(settings)
  const ratio = await measureTwo(settings)
  const resend = await measureResend(settings, [])
  const strict = await measureResend(settings, [String(RESEND_REQUESTS)])
  const memory = await measureMemory(settings)
  const freezeSeconds = await measureFreeze(settings)

  const goals = {
    'ours against the plain pool, times': 'at least 5',
    'ours, CPU ms a mail': 'at most 1.3',
    'two processes against one, times': 'at least 1.7',
    'Resend, requests a second': 'at least 5',
    'Resend, CPU ms a mail': 'below 1',
    'freezing a million, s': 'below 30',
    'memory, MB': 'at most 250',
  }
  const figures = {
    'a) plain pool, mails a second': rate(pool),
    'a) plain pool, CPU ms a mail': cents(pool.cpuMsPerMail),
    'b) bare client, mails a second': rate(bare),
    'b) bare client, CPU ms a mail': cents(bare.cpuMsPerMail),
    'c) ours, mails a second': rate(ours),
    'ours against the plain pool, times': cents(rate(ours) / rate(pool)),
    'ours, CPU ms a mail': cents(ours.cpuMsPerMail),
    [`one process, answers after ${ANSWERS_AFTER_MS} ms, mails a second`]: rate(ratio.one),
    [`two processes, answers after ${ANSWERS_AFTER_MS} ms, mails a second`]: rate(ratio.two),
    'two processes against one, times': cents(rate(ratio.two) / rate(ratio.one)),
    'Resend, requests a second': cents(resend.requests / resend.seconds),
    'Resend, mails a request': Math.round(RESEND / resend.requests),
    'Resend, CPU ms a mail': cents(resend.cpuMsPerMail),
    'Resend that refuses the sixth within a second, requests a second': cents(
      strict.requests / strict.seconds,
    ),
    'of them refused': strict.requests - Math.ceil(RESEND / 100),
    'freezing a million, s': cents(freezeSeconds),
    'memory for 1000 recipients, MB': Math.round(memory.few.peakMegabytes),
    'recipients of the measure of memory': RECIPIENTS,
    'memory, MB': Math.round(memory.many.peakMegabytes),
    'small letters a second': rate(memory.many),
    'load of the machine at the end': cents(loadavg()[0] ?? 0),
  }
  const met =
    figures['ours against the plain pool, times'] >= 5 &&
    figures['ours, CPU ms a mail'] <= 1.3 &&
    figures['two processes against one, times'] >= 1.7 &&
    figures['Resend, requests a second'] >= 5 &&
    figures['Resend, CPU ms a mail'] < 1 &&
    figures['freezing a million, s'] < 30 &&
    figures['memory, MB'] <= 250
  return { figures, goals, met }
}

const rate = ({ mails, seconds }: Pick<Spent, 'mails' | 'seconds'>): number => Math.round(mails / seconds)
const cents = (value: number): number => Number(value.toFixed(2))

type Settings = NodeJS.ProcessEnv

async function measurePlain(): Promise<readonly [pool: Spent, bare: Spent]> {
  await using sink = await startSink('sending-sink.ts')
  await using hand = await startHand('sending-plain.ts', process.env)
  const { port } = sink
  const pool = await hand.order<Spent>({ what: 'pool', port, mails: PLAIN })
  // The first of the pool's opens its connections and is not measured.
  const before = (await sink.mails()) - 1
  const bare = await hand.order<Spent>({ what: 'bare', port, mails: PLAIN * 5 })
  const taken = (await sink.mails()) - before - 1
  if (before !== PLAIN || taken !== PLAIN * 5)
    throw new Error(`of the plain mails ${before} and ${taken} were taken`)
  return [pool, bare]
}

interface Prepared {
  readonly issueId: string
  readonly freezeSeconds: number
}

const prepared = (hand: Hand, mails: number, bytes = LETTER_BYTES): Promise<Prepared> =>
  hand.order<Prepared>({ what: 'prepare', mails, bytes })

/** @throws when not everybody got exactly one: a fast wrong answer is none. */
async function assertAllSent(hand: Hand, issueId: string, mails: number, taken: number): Promise<void> {
  const counts = await hand.order<Record<string, number>>({ what: 'counts', issueId })
  if (counts.submitted !== mails || taken !== mails)
    throw new Error(`of ${mails} mails ${taken} were taken, and the ledger says ${JSON.stringify(counts)}`)
}

async function sentBy(hand: Hand, sink: Sink, what: 'smtp' | 'resend', mails: number, bytes?: number) {
  const { issueId } = await prepared(hand, mails, bytes)
  const before = await sink.mails()
  const spent = await hand.order<Spent>({ what, issueId, port: sink.port, mails })
  await assertAllSent(hand, issueId, mails, (await sink.mails()) - before)
  return spent
}

async function measureOurs(settings: Settings): Promise<Spent> {
  await using sink = await startSink('sending-sink.ts')
  await using hand = await startHand('sending-part.ts', settings)
  // V8 has seen the code by then, as in a process that runs for days.
  await sentBy(hand, sink, 'smtp', OURS / 12)
  return await sentBy(hand, sink, 'smtp', OURS)
}

async function measureTwo(settings: Settings) {
  await using sink = await startSink('sending-sink.ts', [String(ANSWERS_AFTER_MS)])
  await using first = await startHand('sending-part.ts', settings)
  await using second = await startHand('sending-part.ts', settings)
  for (const hand of [first, second]) await sentBy(hand, sink, 'smtp', 500)
  const one = await sentBy(first, sink, 'smtp', SLOW)
  const { issueId } = await prepared(first, SLOW)
  const before = await sink.mails()
  const begun = performance.now()
  const order = { what: 'smtp', issueId, port: sink.port, mails: SLOW }
  await Promise.all([first, second].map((hand) => hand.order<Spent>(order)))
  const seconds = (performance.now() - begun) / 1000
  await assertAllSent(first, issueId, SLOW, (await sink.mails()) - before)
  return { one, two: { mails: SLOW, seconds } }
}

async function measureResend(
  settings: Settings,
  limit: readonly string[],
): Promise<Spent & { readonly requests: number }> {
  await using service = await startSink('sending-resend.ts', limit)
  await using hand = await startHand('sending-part.ts', settings)
  await sentBy(hand, service, 'resend', 500, RESEND_LETTER_BYTES)
  const { requests: before = 0 } = await service.seen()
  const spent = await sentBy(hand, service, 'resend', RESEND, RESEND_LETTER_BYTES)
  const { requests = 0 } = await service.seen()
  return { ...spent, requests: requests - before }
}

/** The process that is measured does nothing but send, first to few and then to many. */
async function measureMemory(settings: Settings) {
  await using sink = await startSink('sending-sink.ts')
  await using preparing = await startHand('sending-part.ts', settings)
  await using sending = await startHand('sending-part.ts', settings)
  const measured = async (mails: number) => {
    const { issueId } = await prepared(preparing, mails, 0)
    const before = await sink.mails()
    const spent = await sending.order<Spent>({ what: 'smtp', issueId, port: sink.port, mails })
    await assertAllSent(preparing, issueId, mails, (await sink.mails()) - before)
    return spent
  }
  return { few: await measured(1_000), many: await measured(RECIPIENTS) }
}

async function measureFreeze(settings: Settings): Promise<number> {
  await using hand = await startHand('sending-part.ts', settings)
  const { freezeSeconds } = await prepared(hand, FROZEN)
  return freezeSeconds
}
