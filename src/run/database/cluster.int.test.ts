import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { hasEnded } from '../processes.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { query } from './statements.ts'

const PATIENCE_MS = 15_000
const password = 'for this test only'.replaceAll(' ', '-')

let folder = ''
let cluster: Cluster | null = null

beforeEach(() => {
  // With a space in its path, as home folders have.
  folder = mkdtempSync(join(tmpdir(), 'emissary cluster '))
  chmodSync(folder, 0o755)
})

afterEach(async () => {
  await cluster?.stop()
  cluster = null
  rmSync(folder, { recursive: true, force: true })
})

const settings = () => ({ folder, password, port: null, durable: false, discard: false })
const postmaster = (): number =>
  Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** The guard is the one that Postgres is a child of. */
const parentOf = (pid: number): number =>
  Number(
    existsSync('/proc/self/stat')
      ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]
      : spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout,
  )

/** Another process that starts the cluster and stores a row, like a launcher that is about to be killed. */
async function otherProcess(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { startCluster } from ${JSON.stringify(new URL('./cluster.ts', import.meta.url).href)}
       import { query } from ${JSON.stringify(new URL('./statements.ts', import.meta.url).href)}
       const cluster = await startCluster(${JSON.stringify(settings())})
       await query(cluster.url('postgres'), 'create table kept as select 42 as answer')
       process.stdout.write('stored')`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(child.stdout, 'data')
  return child
}

test('Postgres ends when the process that started it is killed, and what was stored is there next time', async () => {
  const other = await otherProcess()
  const pid = postmaster()

  other.kill('SIGKILL')
  expect(await hasEnded(pid, PATIENCE_MS)).toBe(true)

  cluster = await startCluster(settings())
  expect(await query(cluster.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('a Postgres that was left running is stopped cleanly before the next one starts', async () => {
  const other = await otherProcess()
  const pid = postmaster()
  const guard = parentOf(pid)
  for (const victim of [guard, other.pid ?? 0]) process.kill(victim, 'SIGKILL')

  cluster = await startCluster(settings())

  expect(postmaster()).not.toBe(pid)
  expect(await query(cluster.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('a pid file from before the last boot holds nothing up, whoever has its number now', async () => {
  cluster = await startCluster(settings())
  await cluster.stop()
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n`)

  cluster = await startCluster(settings())

  expect(await query(cluster.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
})

test('the database is behind a password and listens on this machine only', async () => {
  cluster = await startCluster(settings())

  const [listens] = await query<{ listen_addresses: string }>(
    cluster.url('postgres'),
    'show listen_addresses',
  )
  expect(listens).toEqual({ listen_addresses: '127.0.0.1' })
  const stranger = cluster.url('postgres').replace(password, 'guessed')
  await expect(query(stranger, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('a cluster of a newer PostgreSQL is refused with both versions', async () => {
  cluster = await startCluster(settings())
  await cluster.stop()
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '99\n')

  await expect(startCluster(settings())).rejects.toMatchObject({ reason: 'database-version' })
  cluster = null
})

test('a Postgres that does not start says why, also where nothing of it is to stay', async () => {
  cluster = await startCluster(settings())
  await cluster.stop()
  cluster = null
  writeFileSync(join(folder, 'postgres', 'postgresql.conf'), 'nonsense = 1\n')

  await expect(startCluster({ ...settings(), discard: true })).rejects.toMatchObject({
    reason: 'postgres-failed',
    message: expect.stringContaining('nonsense'),
  })
  expect(existsSync(folder)).toBe(false)
})
