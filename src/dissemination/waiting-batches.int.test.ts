import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { endSubscriptions } from '../audience/end-subscriptions.ts'
import { eraseSubscriber } from '../audience/erase-subscriber.ts'
import { findSubscriber } from '../audience/subscriber.ts'
import { suppress } from '../audience/suppression/suppress.ts'
import { EVERYTHING } from '../audience/suppression/suppression-reasons.ts'
import { inTransaction, sql } from '../database/database.ts'
import { claimBatch } from '../ledger/claim-batch.ts'
import { freezeBatch, recordFirstAttempt } from '../ledger/email-batches.ts'
import { issuesWithDueMails } from '../ledger/issue-report.ts'
import { skewClock } from '../testing/faults/skewed-clock.ts'
import { DAY_MS, MINUTE_MS, stagedIssue } from '../testing/staged-issue.ts'
import { cancelIssue, pauseIssue, resumeIssue } from './steer-issue.ts'
import { sweep } from './sweep.ts'

const { stage, database, work, states, meetQuota, issueState, tell, pass } = await stagedIssue()

/** A batch that the service took nothing of yet, in the hands of a worker. */
async function claimed() {
  stage.resend.failNext({ status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '60' } })
  await work('resend')
  await pass(MINUTE_MS)
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
  await pass(10 * MINUTE_MS)

  expect(await recordFirstAttempt(batch, attempt, database())).toBe(false)
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
    await meetQuota()
    await inTransaction(stage.payload, async (transaction) => {
      const person = await findSubscriber(first?.subscriberId ?? '', transaction)
      if (person === null) throw new Error('there is nobody')
      const { id: subscriberId, newsletterIds, locale } = person
      const now = new Date()
      if (how === 'is erased') return eraseSubscriber(person, now, transaction)
      if (reason === 'suppressed') return void (await suppress(barred(person.addressKey, now), transaction))
      await endSubscriptions({ subscriberId, newsletterIds, how: 'page', locale, now }, transaction)
    })
    await pass(61 * MINUTE_MS)
    await work('resend')

    expect(await states()).toEqual([`1 skipped ${reason}`, '3 submitted'])
    expect(stage.resend.mails().length - from).toBe(3)
  },
)

test('what a service certainly did not take goes another way once the service is removed', async () => {
  await stage.begin(3)
  const from = [stage.resend.mails().length, stage.smtp.mails().length] as const
  await meetQuota()
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
  await pass(21 * 60 * MINUTE_MS)
  await sweep(stage.payload)
  await work('smtp')
  expect([await states(), await issueState()]).toEqual([['2 submitting'], 'sending'])

  await tell(first?.deliveryId)
  await pass(61 * MINUTE_MS)
  await sweep(stage.payload)
  expect([await states(), await issueState()]).toEqual([['1 submitted', '1 unconfirmed no-answer'], 'sent'])
  expect(stage.smtp.mails().length - from).toBe(0)
})

test('after a day nothing is asked for again, though this machine believes that no time passed', async () => {
  await stage.begin(1)
  const from = stage.resend.mails().length
  stage.resend.failNext({ hangUp: 'after' })
  await work('resend')
  await pass(DAY_MS + MINUTE_MS)
  skewClock(-DAY_MS)
  await work('resend')

  expect([await states(), stage.resend.mails().length - from]).toEqual([['1 unconfirmed no-answer'], 1])
})
