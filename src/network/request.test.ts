import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type LookupFunction } from 'node:net'

import { expect, test } from 'vitest'

import { type Requester, requester } from './request.ts'

/** A server on loopback, and how often it was reached. */
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
  host = '127.0.0.1',
) {
  const reached: IncomingMessage[] = []
  const server = createServer((request, response) => {
    reached.push(request)
    answer(request, response)
  })
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    reached,
    url: (path = '/', name = '127.0.0.1') => new URL(path, `http://${name}:${port}`),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Names of the test, and nothing else, resolve: to these addresses. */
const names =
  (table: Readonly<Record<string, readonly string[]>>): LookupFunction =>
  (hostname, options, callback) => {
    const addresses = (table[hostname] ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    const [first] = addresses
    if (first === undefined)
      return callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), '')
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
  }

const get = (request: Requester, url: URL, headers?: Record<string, string>) =>
  request({ url, method: 'GET', ...(headers && { headers }) })

test.for([
  '127.0.0.1',
  'localhost',
  '[::1]',
  '[::ffff:7f00:1]',
  '[::ffff:127.0.0.1]',
  '[::7f00:1]',
  '0.0.0.0',
  '0',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '127.1',
  '[::]',
  '①②⑦.⓪.⓪.①',
  '169.254.169.254',
])('this machine and its network cannot be reached as %s', async (host) => {
  await using server = await serve((_, response) => response.end('secret'), '::')
  const request = get(requester({ allowedPrivateHosts: [] }), server.url('/', host))

  await expect(request).rejects.toMatchObject({ kind: 'refused-address' })
  expect(server.reached).toEqual([])
})

test.for([
  [['127.0.0.1']],
  [['8.8.8.8', '127.0.0.1']],
  [['::1']],
  [['2606:4700::1111', '::ffff:10.0.0.1']],
] as const)(
  'a name that leads to %s is refused, even if only one of them is private',
  async ([addresses]) => {
    await using server = await serve((_, response) => response.end('secret'))
    const request = requester({ allowedPrivateHosts: [], lookup: names({ 'rebind.example': addresses }) })

    await expect(get(request, server.url('/', 'rebind.example'))).rejects.toMatchObject({
      kind: 'refused-address',
    })
    expect(server.reached).toEqual([])
  },
)

test.for([
  'file:///etc/passwd',
  'ftp://example.org/',
  'gopher://example.org/',
  'http://user:password@example.org/',
])('%s is refused', async (url) => {
  const request = get(requester({ allowedPrivateHosts: [] }), new URL(url))
  await expect(request).rejects.toMatchObject({ kind: 'refused-address' })
})

test('a private host that the operator named is reached, on that port only', async () => {
  await using server = await serve((_, response) => response.end('hello'))
  await using other = await serve((_, response) => response.end('secret'))
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${server.port}`] })

  expect((await get(request, server.url())).body.toString()).toBe('hello')
  await expect(get(request, other.url())).rejects.toMatchObject({ kind: 'refused-address' })
})

test('a redirect to a private address is refused at the hop that leads there', async () => {
  await using inside = await serve((_, response) => response.end('secret'))
  await using server = await serve((_, response) =>
    response.writeHead(302, { location: inside.url().href }).end(),
  )
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${server.port}`] })

  await expect(get(request, server.url())).rejects.toMatchObject({ kind: 'refused-address' })
  expect(inside.reached).toEqual([])
})

