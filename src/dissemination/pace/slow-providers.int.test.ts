import { expect, test } from 'vitest'

import { sql } from '../../database/database.ts'
import { smtp } from '../../newsletter/transports/smtp.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { pacedNetwork } from '../../testing/paced-network.ts'
import { withSilence } from '../../testing/with-silence.ts'
import { sendIssue } from '../send-issue.ts'

const { payload, run, frozenIssue, work, workBySmtp, refuseAll, counts, bucketOf, pass } =
  await pacedNetwork()

test('a provider that asks for patience gets it, and nobody else waits for it', async () => {
  await using server = await fakeSmtp()
  const issueId = await frozenIssue(12, ['slow.example', 'quick.example'])
  await refuseAll(server, '421 4.7.28 too many', '%slow%')
  await workBySmtp(issueId, server, { maxConnections: 1 })
  const rows = await counts()

  expect(rows).toContain('12 quick.example submitted 1× smtp')
  expect(rows).toContainEqual(expect.stringMatching(/^\d+ slow.example planned waits-for-provider 0×$/))
  // Two at most were under way.
  expect(rows).toContainEqual(expect.stringMatching(/^[12] slow.example planned rate-limited 1× smtp$/))
  expect(await bucketOf('mx:smtp:slow.example')).toMatchObject({
    reason: 'rate-limited',
    blocked: true,
    per_second: 1,
  })
})

test('after its wait a slow provider is written to again, little by little', {
  timeout: 60_000,
}, async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url, maxConnections: 1 })
  const issueId = await frozenIssue(3, ['slow.example'])
  server.failNext({ at: 'rcpt', answer: '421 4.7.28 too many' })
  await work(issueId, transport)
  const before = server.mails().length
  await pass(600)
  await work(issueId, transport)
  await transport.close()

  expect(before).toBeLessThan(3)
  expect((await counts()).map((row) => row.replace(/\d×/, 'n×'))).toContainEqual(
    expect.stringContaining('slow.example submitted n× smtp'),
  )
  expect(server.mails()).toHaveLength(3)
})

test('a full mailbox is one reader’s affair', async () => {
  await using server = await fakeSmtp()
  const issueId = await frozenIssue(3)
  server.failNext({ at: 'rcpt', answer: '452 4.2.2 full' })
  await workBySmtp(issueId, server)

  expect(await counts()).toEqual([
    '1 example.org planned mailbox-full 1× smtp',
    '2 example.org submitted 1× smtp',
  ])
})

test('greylisting is one mail’s affair', async () => {
  await using server = await fakeSmtp()
  const issueId = await frozenIssue(8)
  for (const _ of [1, 2, 3, 4]) server.failNext({ at: 'rcpt', answer: '451 4.7.1 greylisted' })
  await workBySmtp(issueId, server, { maxConnections: 1 })

  expect(await counts()).toEqual(['4 example.org planned busy 1× smtp', '4 example.org submitted 1× smtp'])
  expect(await bucketOf('mx:smtp:example.org')).not.toMatchObject({ blocked: true })
})

test('a group that puts off several in a row is left alone for a while', async () => {
  await using server = await fakeSmtp()
  const issueId = await frozenIssue(12, ['grey.example', 'quick.example'])
  await refuseAll(server, '451 4.7.1 greylisted', '%grey%')
  await workBySmtp(issueId, server, { maxConnections: 1 })
  const rows = await counts()

  expect(rows).toContain('12 quick.example submitted 1× smtp')
  // Two at most were under way beside the fifth.
  expect(rows).toContainEqual(expect.stringMatching(/^[567] grey.example planned busy 1× smtp$/))
  expect(rows).toContainEqual(expect.stringMatching(/^\d grey.example planned waits-for-provider 0×$/))
  expect(await bucketOf('mx:smtp:grey.example')).toMatchObject({ reason: 'busy', blocked: true })
})

test('a mail server that is away costs no mail an attempt, and after three failures is left alone', async () => {
  const gone = await fakeSmtp()
  await gone[Symbol.asyncDispose]()
  const transport = smtp({ url: gone.url, maxConnections: 2 })
  const issueId = await frozenIssue(40)
  const stopping = new AbortController()
  const sending = sendIssue(payload, issueId, { transport, signal: stopping.signal })
  const shut = { reason: 'unreachable', blocked: true }
  await expect.poll(() => bucketOf('transport:smtp')).toMatchObject(shut)
  stopping.abort()
  await sending
  await transport.close()

  const rows = await counts()
  expect(rows.filter((row) => !row.includes(' 0×'))).toEqual([])
  expect(rows.every((row) => row.includes(' planned '))).toBe(true)
  expect(await bucketOf('transport:smtp')).toMatchObject(shut)

  await using back = await fakeSmtp()
  const again = smtp({ url: back.url })
  await pass(60)
  await work(issueId, again)
  await again.close()
  expect(await counts()).toEqual(['40 example.org submitted 1× smtp'])
  expect(await bucketOf('transport:smtp')).toMatchObject({ failures: 0, blocked: null })
})

test('a mail server that takes mails and answers none of them is left alone after a few', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url, maxConnections: 2 })
  const issueId = await frozenIssue(60)
  await withSilence(server, 60, async () => {
    const stopping = new AbortController()
    const sending = sendIssue(payload, issueId, { transport, signal: stopping.signal })
    await expect
      .poll(() => bucketOf('transport:smtp'), { timeout: 10_000 })
      .toMatchObject({ reason: 'no-answer', blocked: true })
    stopping.abort()
    await sending
  })
  await transport.close()
  const doubtful = await run(sql`select 1 from email_deliveries where state = 'unconfirmed'`)

  // Some were begun, and had no connection yet when the worker was told to stop.
  const kinds = (await counts()).map((row) =>
    row.replace(/^\d+ /, '').replace(/planned 0× smtp$/, 'planned 0×'),
  )
  expect([...new Set(kinds)]).toEqual(['example.org planned 0×', 'example.org unconfirmed no-answer 1× smtp'])
  expect(doubtful.rows.length).toBeLessThan(20)
})

test('an answer that is lost now and then shuts nothing', async () => {
  await using server = await fakeSmtp()
  const issueId = await frozenIssue(40)
  for (const _ of [1, 2, 3]) server.failNext({ at: 'accepted', hangUp: true })
  await workBySmtp(issueId, server)

  expect(await counts()).toEqual([
    '37 example.org submitted 1× smtp',
    '3 example.org unconfirmed no-answer 1× smtp',
  ])
})
