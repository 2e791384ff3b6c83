import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'

import { expect, test } from 'vitest'

import { NetworkError } from './network-error.ts'
import { requester } from './request.ts'

/** Something inside that nobody outside may reach, on every address of this machine. */
async function inside(answer: RequestListener = (_, response) => response.end('secret'), host = '::') {
  const reached: string[] = []
  const server = createServer((request, response) => {
    reached.push(request.url ?? '')
    answer(request, response)
  })
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    reached,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Ways {
  readonly lookup?: LookupFunction
  readonly allowedPrivateHosts?: readonly string[]
}

/** What becomes of an address that somebody typed. `no-address`: it cannot even be read as one. */
async function attempt(text: string, { lookup, allowedPrivateHosts = [] }: Ways = {}): Promise<string> {
  const url = URL.parse(text)
  if (url === null) return 'no-address'
  const request = requester({ allowedPrivateHosts, ...(lookup && { lookup }) })
  return request({ url, method: 'GET', signal: AbortSignal.timeout(2_000) }).then(
    ({ body }) => body.toString(),
    (error: unknown) => {
      if (error instanceof NetworkError) return error.kind
      throw error
    },
  )
}

const kept = ['refused-address', 'no-address']

/** Answers one list of addresses after the other to whoever looks a name up, and counts. */
function answering(...answers: readonly (readonly string[])[]) {
  const asked: string[] = []
  const lookup: LookupFunction = (hostname, options, callback) => {
    const addresses = (answers[Math.min(asked.length, answers.length - 1)] ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    asked.push(hostname)
    if (options.all) return callback(null, addresses)
    return callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
  }
  return { lookup, asked }
}

const loopback = [
  '127.0.0.1',
  '127.0.0.2',
  '127.255.255.254',
  // Decimal, octal, hexadecimal, short, and mixtures of them: inet_aton takes them all.
  '2130706433',
  '017700000001',
  '0x7f000001',
  '0X7F000001',
  '0177.0.0.1',
  '00000177.0.0.1',
  '0x7f.0.0.1',
  '0x7f.0x0.0x0.0x1',
  '0x7f.1',
  '127.1',
  '127.0.1',
  '127.0x000001',
  '0',
  '0.0.0.0',
  '0x0',
  // With the dot that a whole name ends in.
  '127.0.0.1.',
  '2130706433.',
  'localhost.',
  // IPv6, and IPv4 in IPv6.
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[::]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::FFFF:127.0.0.1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  // NAT64, its local form, 6to4, Teredo, ISATAP.
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2002:7f00:1::7f00:1]',
  '[2001:0:7f00:1::]',
  '[fe80::5efe:127.0.0.1]',
  // Zones.
  '[fe80::1%25lo]',
  '[::1%25lo]',
  '[fe80::1%lo]',
  // Names, and letters that mean others.
  'localhost',
  'LocalHost',
  'lOcAlHoSt.',
  '①②⑦.⓪.⓪.①',
  '１２７.０.０.１',
  '127。0。0。1',
  '127．0．0．1',
  '127｡0｡0｡1',
  'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
  '%31%32%37.0.0.1',
  'loc%61lhost',
  '127.0.0.1%00.example.org',
  // What looks like one host and is another.
  'example.org@127.0.0.1',
  'example.org:80@127.0.0.1',
  'example.org%2F@127.0.0.1',
  'user:password@localhost',
] as const

test.for(loopback)('this machine is not reached as %s', async (host) => {
  await using server = await inside()
  const { lookup } = answering(['127.0.0.1'])

  expect(kept).toContain(await attempt(`http://${host}:${server.port}/`, { lookup }))
  expect(server.reached).toEqual([])
})

test.for([
  'http://127.0.0.1:PORT\\@example.org/',
  'http:\\\\127.0.0.1:PORT/',
  'http:127.0.0.1:PORT',
  'http:///127.0.0.1:PORT/',
  ' http://127.0.0.1:PORT/ ',
  'http://127.0.0.1:PORT#@example.org/',
  'http://127.0.0.1:PORT?@example.org/',
  'ht\ntp://127.0.\t0.1:PORT/',
])('nor by the way %j is written', async (text) => {
  await using server = await inside()

  expect(kept).toContain(await attempt(text.replace('PORT', String(server.port))))
  expect(server.reached).toEqual([])
})

test.for([
  'http://169.254.169.254/latest/meta-data/', // AWS, Azure, Google, OpenStack
  'http://[fd00:ec2::254]/latest/meta-data/', // AWS
  'http://[fe80::a9fe:a9fe]/',
  'http://[::ffff:169.254.169.254]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://2852039166/', // 169.254.169.254
  'http://0xa9fea9fe/',
  'http://169.254.170.2/v2/credentials', // AWS containers
  'http://100.100.100.200/latest/meta-data/', // Alibaba
  'http://192.0.0.192/', // Oracle
  'http://168.63.129.16.nip.example/', // Azure, by name
  'http://metadata.google.internal/',
])('the service that tells a cloud’s machine its secrets is not asked: %s', async (text) => {
  expect(kept).toContain(await attempt(text, answering(['169.254.169.254'])))
})

test.for([
  'file:///etc/passwd',
  'ftp://example.org/',
  'gopher://127.0.0.1:70/',
  'dict://127.0.0.1:11211/',
  'ldap://127.0.0.1/',
  'ws://127.0.0.1/',
  'data:text/plain,secret',
  'blob:http://127.0.0.1/1',
  'javascript:1',
  'http+unix://%2Fvar%2Frun%2Fdocker.sock/info',
  'jar:http://127.0.0.1!/',
])('nothing but http and https is spoken: %s', async (text) => {
  expect(kept).toContain(await attempt(text))
})

test.for([
  [['127.0.0.1']],
  [['8.8.8.8', '127.0.0.1']],
  [['127.0.0.1', '8.8.8.8']],
  [['2606:4700::1111', '::1']],
  [['8.8.8.8', '::ffff:127.0.0.1']],
  [['10.0.0.1']],
  [['fd00::1']],
  [['64:ff9b::7f00:1']],
  [['0.0.0.0']],
] as const)('a name that leads to %j is refused: one private address is enough', async ([addresses]) => {
  await using server = await inside()
  const { lookup, asked } = answering(addresses)

  expect(await attempt(`http://rebind.example:${server.port}/`, { lookup })).toBe('refused-address')
  expect(asked).toEqual(['rebind.example'])
  expect(server.reached).toEqual([])
})

test('a name that answers one thing to who checks and another to who connects is asked once', async () => {
  await using server = await inside()
  // TEST-NET would be refused: this is a public address at which nothing is heard of us.
  const { lookup, asked } = answering(['192.88.98.1'], ['127.0.0.1'])
  const first = await attempt(`http://rebind.example:${server.port}/`, { lookup })

  expect(asked).toHaveLength(1)
  expect(first).toBe('never-sent')
  expect(await attempt(`http://rebind.example:${server.port}/`, { lookup })).toBe('refused-address')
  expect(server.reached).toEqual([])
})

test.for([301, 302, 303, 307, 308])('answer %i leads nowhere inside', async (status) => {
  await using server = await inside()
  await using outside = await inside((_, response) =>
    response.writeHead(status, { location: `http://127.0.0.1:${server.port}/` }).end(),
  )
  const allowedPrivateHosts = [`127.0.0.1:${outside.port}`]

  expect(await attempt(`http://127.0.0.1:${outside.port}/`, { allowedPrivateHosts })).toBe('refused-address')
  expect(outside.reached).toHaveLength(1)
  expect(server.reached).toEqual([])
})

test.for([
  '//127.0.0.1:PORT/',
  '//[::ffff:7f00:1]:PORT/',
  'http://2130706433:PORT/',
  'http://localhost:PORT/',
  'http://user:password@127.0.0.1:PORT/',
  'http://127.0.0.1.:PORT/',
  '\\\\127.0.0.1:PORT/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:PORT/',
  'http://[::1',
])('nor does a chain of redirects that ends at %s', async (end) => {
  await using server = await inside()
  const location = end.replace('PORT', String(server.port))
  await using outside = await inside(({ url }, response) =>
    response.writeHead(302, { location: url === '/second' ? location : '/second' }).end(),
  )
  const allowedPrivateHosts = [`127.0.0.1:${outside.port}`]

  expect(await attempt(`http://127.0.0.1:${outside.port}/first`, { allowedPrivateHosts })).toBe(
    'refused-address',
  )
  expect(outside.reached).toEqual(['/first', '/second'])
  expect(server.reached).toEqual([])
})

test.for([
  'http://127.0.0.1:OTHER/',
  'https://127.0.0.1:OTHER/',
  'http://localhost:PORT/',
  'http://127.0.0.2:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
])('leave for one host and port is no leave for %s', async (text) => {
  await using server = await inside()
  await using other = await inside()
  const allowedPrivateHosts = [`127.0.0.1:${server.port}`]
  const url = text.replace('PORT', String(server.port)).replace('OTHER', String(other.port))

  expect(await attempt(`http://127.0.0.1:${server.port}/`, { allowedPrivateHosts })).toBe('secret')
  expect(await attempt(url, { allowedPrivateHosts })).toBe('refused-address')
  expect([server.reached.length, other.reached.length]).toEqual([1, 0])
})
