import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { eraseSubscriber } from '../audience/erase-subscriber.ts'
import { findSubscriber } from '../audience/subscriber.ts'
import { inTransaction, sql } from '../database/database.ts'
import { shortCode } from '../ledger/issue-progress/open-questions.ts'
import { skewClock } from '../testing/faults/skewed-clock.ts'
import { DAY_MS, stagedIssue } from '../testing/staged-issue.ts'
import { sendIssue } from './send-issue.ts'
import { cancelIssue, decideIssueMails, resumeIssue } from './steer-issue.ts'
import { sweep } from './sweep.ts'

const { stage, database, work, states, issueState, problem } = await stagedIssue()

test('people tell the mails of an issue from one another by their codes, and find each in the log by it', async () => {
  const mails = await stage.begin(5)
  const codes = new Set(mails.map(({ deliveryId }) => shortCode(deliveryId)))
  expect(codes.size).toBe(5)
  expect(mails.every(({ deliveryId }) => codes.has(deliveryId.split('-').at(-1) ?? ''))).toBe(true)
})

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
