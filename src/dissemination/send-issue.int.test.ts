import { randomUUID } from 'node:crypto'

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { webhookSecret } from '../testing/faults/webhooks.ts'

// The product reads its environment when it is imported.
process.env.RESEND_WEBHOOK_SECRET = webhookSecret
const { databaseOf, inTransaction, sql } = await import('../database/database.ts')
const { endSubscriptions } = await import('../audience/end-subscriptions.ts')
const { eraseSubscriber } = await import('../audience/erase-subscriber.ts')
const { EVERYTHING } = await import('../audience/suppression/suppression-reasons.ts')
const { suppress } = await import('../audience/suppression/suppress.ts')
const { findSubscriber } = await import('../audience/subscriber.ts')
const { claimBatch } = await import('../ledger/claim-batch.ts')
const { freezeBatch, recordFirstAttempt } = await import('../ledger/email-batches.ts')
const { settleMails } = await import('../ledger/email-deliveries.ts')
const { shortCode } = await import('../ledger/issue-progress/open-questions.ts')
const { issuesWithDueMails } = await import('../ledger/issue-report.ts')
const { passTime } = await import('../testing/faults/pass-time.ts')
const { skewClock } = await import('../testing/faults/skewed-clock.ts')
const { openStage } = await import('../testing/faults/stage.ts')
const { sendIssue } = await import('./send-issue.ts')
const { cancelIssue, decideIssueMails, pauseIssue, resumeIssue } = await import('./steer-issue.ts')
const { recordFeedback } = await import('./feedback/record-feedback.ts')
const { sweep } = await import('./sweep.ts')

const DAY_MS = 24 * 60 * 60_000
const MINUTE_MS = 60_000

let stage: Awaited<ReturnType<typeof openStage>>

beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await stage[Symbol.asyncDispose]()
  await stage.payload.destroy()
})
afterEach(() => skewClock(0))

const database = () => databaseOf(stage.payload)

const work = (name: 'smtp' | 'resend') =>
  sendIssue(stage.payload, stage.issueId, {
    transport: stage.transportOf(0, name),
    signal: new AbortController().signal,
  })

async function states(): Promise<string[]> {
  const { rows } = await database().execute<{ says: string }>(sql`
    select concat_ws(' ', count(*), state, reason) as says from email_deliveries group by state, reason order by state
  `)
  return rows.map(({ says }) => says)
}

/** A batch that the service took nothing of yet, in the hands of a worker. */
async function claimed() {
  stage.resend.failNext({ status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '60' } })
  await work('resend')
  await passTime(stage, MINUTE_MS)
  const batch = await claimBatch({ issueId: stage.issueId, transport: 'resend', zones: null }, database())
  if (batch === null) throw new Error('there is no batch to claim')
  return batch
}

const attempt = { payloadHash: 'hash', handedOver: '[]' }

const batches = async () => (await database().execute(sql`select 1 from email_batches`)).rows.length

test('a batch that a worker holds is not handed over once the issue is cancelled', async () => {
  await stage.begin(1)
  const batch = await claimed()
  await cancelIssue(stage.payload, stage.issueId)

  expect(await recordFirstAttempt(batch, attempt, database())).toBe(false)
  expect(await states()).toEqual(['1 skipped cancelled'])
})

test('a batch that a worker holds is not handed over while the issue is paused, and leaves once it goes on', async () => {
  await stage.begin(1)
  const from = stage.resend.mails().length
  const batch = await claimed()
  await pauseIssue(stage.payload, stage.issueId)
  expect(await recordFirstAttempt(batch, attempt, database())).toBe(false)
  await work('resend')
  expect(stage.resend.mails().length - from).toBe(0)

  await resumeIssue(stage.payload, stage.issueId)
  await work('resend')
  expect([await states(), stage.resend.mails().length - from]).toEqual([['1 submitted'], 1])
})

