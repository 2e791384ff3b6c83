import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { issueFeedback } from '../../ledger/issue-feedback.ts'
import { settleLapsedPersonalMails } from '../../ledger/personal-mails.ts'
import { letterNow, sentLetters } from '../../testing/sent-letter.ts'
import { bounced, inDays, now, type Told, toldNetwork } from '../../testing/told-network.ts'

const { payload, practiceLetter, somebody, letterTo, tell, barringOf, kept, issueWith } = await toldNetwork()

test('what is told twice is kept once, and counts once', async () => {
  const letter = await letterTo(await somebody())
  const told: Told = { ...bounced('hard'), key: 'mail:the-same' }

  expect([await tell(letter, told), await tell(letter, told)]).toEqual(['recorded', 'known'])
  expect(await kept()).toEqual(['bounced'])
})

test('of facts that come in any order the earliest time stands', async () => {
  const letter = await letterTo(await somebody())
  await tell(letter, { kind: 'delivered', at: inDays(2) })
  await tell(letter, bounced('policy', inDays(3)))
  await tell(letter, { kind: 'delivered', at: inDays(1) })
  await tell(letter, bounced('soft', inDays(1)))
  await tell(letter, bounced('policy', inDays(2)))

  expect(await letterNow(payload, letter)).toEqual({
    state: 'submitted',
    reason: null,
    delivered: '2026-11-24T10:00:00',
    bounced: '2026-11-24T10:00:00',
    bounceClass: 'soft',
    complained: null,
  })
})

test.for([
  ['delivered', { kind: 'delivered' }, 'submitted'],
  ['delayed', { kind: 'delayed' }, 'submitted'],
  ['bounced', bounced('policy'), 'submitted'],
  ['answered by a person', { kind: 'other' }, 'unconfirmed'],
] as const)('a mail in doubt that was %s: whether it is out of doubt', async ([, told, state]) => {
  const { id: subscriberId } = await somebody()
  const [letter = ''] = await sentLetters(payload, [
    { subscriberId, newsletterId: practiceLetter, state: 'unconfirmed', submittedAt: now },
  ])
  await tell(letter, told)

  expect(await letterNow(payload, letter)).toMatchObject({ state })
})

test('a personal mail that was told of while it was under way is in no doubt when its worker vanished', async () => {
  const { id: subscriberId } = await somebody()
  const [told, untold] = [randomUUID(), randomUUID()]
  await databaseOf(payload).execute(sql`
    insert into personal_mails (id, subscriber_id, kind, key, state, lease_until)
    select id, ${subscriberId}::uuid, 'notice', id::text, 'submitting', now() - interval '1 minute'
    from (values (${told}::uuid), (${untold}::uuid)) as mail (id)
  `)
  await tell(told, { kind: 'delivered' })

  expect(await settleLapsedPersonalMails(databaseOf(payload))).toEqual({ unconfirmed: 1 })
  const { rows } = await databaseOf(payload).execute(sql`
    select state, reason from personal_mails order by state
  `)
  expect(rows).toEqual([
    { state: 'submitted', reason: null },
    { state: 'unconfirmed', reason: 'worker-vanished' },
  ])
})

test('what is told about none of our mails is kept where it is grave, and follows nobody', async () => {
  const person = await somebody()
  expect([
    await tell(randomUUID(), bounced('hard')),
    await tell(null, { kind: 'complained' }),
    await tell(null, { kind: 'delivered' }),
    await tell(null, { kind: 'other' }),
  ]).toEqual(['recorded', 'recorded', 'ignored', 'ignored'])

  expect(await kept()).toEqual(['bounced of no mail', 'complained of no mail'])
  expect(await barringOf(person)).toEqual([])
})

test('what came back of an issue is counted by kind', async () => {
  const { issueId, ids } = await issueWith(6)
  const told: readonly Told[] = [
    { kind: 'delivered' },
    { kind: 'complained' },
    bounced('hard'),
    bounced('soft'),
    bounced('policy'),
  ]
  for (const [index, each] of told.entries()) await tell(ids[index] ?? '', each)

  expect(await issueFeedback(issueId, databaseOf(payload))).toEqual({
    submitted: 6,
    delivered: 1,
    hard: 1,
    soft: 1,
    policy: 1,
    complained: 1,
  })
})
