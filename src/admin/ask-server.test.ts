import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { askJson, getJson } from './ask-json.ts'
import { onSignedOut } from './ask-server.ts'

const server = createServer(({ url = '' }, response) => {
  response.writeHead(Number(url.slice(1)), { 'Content-Type': 'application/json' }).end('{"error":"why"}')
})
let address = ''

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(globalThis, { window: new EventTarget() })
})
afterAll(() => {
  server.close()
  Reflect.deleteProperty(globalThis, 'window')
})

async function toldBy(...statuses: readonly number[]): Promise<boolean[]> {
  const told: boolean[] = []
  const stop = onSignedOut((isOut) => told.push(isOut))
  for (const status of statuses) await askJson(`${address}/${status}`)
  stop()
  await askJson(`${address}/401`)
  return told
}

test('who is signed out is told so, and no longer once the server knows them again', async () => {
  expect(await toldBy(401, 200)).toEqual([true, false])
})

test('a server in trouble says nothing about who asks', async () => {
  expect(await toldBy(500, 503)).toEqual([])
})

test('an answer to somebody who is signed out has no message to be shown beside the note', async () => {
  expect(await askJson(`${address}/401`)).toEqual({ status: 401, body: { error: 'signed-out', message: '' } })
  expect(await getJson(`${address}/401`, new AbortController().signal)).toBe(null)
})

test('no answer is null, and so is one that nobody waits for', async () => {
  expect(await askJson('http://127.0.0.1:1/')).toBe(null)
  expect(await getJson(`${address}/200`, AbortSignal.abort())).toBe(null)
})
