import { expect, test } from 'vitest'

import type { DkimKey } from '../../newsletter/dkim/dkim-keys.ts'
import { fakeDns } from '../../testing/fake-dns.ts'
import { checkDkim, checkDmarc, checkMx, checkReturns } from './dns-checks.ts'
import { dnsLookUp } from './dns-look-up.ts'

const sender = 'news.emen.org'
const bounces = 'b.news.emen.org'
const since = new Date('2026-11-01T00:00:00Z')

const key = (selector: string, state: DkimKey['state']): DkimKey => ({
  id: selector,
  domain: 'news.emen.org',
  selector,
  // As long as a real one: its record is in two strings.
  publicKey: 'MIIB'.repeat(98),
  state,
  createdAt: since,
  activeSince: state === 'active' ? since : null,
  retiredAt: null,
})

/** Asks about a zone that holds these records. */
async function asked<Result>(
  records: readonly (readonly ['TXT' | 'MX' | 'A', string, string])[],
  question: (dns: ReturnType<typeof dnsLookUp>) => Promise<Result>,
): Promise<Result> {
  await using server = await fakeDns()
  for (const record of records) server.add(...record)
  return await question(dnsLookUp([server.address]))
}

test.for([
  [[], [], 'open', 'dkim-off'],
  [[key('one', 'retired')], [], 'open', 'dkim-off'],
  [[key('one', 'waiting')], [], 'to-do', 'dkim-waiting'],
  [[key('one', 'waiting')], ['one'], 'to-do', 'dkim-ready'],
  [[key('one', 'active')], ['one'], 'fine', 'dkim-signed'],
  [[key('one', 'active')], [], 'to-do', 'dkim-missing'],
  [[key('two', 'waiting'), key('one', 'active')], ['one'], 'to-do', 'dkim-waiting'],
  [[key('two', 'waiting'), key('one', 'active')], ['two'], 'to-do', 'dkim-missing'],
] as const)('keys %j with the records %j are %s: %s', async ([keys, selectors, mark, finding]) => {
  const records = selectors.map(
    (selector) =>
      [
        'TXT',
        `${selector}._domainkey.news.emen.org`,
        `v=DKIM1; k=rsa; p=${key(selector, 'active').publicKey}`,
      ] as const,
  )
  expect(await asked(records, (dns) => checkDkim(keys, dns))).toMatchObject({ mark, finding })
})

test('while the record of the key that signs is gone, the next key still says which record it needs', async () => {
  const keys = [key('two', 'waiting'), key('one', 'active')]
  const missing = await asked([], (dns) => checkDkim(keys, dns))
  expect(missing.records.map(({ name }) => name)).toEqual([
    'one._domainkey.news.emen.org',
    'two._domainkey.news.emen.org',
  ])
})

test('the record of another key is not the record of this one', async () => {
  const record = ['TXT', 'one._domainkey.news.emen.org', 'v=DKIM1; k=rsa; p=AAAA'] as const
  expect(await asked([record], (dns) => checkDkim([key('one', 'waiting')], dns))).toMatchObject({
    finding: 'dkim-waiting',
  })
})

test.for([
  [[], true, 'dmarc-none'],
  [[['_dmarc.news.emen.org', 'v=DMARC1; p=none']], true, 'dmarc-watching'],
  [[['_dmarc.news.emen.org', 'v=DMARC1; p=reject']], true, 'dmarc-enforced'],
  [[['_dmarc.emen.org', 'v=DMARC1; p=reject']], true, 'dmarc-enforced'],
  [[['_dmarc.emen.org', 'v=DMARC1; p=reject; sp=none']], true, 'dmarc-watching'],
  // A name of one word is nobody's.
  [[['_dmarc.org', 'v=DMARC1; p=reject']], true, 'dmarc-none'],
  [
    [
      ['_dmarc.emen.org', 'v=DMARC1; p=none'],
      ['_dmarc.emen.org', 'v=DMARC1; p=reject'],
    ],
    true,
    'dmarc-several',
  ],
  [[['_dmarc.emen.org', 'v=DMARC1; p=none']], false, 'dmarc-watching'],
  [[['_dmarc.emen.org', 'v=DMARC1; p=none; aspf=s']], false, 'dmarc-unaligned'],
] as const)('the policies %j, of a sender that signs: %s, are %s', async ([texts, isSigned, finding]) => {
  const records = texts.map(([name, text]) => ['TXT', name, text] as const)
  expect(
    await asked(records, (dns) => checkDmarc(sender, [{ isSigned, returns: bounces }], dns)),
  ).toMatchObject({ finding })
})

test.for([
  ['a bounce domain elsewhere', [{ isSigned: false, returns: 'mails.other.org' }]],
  [
    'one way out of two that proves nothing',
    [
      { isSigned: true, returns: sender },
      { isSigned: false, returns: 'mails.other.org' },
    ],
  ],
] as const)('%s proves nothing of the sender', async ([, ways]) => {
  const policy = ['TXT', '_dmarc.emen.org', 'v=DMARC1; p=none'] as const
  expect(await asked([policy], (dns) => checkDmarc(sender, ways, dns))).toMatchObject({
    finding: 'dmarc-unaligned',
    values: { bounces: 'mails.other.org' },
  })
})

test('a sender that can be answered has a mail exchanger or an address', async () => {
  const look = (dns: ReturnType<typeof dnsLookUp>) => checkMx(sender, dns)
  expect(await asked([], look)).toMatchObject({ finding: 'mx-none' })
  expect(await asked([['A', 'news.emen.org', '192.0.2.1']], look)).toMatchObject({ finding: 'mx-found' })
  expect(await asked([['MX', 'news.emen.org', 'mx.emen.org']], look)).toMatchObject({
    found: ['mx.emen.org'],
  })
})

test('mails come back to a bounce domain that somebody takes mail for', async () => {
  const look = (dns: ReturnType<typeof dnsLookUp>) => checkReturns(bounces, 'www.emen.org', dns)
  expect(await asked([], look)).toMatchObject({
    finding: 'returns-none',
    records: [{ type: 'MX', name: 'b.news.emen.org', value: '10 www.emen.org' }],
  })
  expect(await asked([['MX', 'b.news.emen.org', 'www.emen.org']], look)).toMatchObject({
    finding: 'returns-taken',
  })
})

test.for(['localhost', '127.0.0.1'])('nobody is told to have mails brought to %s', async (publicHost) => {
  expect(await asked([], (dns) => checkReturns(bounces, publicHost, dns))).toMatchObject({
    finding: 'returns-none',
    records: [],
  })
})
