import { generateKeyPairSync } from 'node:crypto'

import { dkimVerify } from 'mailauth/lib/dkim/verify'
import { expect, test } from 'vitest'

import { frozenBatch, frozenMail, singleMail } from '../../testing/describe-transport.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { smtp } from '../transports/smtp.ts'
import type { SigningKeyFor } from './signing-key.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`
const signingKeyFor: SigningKeyFor = async (domain) =>
  domain === 'emen.example' ? { domain, selector: 'em202611', privateKey } : null

/** What an independent verifier says, and which headers it found covered. */
async function verified(raw: Buffer) {
  const { results } = await dkimVerify(raw, {
    resolver: async (name) => {
      if (name !== 'em202611._domainkey.emen.example')
        throw Object.assign(new Error(name), { code: 'ENOTFOUND' })
      return [[record]]
    },
  })
  return results.map(({ status, signingHeaders }) => ({
    result: status.result,
    covered: `${signingHeaders?.keys}`.toLowerCase().split(/\s*:\s*/),
  }))
}

async function arrivedOf(count: number): Promise<readonly Buffer[]> {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url, signingKeyFor })
  const letters = Array.from({ length: count }, (_, index) => frozenMail(1, `reader${index}@example.org`))
  const { signal } = new AbortController()
  await transport.send(frozenBatch(letters), { signal })
  const attachments = [{ filename: 'e.ics', contentType: 'text/calendar; charset=utf-8', content: 'BEGIN' }]
  await transport.sendOne({ ...singleMail, attachments }, { signal })
  await transport.sendOne({ ...singleMail, html: null, text: 'Ναι.\n.\n\n\n' }, { signal })
  await transport.sendOne(
    { ...singleMail, from: { name: 'Other', address: 'news@other.example' } },
    { signal },
  )
  await transport.close()
  return server.mails().map(({ raw }) => raw)
}

test('twenty letters and mails of every kind carry a signature that others find valid; another domain gets none', async () => {
  const results = await Promise.all((await arrivedOf(20)).map(verified))
  expect(results.map((signatures) => signatures.map(({ result }) => result))).toEqual([
    ...Array.from({ length: 22 }, () => ['pass']),
    ['none'],
  ])
})

test('it covers what leaving with one click needs, and all that a reader sees', async () => {
  const [letter = Buffer.alloc(0)] = await arrivedOf(1)
  const [signature] = await verified(letter)
  expect(signature?.covered).toEqual(
    expect.arrayContaining([
      'to',
      'date',
      'message-id',
      'reply-to',
      'content-type',
      'mime-version',
      'list-id',
    ]),
  )
  expect(signature?.covered).toEqual(
    expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'feedback-id', 'content-language']),
  )
})

test.for([
  ['a word of the body', (raw: string) => raw.replace('preferences', 'preferencez')],
  [
    'the address to leave by',
    (raw: string) => raw.replace('List-Unsubscribe: <https', 'List-Unsubscribe: <http'),
  ],
  ['the language', (raw: string) => raw.replace('Content-Language: el', 'Content-Language: en')],
  ['a second subject', (raw: string) => `Subject: win\r\n${raw}`],
  ['a second sender', (raw: string) => `From: x@emen.example\r\n${raw}`],
] as const)('a letter that was changed on the way is found out: %s', async ([, change]) => {
  const [letter = Buffer.alloc(0)] = await arrivedOf(1)
  const [signature] = await verified(Buffer.from(change(letter.toString('latin1')), 'latin1'))
  expect(signature?.result).not.toBe('pass')
})

test('no line of the signature is longer than mail servers take', async () => {
  const [letter = Buffer.alloc(0)] = await arrivedOf(1)
  const lines =
    /DKIM-Signature:[\s\S]*?\r\n(?![\t ])/.exec(letter.toString())?.[0].trimEnd().split('\r\n') ?? []
  expect(lines.length).toBeGreaterThan(8)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
})
