import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { stopServer } from './stop-server.ts'

/** Longer than anything here takes: a test that gets its answer before did not wait for it. */
const NEVER_MS = 60_000
let server: Server
let answer: RequestListener

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response))
  server.keepAliveTimeout = NEVER_MS
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => server.closeAllConnections())

/** A connection on which something was said; what comes back, until it ends. */
async function ask(said: string) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk) => {
    heard += String(chunk)
  })
  const ended = once(socket, 'close').then(() => heard)
  socket.on('error', () => undefined)
  await once(server, 'connection')
  socket.write(said)
  return { socket, ended }
}

const REQUEST = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n'

test('connections that wait for another request keep nobody waiting', async () => {
  answer = (_request, response) => response.end('there')
  const { socket, ended } = await ask(REQUEST)
  await once(socket, 'data')
  await stopServer(server, NEVER_MS)

  expect(await ended).toContain('there')
})

test('an answer that is under way is given to its end, and its connection is not kept', async () => {
  const asked = new Promise<() => void>((resolve) => {
    answer = (_request, response) => resolve(() => response.end('in the end'))
  })
  const { ended } = await ask(REQUEST)
  const finish = await asked
  const stopped = stopServer(server, NEVER_MS)
  finish()
  await stopped

  expect(await ended).toContain('in the end')
})

test.for([
  ['never gets its answer', REQUEST],
  ['never finishes asking', 'POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\nhal'],
  ['says half a line', 'GET / HT'],
  ['says nothing', ''],
] as const)('who %s is cut off when the time is over', async ([, said]) => {
  answer = () => undefined
  const { ended } = await ask(said)
  await stopServer(server, 100)

  expect(await ended).toBe('')
})
