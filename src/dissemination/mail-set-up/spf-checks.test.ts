import { expect, test } from 'vitest'

import { fakeDns } from '../../testing/fake-dns.ts'
import { dnsLookUp } from './dns-look-up.ts'
import { wholeName } from './resend-checks.ts'
import { checkSpfOfServer, checkSpfOfService } from './spf-checks.ts'

type Row = readonly [type: 'TXT' | 'A' | 'AAAA' | 'MX', name: string, value: string]

const domain = 'b.news.emen.org'
const host = 'smtp.emen.org'
const server = { host, publicHost: 'www.emen.org' }
const four: Row = ['A', host, '198.51.100.7']
const six: Row = ['AAAA', host, '2001:db8:1::7']
const outside: Row = ['A', host, '8.8.4.4']
const own = (text: string): Row => ['TXT', domain, text]

async function asked<Result>(
  rows: readonly Row[],
  question: (dns: ReturnType<typeof dnsLookUp>) => Promise<Result>,
): Promise<Result> {
  await using server = await fakeDns()
  for (const row of rows) server.add(...row)
  return await question(dnsLookUp([server.address]))
}

test.for([
  [[outside], 'to-do', 'spf-none'],
  [[outside, own('hello=world')], 'to-do', 'spf-none'],
  [[outside, own('v=spf1 a:smtp.emen.org ~all')], 'fine', 'spf-passes'],
  [[outside, own('v=spf1 ip4:8.8.0.0/16 -all')], 'fine', 'spf-passes'],
  [[outside, own('v=spf1 mx -all'), own('v=spf1 a -all')], 'to-do', 'spf-several'],
  [[outside, own('v=spf1 +all')], 'to-do', 'spf-open'],
  [[outside, own('v=spf1 ip4:8.8.4.4 all')], 'to-do', 'spf-open'],
  [[outside, own('v=spf1 redirect=lax.test'), ['TXT', 'lax.test', 'v=spf1 +all']], 'to-do', 'spf-open'],
  [[outside, own('v=spf1 -all')], 'to-do', 'spf-unnamed'],
  [[outside, own('v=spf1 ip4:8.8.4.5 ~all')], 'to-do', 'spf-unnamed'],
  [[outside, own('v=spf1 include:gone.test -all')], 'to-do', 'spf-broken'],
  [[outside, own('v=spf1 ipv4:8.8.4.4 -all')], 'to-do', 'spf-broken'],
  // Whoever passes mails on does so from addresses of its own.
  [
    [outside, own('v=spf1 include:relay.test -all'), ['TXT', 'relay.test', 'v=spf1 ip4:9.9.9.9 -all']],
    'open',
    'spf-elsewhere',
  ],
  // A server on this machine or network says nothing of the address that the world sees.
  [[own('v=spf1 a -all'), ['A', host, '10.0.0.7']], 'open', 'spf-elsewhere'],
] as const satisfies readonly (readonly [readonly Row[], string, string])[])(
  'with %j the server is %s: %s',
  async ([rows, mark, finding]) => {
    expect(await asked(rows, (dns) => checkSpfOfServer(domain, server, dns))).toMatchObject({ mark, finding })
  },
)

test('every address of the server must be let send, and the one that is not is named', async () => {
  const rows: readonly Row[] = [outside, ['AAAA', host, '2606:4700::1111'], own('v=spf1 ip4:8.8.4.4 -all')]
  expect(await asked(rows, (dns) => checkSpfOfServer(domain, server, dns))).toMatchObject({
    finding: 'spf-unnamed',
    found: [`${domain}: v=spf1 ip4:8.8.4.4 -all`, '2606:4700::1111: fail'],
  })
})

test('the record to add names our mail server', async () => {
  expect(await asked([four, six], (dns) => checkSpfOfServer(domain, server, dns))).toMatchObject({
    records: [{ type: 'TXT', name: domain, value: 'v=spf1 a:smtp.emen.org ~all' }],
  })
})

test.for([
  ['8.8.4.4', 'www.emen.org', ['v=spf1 ip4:8.8.4.4 ~all']],
  ['2606:4700::1111', 'www.emen.org', ['v=spf1 ip6:2606:4700::1111 ~all']],
  // The world sees it as it sees us.
  ['localhost', 'www.emen.org', ['v=spf1 a:www.emen.org ~all']],
  ['127.0.0.1', 'www.emen.org', ['v=spf1 a:www.emen.org ~all']],
  ['10.0.0.7', 'www.emen.org', ['v=spf1 a:www.emen.org ~all']],
  // Nobody can say how that is.
  ['localhost', 'localhost', []],
  ['::1', '8.8.4.4', []],
] as const)(
  'of a server at %s the record, where the world reaches us at %s, is %j',
  async ([at, publicHost, values]) => {
    const { finding, records } = await asked([], (dns) =>
      checkSpfOfServer(domain, { host: at, publicHost }, dns),
    )
    expect([finding, records.map(({ value }) => value)]).toEqual(['spf-none', values])
  },
)

const path = { domain: 'send.emen.org', include: 'service.test', value: 'v=spf1 include:service.test ~all' }
const service: Row = ['TXT', 'service.test', 'v=spf1 ip4:199.255.192.0/22 -all']

test.for([
  [[service], 'to-do', 'spf-none'],
  [[service, ['TXT', 'send.emen.org', path.value]], 'fine', 'spf-passes'],
  [[service, ['TXT', 'send.emen.org', 'v=spf1 ip4:199.255.192.0/22 -all']], 'fine', 'spf-passes'],
  [
    [
      service,
      ['TXT', 'send.emen.org', 'v=spf1 include:other.test -all'],
      ['TXT', 'other.test', 'v=spf1 -all'],
    ],
    'to-do',
    'spf-unnamed',
  ],
] as const satisfies readonly (readonly [readonly Row[], string, string])[])(
  'with %j the mail service is %s: %s',
  async ([rows, mark, finding]) => {
    expect(await asked(rows, (dns) => checkSpfOfService(path, dns))).toMatchObject({ mark, finding })
  },
)

test.for([
  ['send', 'emen.org', 'send.emen.org'],
  ['send.news', 'news.emen.org', 'send.news.emen.org'],
  ['send.news.emen.org', 'news.emen.org', 'send.news.emen.org'],
  ['resend._domainkey.news', 'news.emen.org', 'resend._domainkey.news.emen.org'],
] as const)('%s of the service’s domain %s is %s', ([name, of, whole]) => {
  expect(wholeName(name, of)).toBe(whole)
})
