import { expect, test } from 'vitest'

import { fakeDns } from '../../../testing/fake-dns.ts'
import { dnsLookUp } from '../dns-look-up.ts'
import { addressOfSender } from './address-of-sender.ts'
import { checkHost } from './check-host.ts'
import { expandMacros } from './spf-macros.ts'

type Row = readonly [type: 'TXT' | 'MX' | 'A' | 'AAAA', name: string, value: string]

/** The zone of RFC 7208, appendix A. */
const zone: readonly Row[] = [
  ['MX', 'example.com', 'mail-a.example.com'],
  ['MX', 'example.com', 'mail-b.example.com'],
  ['A', 'example.com', '192.0.2.10'],
  ['A', 'example.com', '192.0.2.11'],
  ['A', 'amy.example.com', '192.0.2.65'],
  ['A', 'bob.example.com', '192.0.2.66'],
  ['A', 'mail-a.example.com', '192.0.2.129'],
  ['A', 'mail-b.example.com', '192.0.2.130'],
  ['MX', 'example.org', 'mail-c.example.org'],
  ['A', 'mail-c.example.org', '192.0.2.140'],
]

async function verdictOf(records: readonly Row[], ip: string, domain = 'example.com', sender?: string) {
  await using dns = await fakeDns()
  for (const row of [...zone, ...records]) dns.add(...row)
  const question = { ip, sender: sender ?? `someone@${domain}`, helo: 'mail.example.net' }
  return await checkHost(domain, question, dnsLookUp([dns.address]))
}

test.for([
  ['v=spf1 +all', '203.0.113.1', 'pass'],
  ['v=spf1 a -all', '192.0.2.10', 'pass'],
  ['v=spf1 a -all', '192.0.2.11', 'pass'],
  ['v=spf1 a -all', '192.0.2.65', 'fail'],
  ['v=spf1 a:example.org -all', '192.0.2.10', 'fail'],
  ['v=spf1 mx -all', '192.0.2.129', 'pass'],
  ['v=spf1 mx -all', '192.0.2.10', 'fail'],
  ['v=spf1 mx:example.org -all', '192.0.2.140', 'pass'],
  ['v=spf1 mx mx:example.org -all', '192.0.2.130', 'pass'],
  ['v=spf1 mx/30 mx:example.org/30 -all', '192.0.2.131', 'pass'],
  ['v=spf1 mx/30 mx:example.org/30 -all', '192.0.2.143', 'pass'],
  ['v=spf1 mx/30 mx:example.org/30 -all', '192.0.2.132', 'fail'],
  ['v=spf1 ip4:192.0.2.128/28 -all', '192.0.2.65', 'fail'],
  ['v=spf1 ip4:192.0.2.128/28 -all', '192.0.2.129', 'pass'],
  ['v=spf1 ip4:192.0.2.128/28 ~all', '192.0.2.65', 'softfail'],
  ['v=spf1 ip4:192.0.2.128/28 ?all', '192.0.2.65', 'neutral'],
  ['v=spf1 ip4:192.0.2.128/28', '192.0.2.65', 'neutral'],
  ['v=spf1 ip6:2001:db8::/32 -all', '2001:db8::1', 'pass'],
  ['v=spf1 ip6:2001:db8::/32 -all', '192.0.2.65', 'fail'],
  ['v=spf1 a:amy.example.com/24//64 -all', '192.0.2.99', 'pass'],
  ['V=SPF1 -IP4:192.0.2.65 +ALL', '192.0.2.65', 'fail'],
  ['v=spf1 exp=explain.example.com unknown=x -all', '192.0.2.65', 'fail'],
] as const)('%s, asked about %s: %s', async ([record, ip, result]) => {
  expect(await verdictOf([['TXT', 'example.com', record]], ip)).toMatchObject({ result })
})

const network: readonly Row[] = [
  ['TXT', 'example.org', 'v=spf1 include:example.com include:example.net -all'],
  ['TXT', 'la.example.org', 'v=spf1 redirect=example.org'],
  ['TXT', 'example.com', 'v=spf1 mx -all'],
  ['TXT', 'example.net', 'v=spf1 ip4:198.51.100.0/24 -all'],
  ['TXT', 'users.example.com', 'v=spf1 exists:%{l1r+}.%{d} exists:%{ir}.%{l1r+}.%{d} -all'],
  ['A', 'mary.users.example.com', '127.0.0.2'],
  ['A', '1.113.0.203.joel.users.example.com', '127.0.0.2'],
]

