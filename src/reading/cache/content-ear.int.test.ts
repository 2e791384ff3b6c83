import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

import { expect, onTestFinished, test } from 'vitest'

import { env } from '../../env.ts'
import { runStatement } from '../../testing/template.ts'
import { contentEar, STALE_AFTER_MS } from './content-ear.ts'
import { CHANNEL } from './content-triggers.ts'

const url = env.DATABASE_URL ?? ''
const tell = (tags: string) => runStatement(url, 'select pg_notify($1, $2)', [CHANNEL, tags])

/** What was heard, in order: tags, or what became of the connection. */
function listening(connectionString = url) {
  const heard: string[] = []
  const ear = contentEar(connectionString, (each) => {
    heard.push(each.kind === 'changed' ? each.tags.join(' ') : each.kind)
  })
  onTestFinished(() => ear.stop())
  return { heard, isCurrent: () => ear.isCurrent() }
}

test('a line hears what is committed, and says so only when it is sure of it', async () => {
  const { heard, isCurrent } = listening()
  expect(isCurrent()).toBe(false)
  await expect.poll(isCurrent).toBe(true)
  await tell('content,news')
  await expect.poll(() => heard).toEqual(['listening', 'content news'])
})

test('a connection that Postgres ends is noticed at once, and there is another soon', async () => {
  const { heard, isCurrent } = listening()
  await expect.poll(isCurrent).toBe(true)
  await runStatement(
    url,
    `select pg_terminate_backend(pid, 1000) from pg_stat_activity
     where application_name = 'emissary cache' and datname = current_database()`,
  )
  await expect.poll(() => heard).toEqual(['listening', 'lost', 'listening'])
  await expect.poll(isCurrent).toBe(true)
  await tell('content,events')
  await expect.poll(() => heard.at(-1)).toBe('content events')
})

test('where there is no database the line waits for one, and nothing is sure', async () => {
  const { heard, isCurrent } = listening('postgresql://nobody@127.0.0.1:1/none')
  await expect.poll(() => heard.length).toBeGreaterThan(1)
  expect([...new Set(heard)]).toEqual(['lost'])
  expect(isCurrent()).toBe(false)
})

test('on a line that fell silent nothing is sure, and when it speaks again nothing was missed', async () => {
  await using way = await startWay()
  const { heard, isCurrent } = listening(way.url)
  await expect.poll(isCurrent).toBe(true)
  way.hold()
  const heldAt = performance.now()
  await expect.poll(isCurrent, { interval: 10 }).toBe(false)
  expect(performance.now() - heldAt).toBeLessThan(2 * STALE_AFTER_MS)
  await tell('content,news')
  // Being current promises all that was committed longer ago than this, and only that.
  const toldAt = performance.now()
  await expect.poll(() => performance.now() - toldAt).toBeGreaterThan(STALE_AFTER_MS)
  way.letGo()
  await expect.poll(isCurrent, { interval: 1 }).toBe(true)
  expect(heard).toEqual(['listening', 'content news'])
})

test('what is heard while this thread is busy is taken in before anything is sent', async () => {
  const { heard, isCurrent } = listening()
  await expect.poll(isCurrent).toBe(true)
  const program = `const { Client } = require('pg'); (async () => { const client = new Client({ connectionString: process.env.DATABASE_URL })
    await client.connect(); await client.query("select pg_notify('${CHANNEL}', 'content,news')"); await client.end() })()`
  // Nothing else runs here meanwhile.
  spawnSync(process.execPath, ['-e', program], { env: process.env })
  const busyUntil = performance.now() + STALE_AFTER_MS
  while (performance.now() < busyUntil);
  expect(isCurrent()).toBe(true)
  expect(heard).toEqual(['listening', 'content news'])
})

test('a line that stays silent is given up', async () => {
  await using way = await startWay()
  const { heard, isCurrent } = listening(way.url)
  await expect.poll(isCurrent).toBe(true)
  way.hold()
  await expect.poll(() => heard).toEqual(['listening', 'lost'])
  way.letGo()
  await expect.poll(isCurrent).toBe(true)
})

/** The way to Postgres, on which everything that comes back can be held up without a word. */
async function startWay() {
  const { hostname, port } = new URL(url)
  const backs: Socket[] = []
  let held = false
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    backs.push(far)
    near.pipe(far)
    far.pipe(near)
    if (held) far.pause()
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = new URL(url)
  own.port = String((server.address() as AddressInfo).port)
  own.hostname = '127.0.0.1'
  return {
    url: own.href,
    hold() {
      held = true
      for (const far of backs) far.pause()
    },
    letGo() {
      held = false
      for (const far of backs) far.resume()
    },
    async [Symbol.asyncDispose]() {
      for (const far of backs) far.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
