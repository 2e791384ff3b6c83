import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { sql } from '../../database/database.ts'
import { resend } from '../../newsletter/transports/resend.ts'
import { emptying } from '../../testing/emptying.ts'
import { fakeResend } from '../../testing/fake-resend.ts'
import { REFUSED, refusedNetwork } from '../../testing/refused-network.ts'
import { sendIssue } from '../send-issue.ts'
import { resumeIssue } from '../steer-issue.ts'
import { sweep } from '../sweep.ts'

const { payload, run, issueTo, atServer, counts, issueNow, holdsOf, comesBack, halfSent } =
  await refusedNetwork()

test('who refuses us is left alone, and all others get the issue', async () => {
  const issueId = await issueTo({ 'large.example': 30, 'quick.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  const [refused, held] = (await counts()).filter((row) => row.includes('large'))

  expect(await counts()).toContain('12 quick.example submitted')
  // Two at most were under way beside the third.
  expect(refused).toMatch(/^[345] large.example failed policy$/)
  expect(held).toMatch(/^2[567] large.example planned domain-held$/)
  expect(await holdsOf(issueId)).toMatchObject([
    {
      group: 'large.example',
      code: '550 5.7.1',
      waiting: 30 - Number.parseInt(refused ?? '', 10),
      refused: Number.parseInt(refused ?? '', 10),
    },
  ])
  // What waits for a person is no end: nothing is said to have been sent, and no address is at fault.
  await sweep(payload)
  expect(await issueNow(issueId)).toEqual({ state: 'sending', problem: null })
  expect((await run(sql`select 1 from suppressions`)).rows).toEqual([])
})

test.for([
  ['one that is too large for its reader', 1, '552 5.3.4 too large'],
  ['two of them', 2, '554 5.6.0 not that content'],
] as const)('%s is no matter of the domain', async ([, people, answer]) => {
  const issueId = await issueTo({ 'large.example': 12 })
  await using at = await atServer({})
  const { rows } = await run(sql`select email from subscribers order by id limit ${people}`)
  for (const { email } of rows) at.server.refuse(String(email), answer)
  await at.work(issueId)

  expect(await counts()).toEqual([
    `${people} large.example failed message-refused`,
    `${12 - people} large.example submitted`,
  ])
  expect(await issueNow(issueId)).toMatchObject({ state: 'sent' })
})

test('a domain of fewer readers than that holds nothing, and the issue ends', async () => {
  const issueId = await issueTo({ 'small.example': 2, 'quick.example': 4 })
  await using at = await atServer({ 'small.example': REFUSED })
  await at.work(issueId)
  expect(await counts()).toEqual(['4 quick.example submitted', '2 small.example failed policy'])
  expect(await issueNow(issueId)).toMatchObject({ state: 'sent' })
})

test('a worker that begins knows how often a domain refused before it', async () => {
  const issueId = await issueTo({ 'large.example': 9 })
  await run(sql`
    update email_deliveries set state = 'failed', reason = 'policy' where id in (select id from email_deliveries limit 2)
  `)
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  const [refused] = await counts()
  expect(refused).toMatch(/^[345] large.example failed policy$/)
})

test('two workers hold it once, and neither goes on with what it had taken', async () => {
  const issueId = await issueTo({ 'large.example': 60, 'quick.example': 20 })
  await using one = await atServer({ 'large.example': REFUSED })
  await using other = await atServer({ 'large.example': REFUSED })
  await Promise.all([one.work(issueId), other.work(issueId)])
  const [refused, held, taken] = await counts()
  expect(refused).toMatch(/^([3-9]|10) large.example failed policy$/)
  expect(held).toMatch(/^5\d large.example planned domain-held$/)
  expect(taken).toBe('20 quick.example submitted')
  expect(await holdsOf(issueId)).toHaveLength(1)
})

test('where those who refuse us are most of the issue, it is paused: it is not them', async () => {
  const issueId = await issueTo({
    'a.example': 12,
    'b.example': 12,
    'c.example': 12,
    'quick.example': 30,
  })
  const denied = '550 5.7.515 Access denied'
  await using at = await atServer({ 'a.example': denied, 'b.example': denied, 'c.example': denied })
  await at.work(issueId)
  expect(await issueNow(issueId)).toEqual({ state: 'paused', problem: 'refusals' })

  // Whoever resumes knows of these three.
  await resumeIssue(payload, issueId)
  await at.work(issueId)
  expect(await counts()).toContain('30 quick.example submitted')
  expect(await issueNow(issueId)).toMatchObject({ state: 'sending' })
  expect(await holdsOf(issueId)).toHaveLength(3)
})

test('a database that is away for a moment keeps no issue from being paused for it', async () => {
  const issueId = await issueTo({
    'a.example': 12,
    'b.example': 12,
    'c.example': 12,
    'quick.example': 30,
  })
  await run(sql`create sequence times`)
  await run(sql`
    create function in_the_way() returns trigger language plpgsql as $$
    begin
      if nextval('times') = 1 then raise exception 'the database is away'; end if;
      return new;
    end $$
  `)
  await run(sql`
    create trigger in_the_way before insert on issue_alarms for each row execute function in_the_way()
  `)
  await using at = await atServer({ 'a.example': REFUSED, 'b.example': REFUSED, 'c.example': REFUSED })
  await at.work(issueId)
  await run(sql`drop function in_the_way cascade`)
  await run(sql`drop sequence times`)
  expect(await issueNow(issueId)).toEqual({ state: 'paused', problem: 'refusals' })
})

test('where they are fewer than half of the readers, the others go on', async () => {
  const issueId = await issueTo({ 'a.example': 6, 'b.example': 6, 'c.example': 6, 'quick.example': 30 })
  await using at = await atServer({ 'a.example': REFUSED, 'b.example': REFUSED, 'c.example': REFUSED })
  await at.work(issueId)
  expect(await counts()).toContain('30 quick.example submitted')
  expect(await issueNow(issueId)).toEqual({ state: 'sending', problem: null })
})

test('mails that come back by policy hold what has not left, and no other domain', async () => {
  const issueId = await halfSent({ 'large.example': 20, 'quick.example': 20 }, 10)
  await comesBack('large.example', 2, {})
  expect(await holdsOf(issueId)).toEqual([])
  await comesBack('large.example', 1, {})
  expect(await holdsOf(issueId)).toMatchObject([
    { group: 'large.example', code: '5.7.1', waiting: 10, refused: 3 },
  ])

  await using service = await fakeResend()
  const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
  await sendIssue(payload, issueId, { transport, signal: AbortSignal.timeout(20_000) })
  expect(await counts()).toEqual([
    '10 large.example planned domain-held',
    '10 large.example submitted',
    '20 quick.example submitted',
  ])
  expect(await issueNow(issueId)).toMatchObject({ state: 'sending' })
})

test('a few of many that come back are their readers’ affair', async () => {
  const issueId = await halfSent({ 'large.example': 60 }, 30)
  await comesBack('large.example', 6, {})
  expect(await holdsOf(issueId)).toEqual([])
  await comesBack('large.example', 1, {})
  expect(await holdsOf(issueId)).toHaveLength(1)
})

test('what comes back when all have left holds nothing', async () => {
  const issueId = await halfSent({ 'large.example': 10 }, 10)
  await comesBack('large.example', 10, {})
  expect(await holdsOf(issueId)).toEqual([])
})

test.for([
  ['the mail service itself would not hand on', { isOfService: true, status: null, replyCode: null }],
  ['no mailbox takes for now', { bounceClass: 'soft', status: '4.2.2', replyCode: '452' }],
] as const)('what %s says nothing of the domain', async ([, told]) => {
  const issueId = await halfSent({ 'large.example': 20 }, 10)
  await comesBack('large.example', 5, told)
  expect(await holdsOf(issueId)).toEqual([])
})

test('a frozen batch that has not left is looked at anew, and goes without whom we leave alone', async () => {
  const issueId = await issueTo({ 'large.example': 6, 'quick.example': 3 })
  await using service = await fakeResend()
  const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
  service.failNext({ status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '60' } })
  await sendIssue(payload, issueId, { transport, signal: AbortSignal.timeout(3_000) })
  await run(sql`
    insert into domain_holds (id, issue_id, mx_group) values (${randomUUID()}::uuid, ${issueId}::uuid, 'large.example')
  `)
  await run(sql`update email_batches set due_at = now()`)
  await run(emptying('send_buckets'))
  await sendIssue(payload, issueId, { transport, signal: AbortSignal.timeout(20_000) })
  expect(await counts()).toEqual(['6 large.example planned domain-held', '3 quick.example submitted'])
  expect(service.mails()).toHaveLength(3)
})