test('a worker that was away for longer than its lease does not hand its batch over', async () => {
  await stage.begin(1)
  const batch = await claimed()
  await passTime(stage, 10 * MINUTE_MS)

  expect(await recordFirstAttempt(batch, attempt, database())).toBe(false)
})

test('people tell the mails of an issue from one another by their codes, and find each in the log by it', async () => {
  const mails = await stage.begin(5)
  const codes = new Set(mails.map(({ deliveryId }) => shortCode(deliveryId)))
  expect(codes.size).toBe(5)
  expect(mails.every(({ deliveryId }) => codes.has(deliveryId.split('-').at(-1) ?? ''))).toBe(true)
})

test('of mails that were taken back meanwhile no batch is made', async () => {
  const [first] = await stage.begin(1)
  const batch = { issueId: stage.issueId, editionId: randomUUID(), transport: 'resend' }
  const frozen = await inTransaction(stage.payload, (transaction) =>
    freezeBatch(batch, [first?.deliveryId ?? ''], randomUUID(), transaction),
  )

  expect([frozen, await batches()]).toEqual([0, 0])
})

const barred = (addressKey: string, now: Date) => ({
  addressKey,
  scope: EVERYTHING,
  reason: 'hard-bounce' as const,
  origin: 'mailbox' as const,
  note: '5.1.1',
  actor: null,
  now,
})

test.for([
  ['leaves', 'unsubscribed'],
  ['is erased', 'unsubscribed'],
  // They have not left: nobody is to be told that they did.
  ['turns out to have no mailbox', 'suppressed'],
] as const)(
  'who %s while their batch waits for the service gets nothing, and the others get theirs',
  async ([how, reason]) => {
    const [first] = await stage.begin(4)
    const from = stage.resend.mails().length
    stage.resend.failNext({ status: 429, name: 'daily_quota_exceeded' })
    await work('resend')
    await inTransaction(stage.payload, async (transaction) => {
      const person = await findSubscriber(first?.subscriberId ?? '', transaction)
      if (person === null) throw new Error('there is nobody')
      const { id: subscriberId, newsletterIds, locale } = person
      const now = new Date()
      if (how === 'is erased') return eraseSubscriber(person, now, transaction)
      if (reason === 'suppressed') return void (await suppress(barred(person.addressKey, now), transaction))
      await endSubscriptions({ subscriberId, newsletterIds, how: 'page', locale, now }, transaction)
    })
    await passTime(stage, 61 * MINUTE_MS)
    await work('resend')

    expect(await states()).toEqual([`1 skipped ${reason}`, '3 submitted'])
    expect(stage.resend.mails().length - from).toBe(3)
  },
)

test('what was under way when the issue was cancelled, and was not taken, is skipped', async () => {
  await stage.begin(1)
  stage.smtp.failNext({ at: 'mail', stall: true })
  const working = work('smtp')
  await expect.poll(states).toEqual(['1 submitting'])
  await cancelIssue(stage.payload, stage.issueId)
  await expect.poll(() => stage.smtp.cutStalled()).toBe(1)
  await working

  expect(await states()).toEqual(['1 skipped cancelled'])
})

test('what a vanished worker left of a cancelled issue is skipped by the sweep', async () => {
  await stage.begin(2)
  await cancelIssue(stage.payload, stage.issueId)
  await database().execute(sql`update email_deliveries set state = 'planned', reason = 'busy'`)
  await sweep(stage.payload)

  expect(await states()).toEqual(['2 skipped cancelled'])
})

test('of a cancelled issue nothing is sent again', async () => {
  await stage.begin(1)
  stage.smtp.failNext({ at: 'accepted', hangUp: true })
  await work('smtp')
  await database().execute(sql`update issues set state = 'cancelled' where id = ${stage.issueId}`)
  const decision = {
    issueId: stage.issueId,
    state: 'unconfirmed',
    reason: null,
    actor: randomUUID(),
  } as const

  expect(await decideIssueMails(stage.payload, { ...decision, what: 'again' })).toBe(0)
  expect(await states()).toEqual(['1 unconfirmed no-answer'])
})