test('three redirects are followed and a fourth is not', async () => {
  await using server = await serve(({ url }, response) => {
    const left = Number(url?.slice(1))
    if (left === 0) return response.end('there')
    return response.writeHead(307, { location: `/${left - 1}` }).end()
  })
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${server.port}`] })

  expect((await get(request, server.url('/3'))).body.toString()).toBe('there')
  await expect(get(request, server.url('/4'))).rejects.toMatchObject({ kind: 'no-answer' })
})

test('credentials follow a redirect on the same origin and never to another', async () => {
  await using other = await serve((_, response) => response.end())
  await using server = await serve(({ url }, response) => {
    const location = url === '/away' ? other.url().href : '/here'
    return url === '/here' ? response.end() : response.writeHead(302, { location }).end()
  })
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${server.port}`, `127.0.0.1:${other.port}`] })

  await get(request, server.url('/stay'), { authorization: 'Bearer token' })
  await get(request, server.url('/away'), { authorization: 'Bearer token' })
  expect(server.reached.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill('Bearer token'))
  expect(other.reached.map(({ headers }) => headers.authorization)).toEqual([undefined])
})

test('a redirected submission is not repeated elsewhere', async () => {
  await using server = await serve((_, response) => response.writeHead(307, { location: '/elsewhere' }).end())
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${server.port}`] })

  expect(await request({ url: server.url(), method: 'POST', body: '{}' })).toMatchObject({ status: 307 })
  expect(server.reached).toHaveLength(1)
})

test('credentials are not sent in the clear over the internet', async () => {
  const request = requester({ allowedPrivateHosts: [], lookup: names({ 'social.example': ['8.8.8.8'] }) })
  const sent = get(request, new URL('http://social.example/'), { Authorization: 'Bearer token' })
  await expect(sent).rejects.toMatchObject({ kind: 'refused-address' })
})

test('a request to a port where nobody listens, or to a name that does not exist, was never sent', async () => {
  const server = await serve(() => {})
  await server[Symbol.asyncDispose]()
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${server.port}`], lookup: names({}) })

  await expect(get(request, server.url())).rejects.toMatchObject({ kind: 'never-sent' })
  await expect(get(request, new URL('https://nowhere.example/'))).rejects.toMatchObject({
    kind: 'never-sent',
  })
})

test('a server that speaks no TLS was sent nothing', async () => {
  const server = createTcpServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${port}`] })

  await expect(get(request, new URL(`https://127.0.0.1:${port}/`))).rejects.toMatchObject({
    kind: 'never-sent',
  })
  server.close()
})

test('a server that hangs up, before or in the middle of its answer, may have done what it was asked', async () => {
  await using server = await serve((request, response) => {
    if (request.url === '/before') return request.socket.destroy()
    response.writeHead(200, { 'content-length': '10' }).write('half')
    return setImmediate(() => request.socket.destroy())
  })
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${server.port}`] })

  await expect(get(request, server.url('/before'))).rejects.toMatchObject({ kind: 'no-answer' })
  await expect(get(request, server.url('/middle'))).rejects.toMatchObject({ kind: 'no-answer' })
})

test('a request that is given up while waiting may have been processed; one given up before it left was not', async () => {
  const giveUp = new AbortController()
  await using server = await serve(() => giveUp.abort())
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${server.port}`] })
  const send = (signal: AbortSignal) => request({ url: server.url(), method: 'POST', body: '{}', signal })

  await expect(send(giveUp.signal)).rejects.toMatchObject({ kind: 'no-answer' })
  await expect(send(AbortSignal.abort())).rejects.toMatchObject({ kind: 'never-sent' })
  expect(server.reached).toHaveLength(1)
})

test('an answer is read up to a limit, whatever length it announces', async () => {
  await using server = await serve((_, response) => {
    response.write('x'.repeat(600))
    response.end('x'.repeat(600))
  })
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${server.port}`] })
  const read = (maxBytes: number) => request({ url: server.url(), method: 'GET', maxBytes })

  await expect(read(1199)).rejects.toMatchObject({ kind: 'too-large' })
  expect((await read(1200)).body).toHaveLength(1200)
})

test('messages name the host and nothing that could be a secret', async () => {
  await using server = await serve((request) => request.socket.destroy())
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${server.port}`] })
  const failed = get(request, server.url('/hook?token=s3cret'), { authorization: 'Bearer s3cret' })

  await expect(failed).rejects.toThrow(`127.0.0.1:${server.port} did not answer`)
})
