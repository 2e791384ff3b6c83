import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { noWording } from '../../audience/consent-wording.ts'
import { moveSubscriber } from '../../audience/move-subscriber.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { domainHolds } from '../../ledger/issue-progress/held-domains.ts'
import { sendingPace } from '../../ledger/issue-progress/sending-pace.ts'
import { waitingMails } from '../../ledger/issue-progress/waiting-mails.ts'
import { decisionsOf } from '../../ledger/mail-decisions.ts'
import type { Feedback } from '../../ledger/mail-feedback.ts'
import { resend } from '../../newsletter/transports/resend.ts'
import { smtp } from '../../newsletter/transports/smtp.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { fakeResend } from '../../testing/fake-resend.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { lastMailAt } from '../pace/last-mail-at.ts'
import { prepareIssue } from '../prepare-issue.ts'
import { requestSend } from '../request-send.ts'
import { sendIssue } from '../send-issue.ts'
import { cancelIssue, decideHold, decideIssueMails, pauseIssue, resumeIssue } from '../steer-issue.ts'
import { sweep } from '../sweep.ts'
import { recordFeedback } from './record-feedback.ts'

let payload: Payload
let newsletter: TestNewsletter
let item: { readonly relationTo: 'news'; readonly value: string }

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletter = await createTestNewsletter(payload)
  const created = await createTestItem(payload)
  await created.publish('en')
  item = { relationTo: 'news', value: created.id }
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await run(sql`
    truncate email_deliveries, email_batches, editions, subscriptions, subscribers, issues, send_buckets, sending_days,
      mail_domains, suppressions, consent_events, issue_alarms, issue_audiences, domain_holds, mail_feedback, mail_decisions
      cascade
  `)
})

const run = (statement: Parameters<ReturnType<typeof databaseOf>['execute']>[0]) =>
  databaseOf(payload).execute(statement)

/** An issue that is being sent to so many people at each domain, with nobody working on it yet. */
async function frozenIssue(readers: Readonly<Record<string, number>>): Promise<string> {
  for (const [domain, people] of Object.entries(readers)) {
    await newsletter.subscribe(people, ['en'])
    await run(sql`
      update subscribers set email = split_part(email, '@', 1) || '@' || ${domain} where email like '%@example.org'
    `)
  }
  const issueId = await newsletter.createIssue([item])
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  return issueId
}

/** A mail server that refuses whom the domains' readers are, and what a worker does with what is due now. */
async function atServer(refusals: Readonly<Record<string, string>>) {
  const server = await fakeSmtp()
  const transport = smtp({ url: server.url, maxConnections: 1 })
  const { rows } = await run(sql`select email from subscribers`)
  for (const { email } of rows) {
    const answer = refusals[String(email).split('@')[1] ?? '']
    if (answer !== undefined) server.refuse(String(email), answer)
  }
  return {
    server,
    work: (issueId: string) =>
      sendIssue(payload, issueId, { transport, signal: AbortSignal.timeout(20_000) }),
    async [Symbol.asyncDispose]() {
      await transport.close()
      await server[Symbol.asyncDispose]()
    },
  }
}

async function counts(): Promise<readonly string[]> {
  const { rows } = await run(sql`
    select domain, state, reason, count(*)::int as people from email_deliveries group by 1, 2, 3 order by 1, 2, 3
  `)
  return rows.map(({ people, domain, state, reason }) =>
    [people, domain, state, reason].filter((part) => part !== null).join(' '),
  )
}

const issueNow = async () => {
  const { rows } = await run(sql`select state, problem from issues`)
  return rows[0]
}

const actor = randomUUID()
const holdsOf = (issueId: string) => domainHolds(issueId, databaseOf(payload))
const decide = async (issueId: string, what: 'domain-again' | 'domain-given-up') => {
  const [hold] = await holdsOf(issueId)
  return decideHold(payload, { issueId, holdId: hold?.id ?? randomUUID(), what, actor })
}

const REFUSED = '550 5.7.1 blocked using a list'

test('who refuses us is left alone, and all others get the issue', async () => {
  const issueId = await frozenIssue({ 'large.example': 30, 'quick.example': 12 })
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
  expect(await issueNow()).toEqual({ state: 'sending', problem: null })
  expect((await run(sql`select 1 from suppressions`)).rows).toEqual([])
})

test.for([
  ['one that is too large for its reader', 1, '552 5.3.4 too large'],
  ['two of them', 2, '554 5.6.0 not that content'],
] as const)('%s is no matter of the domain', async ([, people, answer]) => {
  const issueId = await frozenIssue({ 'large.example': 12 })
  await using at = await atServer({})
  const { rows } = await run(sql`select email from subscribers order by id limit ${people}`)
  for (const { email } of rows) at.server.refuse(String(email), answer)
  await at.work(issueId)

  expect(await counts()).toEqual([
    `${people} large.example failed message-refused`,
    `${12 - people} large.example submitted`,
  ])
  expect(await issueNow()).toMatchObject({ state: 'sent' })
})