/** Something is told of a mail by its delivery, as by a report or a webhook. */
const tell = (deliveryId = '', kind: 'delivered' | 'delayed' | 'bounced' = 'delivered') =>
  recordFeedback(
    stage.payload,
    {
      key: randomUUID(),
      source: 'mailbox',
      deliveryId,
      providerId: null,
      kind,
      bounceClass: kind === 'bounced' ? 'policy' : null,
      status: null,
      replyCode: null,
      at: new Date(),
    },
    new Date(),
  )

test.for(['delivered', 'delayed', 'bounced'] as const)(
  'a mail of which it was told that it was %s is in no doubt when its answer is lost afterwards',
  async (kind) => {
    const [first] = await stage.begin(1)
    stage.smtp.failNext({ at: 'accepted', stall: true })
    const working = work('smtp')
    await expect.poll(() => stage.smtp.mails().length).toBeGreaterThan(0)
    await expect.poll(states).toEqual(['1 submitting'])
    await tell(first?.deliveryId, kind)
    await expect.poll(() => stage.smtp.cutStalled()).toBe(1)
    await working

    expect(await states()).toEqual(['1 submitted'])
  },
)

test('of the mails of a vanished worker the one that was told of is in no doubt', async () => {
  const [first] = await stage.begin(2)
  await database().execute(sql`
    update email_deliveries set state = 'submitting', lease_until = now() - interval '1 minute'
  `)
  await tell(first?.deliveryId)
  await sweep(stage.payload)

  expect(await states()).toEqual(['1 submitted', '1 unconfirmed worker-vanished'])
})

test('of a batch whose key is forgotten the mail that was told of is in no doubt, and is not sent again', async () => {
  const [first] = await stage.begin(2)
  const from = stage.resend.mails().length
  for (const _ of ['en', 'fr']) stage.resend.failNext({ hangUp: 'after' })
  await work('resend')
  await tell(first?.deliveryId)
  await passTime(stage, DAY_MS + MINUTE_MS)
  await work('resend')
  expect(await states()).toEqual(['1 submitted', '1 unconfirmed no-answer'])

  const all = { issueId: stage.issueId, reason: null, actor: randomUUID() }
  await decideIssueMails(stage.payload, { ...all, what: 'again', state: 'unconfirmed' })
  await work('resend')
  expect([await states(), stage.resend.mails().length - from]).toEqual([['2 submitted'], 3])
})

const issueState = async () =>
  (await stage.payload.findByID({ collection: 'issues', id: stage.issueId })).state

test('what a service certainly did not take goes another way once the service is removed', async () => {
  await stage.begin(3)
  const from = [stage.resend.mails().length, stage.smtp.mails().length] as const
  stage.resend.failNext({ status: 429, name: 'daily_quota_exceeded' })
  await work('resend')
  expect(await states()).toContainEqual(expect.stringContaining('submitting'))
  expect(await issuesWithDueMails(database())).toEqual([stage.issueId])
  await work('smtp')

  expect([await states(), await issueState()]).toEqual([['3 submitted'], 'sent'])
  expect([stage.resend.mails().length - from[0], stage.smtp.mails().length - from[1]]).toEqual([0, 3])
})

test('what a removed service may have taken stays with it while its key lives, and is in doubt after that', async () => {
  const [first] = await stage.begin(2)
  const from = stage.smtp.mails().length
  for (const _ of ['en', 'fr']) stage.resend.failNext({ hangUp: 'after' })
  await work('resend')
  await passTime(stage, 21 * 60 * MINUTE_MS)
  await sweep(stage.payload)
  await work('smtp')
  expect([await states(), await issueState()]).toEqual([['2 submitting'], 'sending'])

  await tell(first?.deliveryId)
  await passTime(stage, 61 * MINUTE_MS)
  await sweep(stage.payload)
  expect([await states(), await issueState()]).toEqual([['1 submitted', '1 unconfirmed no-answer'], 'sent'])
  expect(stage.smtp.mails().length - from).toBe(0)
})