test.for([
  ['example.org', '192.0.2.129', 'mary@example.org', 'pass'],
  ['example.org', '198.51.100.7', 'mary@example.org', 'pass'],
  ['example.org', '203.0.113.1', 'mary@example.org', 'fail'],
  ['la.example.org', '198.51.100.7', 'mary@example.org', 'pass'],
  ['la.example.org', '203.0.113.1', 'mary@example.org', 'fail'],
  ['users.example.com', '203.0.113.9', 'mary@users.example.com', 'pass'],
  ['users.example.com', '203.0.113.1', 'joel@users.example.com', 'pass'],
  ['users.example.com', '203.0.113.9', 'joel@users.example.com', 'fail'],
  ['nobody.example.org', '203.0.113.1', 'a@nobody.example.org', 'none'],
] as const)('%s, asked about %s for %s: %s', async ([domain, ip, sender, result]) => {
  expect(await verdictOf(network, ip, domain, sender)).toMatchObject({ result, fault: null })
})

const many = (count: number): readonly Row[] => [
  ['TXT', 'deep.test', `v=spf1 ${Array.from({ length: count }, () => 'a:amy.example.com').join(' ')} -all`],
]

test.for([
  [[['TXT', 'deep.test', 'v=spf1 a -all'] as const, ['TXT', 'deep.test', 'v=spf1 -all'] as const], 'several'],
  [[['TXT', 'deep.test', 'v=spf1 ip4:192.0.2.300 -all'] as const], 'syntax'],
  [[['TXT', 'deep.test', 'v=spf1 -all bogus:x'] as const], 'syntax'],
  [[['TXT', 'deep.test', 'v=spf1 redirect=a.test redirect=b.test'] as const], 'syntax'],
  [[['TXT', 'deep.test', 'v=spf1 exists:%{q}.test -all'] as const], 'syntax'],
  [[['TXT', 'deep.test', 'v=spf1 include:nothing.test -all'] as const], 'included-none'],
  [[['TXT', 'deep.test', 'v=spf1 redirect=nothing.test'] as const], 'included-none'],
  [[['TXT', 'deep.test', 'v=spf1 include:deep.test -all'] as const], 'lookups'],
  [many(11), 'lookups'],
  [[['TXT', 'deep.test', 'v=spf1 a:x.test a:y.test a:z.test -all'] as const], 'void-lookups'],
] as const)('the records %j count for nothing: %s', async ([records, fault]) => {
  expect(await verdictOf(records, '203.0.113.1', 'deep.test')).toMatchObject({ result: 'permerror', fault })
})

test('ten look-ups and two that get nothing are still allowed', async () => {
  expect(await verdictOf(many(10), '203.0.113.1', 'deep.test')).toMatchObject({ result: 'fail' })
  const two: readonly Row[] = [['TXT', 'deep.test', 'v=spf1 a:x.test a:y.test -all']]
  expect(await verdictOf(two, '203.0.113.1', 'deep.test')).toMatchObject({ result: 'fail' })
})

const [four, six] = ['192.0.2.3', '2001:db8::cb01']

// RFC 7208, section 7.4
test.for([
  ['%{s}', four, 'strong-bad@email.example.com'],
  ['%{o}', four, 'email.example.com'],
  ['%{d4}', four, 'email.example.com'],
  ['%{d2}', four, 'example.com'],
  ['%{d1}', four, 'com'],
  ['%{dr}', four, 'com.example.email'],
  ['%{d2r}', four, 'example.email'],
  ['%{l}', four, 'strong-bad'],
  ['%{l-}', four, 'strong.bad'],
  ['%{lr}', four, 'strong-bad'],
  ['%{lr-}', four, 'bad.strong'],
  ['%{l1r-}', four, 'strong'],
  ['%{ir}.%{v}._spf.%{d2}', four, '3.2.0.192.in-addr._spf.example.com'],
  ['%{lr-}.lp.%{ir}.%{v}._spf.%{d2}', four, 'bad.strong.lp.3.2.0.192.in-addr._spf.example.com'],
  ['%{d2}.trusted-domains.example.net', four, 'example.com.trusted-domains.example.net'],
  [
    '%{ir}.%{v}._spf.%{d2}',
    six,
    '1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com',
  ],
  ['%(x)', four, null],
] as const)('%s of a mail from %s is %s', ([spec, ip, name]) => {
  const question = { ip, sender: 'strong-bad@email.example.com', helo: 'mail.example.net' }
  expect(expandMacros(spec, 'email.example.com', question)).toBe(name)
})

test('a mail service is known by an address that it names, however deep', async () => {
  await using dns = await fakeDns()
  dns.add('TXT', 'service.test', 'v=spf1 include:_spf1.service.test ~all')
  dns.add('TXT', '_spf1.service.test', 'v=spf1 ip4:198.51.100.0/24 ~all')
  expect(await addressOfSender('service.test', dnsLookUp([dns.address]))).toBe('198.51.100.0')
})
