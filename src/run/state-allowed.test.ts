import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect, test } from 'vitest'

import { stateAllowed } from './state-allowed.ts'

async function answered(answer: (response: ServerResponse) => void, allowed: string | null) {
  const server = createServer((_, response) => {
    stateAllowed(response, () => allowed)
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { status, headers } = await fetch(`http://127.0.0.1:${port}/`, { method: 'DELETE' })
  server.close()
  await once(server, 'close')
  return [status, headers.get('allow')]
}

test.for([
  {
    name: 'begun without a word',
    answer: (response: ServerResponse) => {
      response.statusCode = 405
      response.end()
    },
    allowed: 'GET, HEAD',
    says: [405, 'GET, HEAD'],
  },
  {
    name: 'begun with headers',
    answer: (response: ServerResponse) => response.writeHead(405, { 'Content-Type': 'text/plain' }).end('no'),
    allowed: 'GET, HEAD',
    says: [405, 'GET, HEAD'],
  },
  {
    name: 'that says it itself',
    answer: (response: ServerResponse) => response.setHeader('Allow', 'POST').writeHead(405).end(),
    allowed: 'GET, HEAD',
    says: [405, 'POST'],
  },
  {
    name: 'of which nobody knows',
    answer: (response: ServerResponse) => response.writeHead(405).end(),
    allowed: null,
    says: [405, null],
  },
  {
    name: 'that refuses nothing',
    answer: (response: ServerResponse) => response.writeHead(204).end(),
    allowed: 'GET, HEAD',
    says: [204, null],
  },
])('a response $name tells what is allowed where a method is not', async ({ answer, allowed, says }) => {
  expect(await answered(answer, allowed)).toEqual(says)
})