test.for(['failed', 'planned', 'unconfirmed'] as const)(
  'what is told of a mail that is being sent again outweighs that it is %s now',
  async (state) => {
    const [first] = await stage.begin(1)
    const leaseToken = randomUUID()
    await database().execute(sql`
      update email_deliveries set state = 'submitting', lease_token = ${leaseToken}, lease_until = now() + interval '1 minute'
    `)
    await tell(first?.deliveryId)
    const settlement = { id: first?.deliveryId ?? '', state, reason: 'busy', providerId: null, dueAt: null }

    expect(await settleMails([settlement], leaseToken, database())).toBe(1)
    expect(await states()).toEqual(['1 submitted'])
  },
)

/** Of two who may have a mail, and to whom it is sent again, one is known to have it. */
async function toldOfOne(then: () => Promise<unknown> = async () => undefined): Promise<void> {
  const [first] = await stage.begin(2)
  for (const _ of [1, 2]) stage.smtp.failNext({ at: 'accepted', hangUp: true })
  await work('smtp')
  const all = { issueId: stage.issueId, reason: null, actor: randomUUID() }
  await decideIssueMails(stage.payload, { ...all, what: 'again', state: 'unconfirmed' })
  await then()
  await tell(first?.deliveryId)
}

test('what is to be sent again does not leave once something is told of the first mail', async () => {
  const from = stage.smtp.mails().length
  await toldOfOne()
  await work('smtp')

  expect([await states(), stage.smtp.mails().length - from]).toEqual([['2 submitted'], 3])
})

/** A batch of the two waits that the service certainly did not take. */
async function inWaitingBatch(): Promise<void> {
  stage.resend.failNext({ status: 429, name: 'daily_quota_exceeded' })
  await work('resend')
}

test.for([
  ['leaves', () => passTime(stage, 61 * MINUTE_MS).then(() => work('resend')), ['2 submitted'], 3],
  ['goes another way', () => work('smtp'), ['2 submitted'], 3],
  ['is given up', () => cancelIssue(stage.payload, stage.issueId), ['1 skipped cancelled', '1 submitted'], 2],
] as const)(
  'who is known to have the first mail is in no batch of second ones when it %s',
  async ([, follows, expected, mails]) => {
    const sent = () => stage.smtp.mails().length + stage.resend.mails().length
    const from = sent()
    await toldOfOne(inWaitingBatch)
    await follows()

    expect([await states(), sent() - from]).toEqual([expected, mails])
  },
)

test('a mail in doubt of which something was told is not sent again', async () => {
  await stage.begin(1)
  await database().execute(sql`
    update email_deliveries set state = 'unconfirmed', reason = 'no-answer', delivered_at = now()
  `)
  const all = { issueId: stage.issueId, reason: null, actor: randomUUID() }

  expect(await decideIssueMails(stage.payload, { ...all, what: 'again', state: 'unconfirmed' })).toBe(0)
  expect(await states()).toEqual(['1 unconfirmed no-answer'])
})

test.for([
  ['ahead', DAY_MS],
  ['behind', -DAY_MS],
] as const)('a clock that is a day %s makes a mail wait no longer or shorter', async ([, skew]) => {
  await stage.begin(2)
  skewClock(skew)
  stage.smtp.failNext({ at: 'rcpt', answer: '450 4.2.1 try again later' })
  stage.resend.failNext({ status: 429, name: 'daily_quota_exceeded' })
  await work('smtp')
  await database().execute(sql`
    update email_deliveries set state = 'planned', due_at = now(), submitted_at = null where state = 'submitted'
  `)
  await work('resend')
  const { rows } = await database().execute<{ soon: boolean }>(sql`
    select due_at between now() + interval '1 minute' and now() + interval '2 hours' as soon from email_deliveries
    where reason is not null
    union all select blocked_until between now() + interval '1 minute' and now() + interval '2 hours'
    from send_buckets where key = 'transport:resend'
  `)

  expect(rows).toEqual([{ soon: true }, { soon: true }])
})