test('a domain of fewer readers than that holds nothing, and the issue ends', async () => {
  const issueId = await frozenIssue({ 'small.example': 2, 'quick.example': 4 })
  await using at = await atServer({ 'small.example': REFUSED })
  await at.work(issueId)
  expect(await counts()).toEqual(['4 quick.example submitted', '2 small.example failed policy'])
  expect(await issueNow()).toMatchObject({ state: 'sent' })
})

test('the cause mended, all leave: those that waited and those that were refused', async () => {
  const issueId = await frozenIssue({ 'large.example': 12, 'quick.example': 3 })
  {
    await using at = await atServer({ 'large.example': REFUSED })
    await at.work(issueId)
  }
  expect(await decide(issueId, 'domain-again')).toBe(12)
  expect(await holdsOf(issueId)).toEqual([])
  await using mended = await atServer({})
  await mended.work(issueId)

  expect(await counts()).toEqual(['12 large.example submitted', '3 quick.example submitted'])
  expect(mended.server.mails()).toHaveLength(12)
  expect(await issueNow()).toMatchObject({ state: 'sent' })
  expect(await decisionsOf(issueId, databaseOf(payload))).toMatchObject([
    { what: 'domain-again', mails: 12, actor },
  ])
})

test('not mended, they are held again after three', async () => {
  const issueId = await frozenIssue({ 'large.example': 20 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  await decide(issueId, 'domain-again')
  await at.work(issueId)
  const [refused, held] = await counts()
  expect(refused).toMatch(/^[345] large.example failed policy$/)
  expect(held).toMatch(/^1[567] large.example planned domain-held$/)
})

test('given up, nobody there gets it, each with a row that says why, and the issue ends', async () => {
  const issueId = await frozenIssue({ 'large.example': 12, 'quick.example': 3 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  const waiting = (await holdsOf(issueId))[0]?.waiting ?? 0
  expect(await decide(issueId, 'domain-given-up')).toBe(waiting)
  await at.work(issueId)

  expect(await counts()).toEqual([
    `${12 - waiting} large.example failed policy`,
    `${waiting} large.example skipped domain-given-up`,
    '3 quick.example submitted',
  ])
  expect(await issueNow()).toMatchObject({ state: 'sent' })
  expect(await decide(issueId, 'domain-again')).toBeNull()
})

test('when an issue is over nothing is kept of whom it left alone', async () => {
  const issueId = await frozenIssue({ 'large.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  await sweep(payload)
  const kept = async () => (await run(sql`select 1 from domain_holds`)).rows.length
  const underWay = await kept()
  await decide(issueId, 'domain-given-up')
  await at.work(issueId)
  await sweep(payload)
  expect([underWay, await kept()]).toEqual([1, 0])
})

test('a worker that begins knows how often a domain refused before it', async () => {
  const issueId = await frozenIssue({ 'large.example': 9 })
  await run(sql`
    update email_deliveries set state = 'failed', reason = 'policy' where id in (select id from email_deliveries limit 2)
  `)
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  const [refused] = await counts()
  expect(refused).toMatch(/^[345] large.example failed policy$/)
})

test('two workers hold it once, and neither goes on with what it had taken', async () => {
  const issueId = await frozenIssue({ 'large.example': 60, 'quick.example': 20 })
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
  const issueId = await frozenIssue({
    'a.example': 12,
    'b.example': 12,
    'c.example': 12,
    'quick.example': 30,
  })
  const denied = '550 5.7.515 Access denied'
  await using at = await atServer({ 'a.example': denied, 'b.example': denied, 'c.example': denied })
  await at.work(issueId)
  expect(await issueNow()).toEqual({ state: 'paused', problem: 'refusals' })

  // Whoever resumes knows of these three.
  await resumeIssue(payload, issueId)
  await at.work(issueId)
  expect(await counts()).toContain('30 quick.example submitted')
  expect(await issueNow()).toMatchObject({ state: 'sending' })
  expect(await holdsOf(issueId)).toHaveLength(3)
})

test('where they are fewer than half of the readers, the others go on', async () => {
  const issueId = await frozenIssue({ 'a.example': 6, 'b.example': 6, 'c.example': 6, 'quick.example': 30 })
  await using at = await atServer({ 'a.example': REFUSED, 'b.example': REFUSED, 'c.example': REFUSED })
  await at.work(issueId)
  expect(await counts()).toContain('30 quick.example submitted')
  expect(await issueNow()).toEqual({ state: 'sending', problem: null })
})

test('when the last mail leaves is not foretold of those who wait for a person', async () => {
  const issueId = await frozenIssue({ 'large.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  const database = databaseOf(payload)
  const [waiting, pace] = [await waitingMails(issueId, database), await sendingPace(issueId, database)]
  expect(waiting).toMatchObject([{ reason: 'domain-held', until: null }])
  const full = { ...pace, steps: pace.steps.map(() => 100) }
  expect(await lastMailAt(issueId, { pace: full, waiting }, database)).toBeNull()
})

test('pausing changes nothing about it, and who is sent again there waits as well', async () => {
  const issueId = await frozenIssue({ 'large.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  await pauseIssue(payload, issueId)
  await resumeIssue(payload, issueId)
  await decideIssueMails(payload, { issueId, what: 'again', state: 'failed', reason: null, actor })
  await at.work(issueId)
  expect(await counts()).toEqual(['12 large.example planned domain-held'])
})

test('a cancelled issue leaves nobody waiting', async () => {
  const issueId = await frozenIssue({ 'large.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  await cancelIssue(payload, issueId)
  expect((await counts()).map((row) => row.replace(/^\d+ /, ''))).toEqual([
    'large.example failed policy',
    'large.example skipped cancelled',
  ])
  expect(await decide(issueId, 'domain-again')).toBeNull()
})

test('who moves to another address gets it there', async () => {
  const issueId = await frozenIssue({ 'large.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  const { rows } = await run(sql`
    select person.id, person.address_key as key from subscribers person
    join email_deliveries d on d.subscriber_id = person.id where d.state = 'planned' limit 1
  `)
  const to = { address: 'moved@quick.example', canonical: 'moved@quick.example' }
  const move = { subscriberId: String(rows[0]?.id), from: String(rows[0]?.key), to, tokenId: randomUUID() }
  const moved = await inTransaction(payload, (transaction) =>
    moveSubscriber(move, { wording: noWording('en'), now: new Date() }, transaction),
  )
  expect([moved, (await counts()).includes('1 quick.example planned')]).toEqual(['moved', true])
  await at.work(issueId)
  expect(await counts()).toContain('1 quick.example submitted')
})

/** What the mail service tells of so many mails that it took, one after the other. */
async function comesBack(domain: string, people: number, told: Partial<Feedback>): Promise<void> {
  const { rows } = await run(sql`
    select id from email_deliveries where domain = ${domain} and state = 'submitted' and bounced_at is null limit ${people}
  `)
  for (const { id } of rows) {
    const feedback = { source: 'resend', providerId: null, kind: 'bounced', bounceClass: 'policy' } as const
    const codes = { status: '5.7.1', replyCode: '550' }
    const about = { key: randomUUID(), deliveryId: String(id), at: new Date() }
    await recordFeedback(payload, { ...feedback, ...codes, ...about, ...told }, new Date())
  }
}

/** An issue of which some have left by the mail service, with the others still to go. */
async function halfSent(readers: Readonly<Record<string, number>>, left: number): Promise<string> {
  const issueId = await frozenIssue(readers)
  await run(sql`
    update email_deliveries d set state = 'submitted', submitted_at = now(), address_key = person.address_key
    from (select id, row_number() over (partition by domain order by id) as place from email_deliveries) placed,
      subscribers person
    where placed.id = d.id and placed.place <= ${left} and person.id = d.subscriber_id
  `)
  return issueId
}

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
  expect(await issueNow()).toMatchObject({ state: 'sending' })
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
  const issueId = await frozenIssue({ 'large.example': 6, 'quick.example': 3 })
  await using service = await fakeResend()
  const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
  service.failNext({ status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '60' } })
  await sendIssue(payload, issueId, { transport, signal: AbortSignal.timeout(3_000) })
  await run(sql`
    insert into domain_holds (id, issue_id, mx_group) values (${randomUUID()}::uuid, ${issueId}::uuid, 'large.example')
  `)
  await run(sql`update email_batches set due_at = now()`)
  await run(sql`truncate send_buckets`)
  await sendIssue(payload, issueId, { transport, signal: AbortSignal.timeout(20_000) })
  expect(await counts()).toEqual(['6 large.example planned domain-held', '3 quick.example submitted'])
  expect(service.mails()).toHaveLength(3)
})

test('who waits for their language waits at a held domain as well, once it is ready', async () => {
  const issueId = await frozenIssue({ 'large.example': 12 })
  await run(sql`
    update email_deliveries set edition_id = null, reason = 'language-held', due_at = now() + interval '1 day'
    where id in (select id from email_deliveries limit 4)
  `)
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  expect(await counts()).toContain('4 large.example planned language-held')
  await run(sql`
    update email_deliveries set edition_id = (select id from editions limit 1), reason = null, due_at = now()
    where reason = 'language-held'
  `)
  await at.work(issueId)
  const [refused, held] = await counts()
  expect(held).toBe(`${12 - Number.parseInt(refused ?? '', 10)} large.example planned domain-held`)
})
