import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { eraseSubscriber } from '../../audience/erase-subscriber.ts'
import { checkLedger } from '../../audience/ledger/check-ledger.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { letterNow } from '../../testing/sent-letter.ts'
import { bounced, inDays, now, type Told, toldNetwork } from '../../testing/told-network.ts'

const { payload, practiceLetter, policyLetter, somebody, letterTo, tell, stateOf, barringOf, kept } =
  await toldNetwork()

test.for([
  [
    'a mailbox that is not there',
    { ...bounced('hard'), status: '5.1.1' },
    ['hard-bounce', 'mailbox', '5.1.1'],
  ],
  ['a complaint', { kind: 'complained' }, ['complaint', 'mailbox', null]],
] as const)('%s bars the address from everything, and the ledger proves it', async ([, told, barring]) => {
  const person = await somebody()
  expect(await tell(await letterTo(person), told)).toBe('recorded')

  expect(await barringOf(person)).toEqual([barring])
  expect(await stateOf(person)).toEqual(['ended', [], 0])
  expect(await checkLedger(databaseOf(payload))).toMatchObject({ people: 1, differing: 0, falsified: 0 })
})

test.for([
  ['a refusal by policy', bounced('policy')],
  ['one soft bounce', bounced('soft')],
  ['a delay', { kind: 'delayed' }],
  ['a delivery', { kind: 'delivered' }],
  ['somebody who is away', { kind: 'auto-reply' }],
  ['somebody who answers', { kind: 'other' }],
] as const)('%s changes nothing for the person', async ([, told]) => {
  const person = await somebody()
  await tell(await letterTo(person), told)

  expect(await barringOf(person)).toEqual([])
  expect(await stateOf(person)).toEqual(['active', [practiceLetter, policyLetter], 1])
  expect(await kept()).toEqual([told.kind])
})

test('who asks their mail program to leave has left that newsletter and nothing else', async () => {
  const person = await somebody()
  await tell(await letterTo(person), { kind: 'left' })

  expect(await barringOf(person)).toEqual([])
  expect(await stateOf(person)).toEqual(['active', [policyLetter], 1])
  expect(await checkLedger(databaseOf(payload))).toMatchObject({ differing: 0 })
})

test.for([
  ['digest', [[], 1]],
  ['notice', [2, 0]],
] as const)('who leaves by answering to a %s has left what it belongs to', async ([kind, left]) => {
  const person = await somebody()
  const mail = randomUUID()
  await databaseOf(payload).execute(sql`
    insert into personal_mails (id, subscriber_id, kind, key, state, submitted_at)
    values (${mail}, ${person.id}::uuid, ${kind}, '1', 'submitted', now())
  `)
  await tell(mail, { kind: 'left' })

  const [newsletters, follows] = left
  const [, newsletterIds, followed] = (await stateOf(person)) ?? []
  expect([newsletterIds, followed]).toEqual([
    newsletters === 2 ? [practiceLetter, policyLetter] : newsletters,
    follows,
  ])
})

test('of somebody who was erased the fact is kept, and nobody is barred', async () => {
  const person = await somebody()
  const letter = await letterTo(person)
  await inTransaction(payload, (transaction) => eraseSubscriber(person, now, transaction))
  await tell(letter, bounced('hard'))

  expect(await letterNow(payload, letter)).toMatchObject({ bounceClass: 'hard' })
  expect(await barringOf(person)).toEqual([['erased', 'person', null]])
})

const softly = async (days: readonly number[], others: readonly (readonly [number, Told | null])[] = []) => {
  const person = await somebody()
  const mails = [...days.map((day) => [day, bounced('soft', inDays(day))] as const), ...others]
  for (const [day, told] of mails.toSorted(([one], [other]) => one - other)) {
    const letter = await letterTo(person, inDays(day))
    if (told !== null) await tell(letter, told)
  }
  return barringOf(person)
}

test.for([
  ['three in a month and a day', [0, 10, 31], [], 1],
  ['three in a month less a day', [0, 10, 29], [], 0],
  ['two in two months', [0, 60], [], 0],
  ['three, with one that arrived between', [0, 10, 40], [[20, null]], 0],
  ['three, with a refusal by policy between', [0, 10, 40], [[20, bounced('policy')]], 0],
  ['three, and one of which nothing is known yet', [0, 10, 40], [[41, null]], 1],
  ['four, the first long ago and one that arrived since', [-90, 0, 10, 31], [[-60, null]], 1],
] as const)('after soft bounces, %s: barred or not', async ([, days, others, entries]) => {
  const barring = await softly(days, others)
  expect(barring).toEqual(Array(entries).fill(['hard-bounce', 'mailbox', 'soft-bounces']))
})

/** They were written to at one address, and are at another by now. */
const moved = async () => {
  const before = await somebody()
  const letter = await letterTo(before)
  await databaseOf(payload).execute(sql`
    update email_deliveries set address_key = ${before.addressKey} where id = ${letter}::uuid
  `)
  const key = addressKey('moved@example.org')
  await databaseOf(payload).execute(sql`
    update subscribers set email = 'moved@example.org', address_key = ${key} where id = ${before.id}::uuid
  `)
  return { before, now: { ...before, addressKey: key }, letter }
}

test.for([
  ['a bounce', bounced('hard')],
  ['a complaint', { kind: 'complained' }],
] as const)(
  '%s about a mail to an address that was left bars that one, and ends nothing',
  async ([, told]) => {
    const { before, now: present, letter } = await moved()
    await tell(letter, told)

    expect((await barringOf(before)).length).toBe(1)
    expect(await barringOf(present)).toEqual([])
    expect(await stateOf(present)).toEqual(['active', [practiceLetter, policyLetter], 1])
  },
)

test('nothing follows for somebody who took the address over: they have confirmed it since', async () => {
  const { before, letter } = await moved()
  const successor = await somebody()
  await tell(letter, bounced('hard'))

  expect(successor.addressKey).toBe(before.addressKey)
  expect(await barringOf(before)).toEqual([])
  expect(await stateOf(successor)).toEqual(['active', [practiceLetter, policyLetter], 1])
})

test('who asks to leave by a mail to an address that they left has left', async () => {
  const { now: present, letter } = await moved()
  await tell(letter, { kind: 'left' })

  expect(await stateOf(present)).toEqual(['active', [policyLetter], 1])
})

test('soft bounces of an address that was left count for nothing at the new one', async () => {
  const { before, now: present, letter } = await moved()
  await tell(letter, bounced('soft'))
  for (const day of [10, 31]) {
    const later = await letterTo(present, inDays(day))
    await databaseOf(payload).execute(sql`
      update email_deliveries set address_key = ${present.addressKey} where id = ${later}::uuid
    `)
    await tell(later, bounced('soft', inDays(day)))
  }

  expect([await barringOf(before), await barringOf(present)]).toEqual([[], []])
})

test('of somebody who was erased no mail says where it went', async () => {
  const { now: present, letter } = await moved()
  await databaseOf(payload).execute(sql`
    update email_deliveries set domain = 'theirname.example', mx_group = 'theirname.example' where id = ${letter}::uuid
  `)
  await inTransaction(payload, (transaction) => eraseSubscriber(present, now, transaction))
  const { rows } = await databaseOf(payload).execute(sql`
    select address_key, domain, mx_group from email_deliveries where id = ${letter}::uuid
  `)

  expect(rows).toEqual([{ address_key: null, domain: null, mx_group: null }])
})