test('after a day nothing is asked for again, though this machine believes that no time passed', async () => {
  await stage.begin(1)
  const from = stage.resend.mails().length
  stage.resend.failNext({ hangUp: 'after' })
  await work('resend')
  await passTime(stage, DAY_MS + MINUTE_MS)
  skewClock(-DAY_MS)
  await work('resend')

  expect([await states(), stage.resend.mails().length - from]).toEqual([['1 unconfirmed no-answer'], 1])
})

const jobs = async () => {
  const { rows } = await database().execute<{ issue: string }>(sql`
    select data ->> 'issueId' as issue from pgboss.job where name = 'send-issue' and state = 'created'
  `)
  return rows.map(({ issue }) => issue)
}

test('a worker that has sent for long enough comes back behind others, once', async () => {
  await stage.begin(3)
  await database().execute(sql`delete from pgboss.job where name = 'send-issue'`)
  const stretch = () =>
    sendIssue(stage.payload, stage.issueId, {
      transport: stage.transportOf(0, 'smtp'),
      signal: new AbortController().signal,
      stretchMs: 0,
    })
  await stretch()
  await stretch()
  expect([await states(), await jobs()]).toEqual([['3 planned'], [stage.issueId]])

  await sweep(stage.payload)
  expect(await jobs()).toEqual([stage.issueId])
})

test('who was told to stop leaves no job behind: the sweep finds what is due', async () => {
  await stage.begin(1)
  await database().execute(sql`delete from pgboss.job where name = 'send-issue'`)
  const transport = stage.transportOf(0, 'smtp')
  await sendIssue(stage.payload, stage.issueId, { transport, signal: AbortSignal.abort() })

  expect([await states(), await jobs()]).toEqual([['1 planned'], []])
})

const problem = async () =>
  (await stage.payload.findByID({ collection: 'issues', id: stage.issueId })).problem

test.for([
  [
    'lacks somebody',
    sql`delete from email_deliveries where subscriber_id = (select min(subscriber_id::text) from email_deliveries)::uuid`,
  ],
  [
    'has somebody whom nobody counted',
    sql`
      insert into email_deliveries (id, issue_id, subscriber_id, newsletter_id, state, reason)
      select gen_random_uuid(), issue_id, gen_random_uuid(), newsletter_id, 'skipped', 'paused' from email_deliveries limit 1
    `,
  ],
] as const)('an issue that %s is paused with an alarm instead of being sent', async ([, harm]) => {
  await stage.begin(3)
  await database().execute(sql`
    update email_deliveries set state = 'skipped', reason = 'paused'
    where id = (select id from email_deliveries order by id limit 1)
  `)
  await database().execute(harm)
  await work('smtp')
  expect([await issueState(), await problem()]).toEqual(['paused', 'unbalanced'])

  await resumeIssue(stage.payload, stage.issueId)
  await sweep(stage.payload)
  expect([await issueState(), await problem()]).toEqual(['paused', 'unbalanced'])

  await database().execute(sql`
    update issue_audiences set candidates = rows.people, recipients = rows.people, excluded = 0
    from (select count(*)::int as people from email_deliveries) as rows
  `)
  await resumeIssue(stage.payload, stage.issueId)
  await sweep(stage.payload)
  expect([await issueState(), await problem()]).toEqual(['sent', null])
})

test('an issue of which somebody was erased adds up', async () => {
  const [first] = await stage.begin(2)
  await inTransaction(stage.payload, async (transaction) => {
    const person = await findSubscriber(first?.subscriberId ?? '', transaction)
    if (person !== null) await eraseSubscriber(person, new Date(), transaction)
  })
  await work('smtp')

  expect([await issueState(), await problem()]).toEqual(['sent', null])
})
