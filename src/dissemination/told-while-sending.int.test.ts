import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { inTransaction, sql } from '../database/database.ts'
import { settleMails } from '../ledger/email-deliveries.ts'
import { DAY_MS, MINUTE_MS, stagedIssue } from '../testing/staged-issue.ts'
import { cancelIssue, decideIssueMails } from './steer-issue.ts'
import { sweep } from './sweep.ts'

const { stage, database, work, states, meetQuota, tell, pass } = await stagedIssue()

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

test('a mail that somebody writes to in that moment is settled by the next sweep, and holds up none of the others', async () => {
  const [first] = await stage.begin(2)
  await database().execute(sql`
    update email_deliveries set state = 'submitting', lease_until = now() - interval '1 minute'
  `)
  await inTransaction(stage.payload, async (transaction) => {
    await transaction.execute(sql`select from email_deliveries where id = ${first?.deliveryId} for update`)
    await sweep(stage.payload)
    expect(await states()).toEqual(['1 submitting', '1 unconfirmed worker-vanished'])
  })
  await sweep(stage.payload)

  expect(await states()).toEqual(['2 unconfirmed worker-vanished'])
})

test('of a batch whose key is forgotten the mail that was told of is in no doubt, and is not sent again', async () => {
  const [first] = await stage.begin(2)
  const from = stage.resend.mails().length
  for (const _ of ['en', 'fr']) stage.resend.failNext({ hangUp: 'after' })
  await work('resend')
  await tell(first?.deliveryId)
  await pass(DAY_MS + MINUTE_MS)
  await work('resend')
  expect(await states()).toEqual(['1 submitted', '1 unconfirmed no-answer'])

  const all = { issueId: stage.issueId, reason: null, actor: randomUUID() }
  await decideIssueMails(stage.payload, { ...all, what: 'again', state: 'unconfirmed' })
  await work('resend')
  expect([await states(), stage.resend.mails().length - from]).toEqual([['2 submitted'], 3])
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

test.for([
  ['leaves', () => pass(61 * MINUTE_MS).then(() => work('resend')), ['2 submitted'], 3],
  ['goes another way', () => work('smtp'), ['2 submitted'], 3],
  ['is given up', () => cancelIssue(stage.payload, stage.issueId), ['1 skipped cancelled', '1 submitted'], 2],
] as const)(
  'who is known to have the first mail is in no batch of second ones when it %s',
  async ([, follows, expected, mails]) => {
    const sent = () => stage.smtp.mails().length + stage.resend.mails().length
    const from = sent()
    await toldOfOne(meetQuota)
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
