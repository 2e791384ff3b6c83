import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect, test } from 'vitest'

import { requester } from '../../network/request.ts'
import { linkChecker } from './check-links.ts'

const HOUR_MS = 60 * 60_000

/** A site of which each page answers with the status that its path names; `/slow` never does. */
async function site() {
  const asked: string[] = []
  const server = createServer(({ method, url = '' }, response) => {
    asked.push(`${method} ${url}`)
    if (url === '/slow') return
    if (url === '/only-get') return response.writeHead(method === 'GET' ? 200 : 404).end()
    if (url === '/moved') return response.writeHead(302, { location: '/200' }).end()
    return response.writeHead(Number(url.slice(1))).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    asked,
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    request: requester({ allowedPrivateHosts: [`127.0.0.1:${port}`] }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

test.for([
  ['/200', false],
  ['/moved', false],
  ['/only-get', false],
  ['/403', false],
  ['/429', false],
  ['/503', false],
  ['/slow', false, 500],
  ['/404', true],
  ['/410', true],
] as const)('a link to a page that answers %s is dead: %s', async ([path, isDead, timeoutMs = 20_000]) => {
  await using server = await site()
  const check = linkChecker({ request: server.request, timeoutMs })
  const found = await check([server.url(path)])
  expect(found.map(({ part }) => part)).toEqual(isDead ? [server.url(path)] : [])
})

test('a link to a server that is not there, or to a private one, is dead', async () => {
  const server = await site()
  const url = server.url('/200')
  await server[Symbol.asyncDispose]()
  const check = linkChecker({ request: server.request })
  const found = await check([url, 'http://169.254.169.254/latest', url])
  expect(found).toEqual([
    { check: 'dead-link', level: 'warn', part: url },
    { check: 'dead-link', level: 'warn', part: 'http://169.254.169.254/latest' },
  ])
})

test('a page is asked once an hour, however often letters are looked at', async () => {
  await using server = await site()
  let now = 0
  const check = linkChecker({ request: server.request, now: () => now })
  const url = server.url('/404')
  expect(await check([url])).toEqual(await check([url, url]))
  expect(server.asked).toEqual(['HEAD /404', 'GET /404'])
  now = HOUR_MS
  await check([url])
  expect(server.asked).toHaveLength(4)
})
