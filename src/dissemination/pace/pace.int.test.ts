import { expect, test } from 'vitest'

import { sql } from '../../database/database.ts'
import { goingFirst } from '../../newsletter/transports/request-pace.ts'
import { resend } from '../../newsletter/transports/resend.ts'
import { smtp } from '../../newsletter/transports/smtp.ts'
import { singleMail } from '../../testing/describe-transport.ts'
import { fakeResend } from '../../testing/fake-resend.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { pacedNetwork } from '../../testing/paced-network.ts'

const { payload, run, frozenIssue, work, counts, bucketOf, pass } = await pacedNetwork()

test('what a service certainly did not take goes by the mail server at once', async () => {
  await using service = await fakeResend()
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(120)
  for (const _ of [1, 2, 3]) service.failNext({ status: 429, name: 'daily_quota_exceeded' })
  await work(issueId, resend({ apiKey: service.apiKey, baseUrl: service.url }), transport)
  await transport.close()

  expect([service.mails().length, server.mails().length]).toEqual([0, 120])
  expect(await counts()).toEqual(['120 example.org submitted 1× smtp'])
  expect(await bucketOf('transport:resend')).toMatchObject({ reason: 'quota', blocked: true })
})

test('what a service may have taken never goes another way', { timeout: 60_000 }, async () => {
  await using service = await fakeResend()
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const issueId = await frozenIssue(700)
  for (const _ of [1, 2, 3, 4]) service.failNext({ hangUp: 'after' })
  const transports = [resend({ apiKey: service.apiKey, baseUrl: service.url }), transport]
  await work(issueId, ...transports)
  await pass(60)
  await work(issueId, ...transports)
  await transport.close()
  const received = [...service.mails().flatMap(({ to }) => to), ...server.mails().map(({ to }) => to)]

  expect([received.length, new Set(received).size]).toEqual([700, 700])
  expect(server.mails().length).toBeGreaterThan(0)
  expect((await counts()).filter((row) => !row.includes('submitted'))).toEqual([])
})

test('a service that counts requests is asked for as many as it takes', async () => {
  await using service = await fakeResend({ requestsPerSecond: 5 })
  const issueId = await frozenIssue(120)
  await run(sql`update network set pace_mails_per_second = 100`)
  await work(issueId, resend({ apiKey: service.apiKey, baseUrl: service.url }))

  expect(service.mails()).toHaveLength(120)
  expect(await bucketOf('transport:resend')).toMatchObject({ failures: 0, per_second: 5 })
})

test('a mail server that counts mails by the second gets as many as it takes, from all workers together', async () => {
  await using server = await fakeSmtp()
  const issueId = await frozenIssue(40)
  const began = Date.now()
  const workers = [1, 2].map(() => smtp({ url: server.url, mailsPerSecond: 20 }))
  await Promise.all(workers.map((transport) => work(issueId, transport)))

  expect(server.mails()).toHaveLength(40)
  // Five at once, the others evenly.
  expect(Date.now() - began).toBeGreaterThan((1000 * (40 - 5)) / 20)
  expect(await bucketOf('transport:smtp')).toMatchObject({ failures: 0, per_second: 20 })
})

test('what is refused for its pace alone is sent in the same run, and nothing is slower afterwards', async () => {
  await using service = await fakeResend()
  const issueId = await frozenIssue(20)
  service.failNext({ status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '1' } })
  await work(issueId, resend({ apiKey: service.apiKey, baseUrl: service.url }))

  expect(await counts()).toEqual(['20 example.org submitted 1× resend'])
  expect(await bucketOf('transport:resend')).toMatchObject({ blocked: false, per_second: 5 })
})

test('a confirmation waits for no letter, and letters wait for it', async () => {
  await using service = await fakeResend()
  const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
  const issueId = await frozenIssue(1)
  await run(sql`
    insert into send_buckets (key, tokens, capacity, per_second, ceiling)
    values ('transport:resend', -0.5, 1.1, 5, 5)
  `)
  const outcome = await goingFirst(transport, payload).sendOne(singleMail, {
    signal: AbortSignal.timeout(5_000),
  })
  const { rows } = await run(sql`select tokens < -1 as owes from send_buckets`)
  const before = service.mails().length
  await work(issueId, transport)

  expect([outcome.kind, rows, before]).toEqual(['accepted', [{ owes: true }], 1])
  expect(service.mails()).toHaveLength(2)
})
