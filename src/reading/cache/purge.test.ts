import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

import { expect, onTestFinished, test } from 'vitest'

import { requester } from '../../network/request.ts'
import { type PurgeService, purger } from './purge.ts'

/** A cache on the way that takes orders, or refuses them. */
async function startCdn() {
  const orders: { headers: NodeJS.Dict<string | string[]>; body: string }[] = []
  const cdn = { orders, refusals: 0, url: new URL('http://127.0.0.1') }
  const server = createServer(async (request, response) => {
    const body = await text(request)
    if (cdn.refusals-- > 0) return void response.writeHead(503).end()
    orders.push({ headers: request.headers, body })
    response.writeHead(200).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cdn.url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/purge`)
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
  })
  return cdn
}

async function telling(service: PurgeService = 'varnish') {
  const cdn = await startCdn()
  const failures: unknown[] = []
  const request = requester({ allowedPrivateHosts: [cdn.url.host] })
  const told = purger({ url: cdn.url, token: 'secret', service }, request, (failure) =>
    failures.push(failure),
  )
  onTestFinished(() => told.stop())
  return { cdn, told, failures }
}

test.for([
  ['varnish', { 'xkey-purge': 'content news', authorization: 'Bearer secret' }, ''],
  ['fastly', { 'surrogate-key': 'content news', 'fastly-key': 'secret' }, ''],
  ['cloudflare', { authorization: 'Bearer secret' }, '{"tags":["content","news"]}'],
] as const)('%s is told in its own way', async ([service, headers, body]) => {
  const { cdn, told } = await telling(service)
  told.purge(['content', 'news'])
  await expect.poll(() => cdn.orders).toHaveLength(1)
  expect(cdn.orders[0]).toMatchObject({ headers, body })
})

test('changes that follow each other are told at once', async () => {
  const { cdn, told } = await telling()
  for (const tags of [
    ['content', 'news'],
    ['content', 'slugs'],
    ['content', 'news'],
  ])
    told.purge(tags)
  await expect
    .poll(() => cdn.orders.map(({ headers }) => headers['xkey-purge']))
    .toEqual(['content news slugs'])
})

test('an import that changes more than can be told at once is told in parts', async () => {
  const { cdn, told } = await telling('cloudflare')
  const tags = Array.from({ length: 70 }, (_, place) => `news/${place}`)
  told.purge(tags)
  await expect.poll(() => cdn.orders.flatMap(({ body }) => JSON.parse(body).tags)).toEqual(tags)
  expect(cdn.orders).toHaveLength(3)
})

test('what was refused is told again, with what changed meanwhile', async () => {
  const { cdn, told, failures } = await telling()
  cdn.refusals = 1
  told.purge(['content', 'news'])
  await expect.poll(() => failures).toHaveLength(1)
  told.purge(['events'])
  await expect.poll(() => cdn.orders).toHaveLength(1)
  expect(String(cdn.orders[0]?.headers['xkey-purge']).split(' ').sort()).toEqual([
    'content',
    'events',
    'news',
  ])
  expect(String(failures)).toContain('answered 503')
})
