import { expect, test } from 'vitest'

import type { DkimKey } from '../../newsletter/dkim/dkim-keys.ts'
import { fakeDns } from '../../testing/fake-dns.ts'
import { checkDkim, checkDmarc, checkMx, checkReturns, checkSpf, type SenderDomains } from './dns-checks.ts'
import { dnsLookUp } from './dns-look-up.ts'

const domains: SenderDomains = {
  sender: 'news.emen.org',
  bounces: 'b.news.emen.org',
  smtpHost: 'smtp.emen.org',
}
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
  [[], 'to-do', 'spf-none'],
  [['hello=world'], 'to-do', 'spf-none'],
  [['v=spf1 a:smtp.emen.org ~all'], 'fine', 'spf-found'],
  [['v=spf1 mx -all', 'v=spf1 a -all'], 'to-do', 'spf-several'],
  [['v=spf1 +all'], 'to-do', 'spf-open'],
  [['v=spf1 mx all'], 'to-do', 'spf-open'],
] as const)('the records %j of the bounce domain are %s: %s', async ([texts, mark, finding]) => {
  const records = texts.map((text) => ['TXT', 'b.news.emen.org', text] as const)
  expect(await asked(records, (dns) => checkSpf(domains, dns))).toMatchObject({ mark, finding })
})

test('the record to add names our mail server', async () => {
  expect(await asked([], (dns) => checkSpf(domains, dns))).toMatchObject({
    records: [{ type: 'TXT', name: 'b.news.emen.org', value: 'v=spf1 a:smtp.emen.org ~all' }],
  })
})

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
  expect(await asked(records, (dns) => checkDmarc(domains, isSigned, dns))).toMatchObject({ finding })
})

test('a bounce domain elsewhere proves nothing of the sender', async () => {
  const policy = ['TXT', '_dmarc.emen.org', 'v=DMARC1; p=none'] as const
  const elsewhere = { ...domains, bounces: 'mails.other.org' }
  expect(await asked([policy], (dns) => checkDmarc(elsewhere, false, dns))).toMatchObject({
    finding: 'dmarc-unaligned',
  })
})

test('a sender that can be answered has a mail exchanger or an address', async () => {
  const look = (dns: ReturnType<typeof dnsLookUp>) => checkMx(domains, dns)
  expect(await asked([], look)).toMatchObject({ finding: 'mx-none' })
  expect(await asked([['A', 'news.emen.org', '192.0.2.1']], look)).toMatchObject({ finding: 'mx-found' })
  expect(await asked([['MX', 'news.emen.org', 'mx.emen.org']], look)).toMatchObject({
    found: ['mx.emen.org'],
  })
})

test('mails come back to a bounce domain that somebody takes mail for', async () => {
  const look = (dns: ReturnType<typeof dnsLookUp>) => checkReturns(domains, 'www.emen.org', dns)
  expect(await asked([], look)).toMatchObject({
    finding: 'returns-none',
    records: [{ type: 'MX', name: 'b.news.emen.org', value: '10 www.emen.org' }],
  })
  expect(await asked([['MX', 'b.news.emen.org', 'www.emen.org']], look)).toMatchObject({
    finding: 'returns-taken',
  })
})
