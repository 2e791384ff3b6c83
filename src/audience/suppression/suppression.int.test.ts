import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { confirmedPerson, pressConfirm } from '../../testing/confirmed-person.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { eraseSubscriber } from '../erase-subscriber.ts'
import type { Follow } from '../follow.ts'
import { findSubscriber, type Subscriber } from '../subscriber.ts'
import { isBarred } from '../suppression.ts'
import { suppressionsOf } from './read-suppressions.ts'
import { type Release, release } from './release.ts'
import { type NewSuppression, suppress, suppressAddress } from './suppress.ts'
import { EVERYTHING } from './suppression-reasons.ts'

let payload: Payload
let practiceLetter: string
let policyLetter: string

beforeAll(async () => {
  payload = await getPayload({ config })
  const { newsletterIds } = await createTestNetwork(payload, ['en'])
  ;[practiceLetter, policyLetter] = newsletterIds
})
afterAll(() => payload.destroy())

const now = new Date('2026-11-23T10:00:00Z')
const officer = randomUUID()
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000)

let counter = 0
async function somebody(follows: readonly Follow[] = []): Promise<Subscriber> {
  counter += 1
  const newsletterIds = [practiceLetter, policyLetter]
  return confirmedPerson(payload, { email: `person${counter}@example.org`, newsletterIds, follows, now })
}

type Said = Partial<NewSuppression> & Pick<NewSuppression, 'reason'>

const say = (person: Pick<Subscriber, 'addressKey'>, said: Said) =>
  inTransaction(payload, (transaction) =>
    suppress(
      {
        addressKey: person.addressKey,
        scope: EVERYTHING,
        origin: 'mailbox',
        note: null,
        actor: null,
        now,
        ...said,
      },
      transaction,
    ),
  )

const free = (person: Pick<Subscriber, 'addressKey'>, said: Partial<Release> & Pick<Release, 'reason'>) =>
  inTransaction(payload, (transaction) =>
    release(
      {
        addressKey: person.addressKey,
        scope: EVERYTHING,
        note: 'They called and asked for it',
        actor: officer,
        now,
        ...said,
      },
      transaction,
    ),
  )

const barringOf = async ({ addressKey: key }: Pick<Subscriber, 'addressKey'>) =>
  (await suppressionsOf(key, databaseOf(payload))).map(({ scope, reason }) => [scope, reason]).sort()

async function ledgerOf({ addressKey: key }: Pick<Subscriber, 'addressKey'>) {
  const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(sql`
    select kind, source, detail, actor from consent_events where address_key = ${key} order by id
  `)
  return rows
}

const stateOf = async ({ id }: Subscriber) => {
  const person = await findSubscriber(id, databaseOf(payload))
  return person === null ? null : [person.status, person.newsletterIds.length, person.follows.length]
}

async function planMails({ id }: Subscriber): Promise<void> {
  const database = databaseOf(payload)
  for (const newsletter of [practiceLetter, policyLetter])
    await database.execute(sql`
      insert into email_deliveries (id, issue_id, subscriber_id, newsletter_id, state)
      values (${randomUUID()}, ${randomUUID()}, ${id}::uuid, ${newsletter}::uuid, 'planned')
    `)
  for (const kind of ['digest', 'notice'])
    await database.execute(sql`
      insert into personal_mails (id, subscriber_id, kind, key, state)
      values (${randomUUID()}, ${id}::uuid, ${kind}, '1', 'planned')
    `)
}

async function plannedOf({ id }: Subscriber) {
  const { rows } = await databaseOf(payload).execute<{
    mail: string
    state: string
    reason: string | null
  }>(sql`
    select newsletter_id::text as mail, state, reason from email_deliveries where subscriber_id = ${id}::uuid
    union all select kind, state, reason from personal_mails where subscriber_id = ${id}::uuid
  `)
  return Object.fromEntries(rows.map(({ mail, state, reason }) => [mail, reason ?? state]))
}

test.for([
  ['complaint', 'mailbox', 'complaint'],
  ['hard-bounce', 'mailbox', 'bounce'],
  ['manual', 'officer', 'officer'],
] as const)(
  'a %s ends everything that the person had, skips what was planned, and the ledger says why',
  async ([reason, origin, how]) => {
    const person = await somebody([{ target: 'events', targetId: randomUUID(), reminder: true }])
    await planMails(person)
    const came = await say(person, { reason, origin, note: 'said so' })

    expect(came).toBe('suppressed')
    expect(await stateOf(person)).toEqual(['ended', 0, 0])
    expect(await plannedOf(person)).toEqual({
      [practiceLetter]: 'suppressed',
      [policyLetter]: 'suppressed',
      digest: 'suppressed',
      notice: 'suppressed',
    })
    expect((await ledgerOf(person)).slice(1)).toEqual([
      { kind: 'ended', source: origin, detail: { how }, actor: null },
      {
        kind: 'suppressed',
        source: origin,
        detail: { scope: EVERYTHING, reason, origin, note: 'said so' },
        actor: null,
      },
    ])
  },
)

test('to bar a newsletter leaves the other, the follows and the digest alone', async () => {
  const person = await somebody([{ target: 'topics', targetId: randomUUID(), reminder: false }])
  await planMails(person)
  await say(person, { reason: 'manual', origin: 'officer', scope: practiceLetter })

  expect(await stateOf(person)).toEqual(['active', 1, 1])
  expect(await barringOf(person)).toEqual([[practiceLetter, 'manual']])
  expect(await plannedOf(person)).toEqual({
    [practiceLetter]: 'suppressed',
    [policyLetter]: 'planned',
    digest: 'planned',
    notice: 'planned',
  })
})

test.for([
  ['complaint', 'hard-bounce'],
  ['complaint', 'manual'],
  ['hard-bounce', 'manual'],
] as const)('of a %s and a %s the first stands, whichever came first', async ([grave, lesser]) => {
  const early = { addressKey: randomUUID() }
  const late = { addressKey: randomUUID() }

  expect([await say(early, { reason: grave }), await say(early, { reason: lesser })]).toEqual([
    'suppressed',
    'known',
  ])
  expect([await say(late, { reason: lesser }), await say(late, { reason: grave })]).toEqual([
    'suppressed',
    'suppressed',
  ])
  expect([await barringOf(early), await barringOf(late)]).toEqual([
    [[EVERYTHING, grave]],
    [[EVERYTHING, grave]],
  ])
})

test('to hear the same thing twice changes nothing, and the ledger has it once', async () => {
  const person = await somebody()
  await say(person, { reason: 'complaint' })
  const once = await ledgerOf(person)

  expect(await say(person, { reason: 'complaint' })).toBe('known')
  expect(await ledgerOf(person)).toEqual(once)
})

test('an address is barred by any spelling of it, also when nobody of that address was ever known', async () => {
  const address = { address: 'Who.Ever@example.org', canonical: 'who.ever@example.org' }
  await inTransaction(payload, (transaction) =>
    suppressAddress(
      {
        address,
        scope: EVERYTHING,
        reason: 'manual',
        origin: 'officer',
        note: 'By telephone',
        actor: officer,
        now,
      },
      transaction,
    ),
  )

  expect(await isBarred(addressKey('who.ever@example.org'), now, databaseOf(payload))).toBe(true)
})

test('who complained is asked nothing and cannot confirm, until an officer says why they may', async () => {
  const person = await somebody()
  await say(person, { reason: 'complaint' })
  const press = (at: Date) =>
    inTransaction(payload, (transaction) =>
      pressConfirm({ email: person.email, newsletterIds: [practiceLetter], now: at }, transaction),
    )

  expect(await press(inDays(400))).toEqual({ state: 'barred' })
  expect(await free(person, { reason: 'complaint', note: '  ' })).toBe('no-note')
  expect(await press(inDays(400))).toEqual({ state: 'barred' })
  expect(await free(person, { reason: 'complaint' })).toBe('released')
  expect((await ledgerOf(person)).at(-1)).toEqual({
    kind: 'released',
    source: 'officer',
    detail: {
      scope: EVERYTHING,
      reason: 'complaint',
      origin: 'officer',
      note: 'They called and asked for it',
    },
    actor: officer,
  })
  // Nothing came back by itself.
  expect(await stateOf(person)).toEqual(['ended', 0, 0])
  expect(await press(inDays(400))).toMatchObject({ state: 'confirmed' })
})

test('a mailbox that bounced may be confirmed anew after thirty days and not before, counted from its last bounce', async () => {
  const person = await somebody()
  await say(person, { reason: 'hard-bounce' })
  await say(person, { reason: 'hard-bounce', now: inDays(10) })
  const press = (at: Date) =>
    inTransaction(payload, (transaction) =>
      pressConfirm({ email: person.email, newsletterIds: [practiceLetter], now: at }, transaction),
    )

  expect(await press(inDays(39))).toEqual({ state: 'barred' })
  expect(await press(inDays(41))).toMatchObject({ state: 'confirmed' })
  expect(await barringOf(person)).toEqual([])
  expect((await ledgerOf(person)).slice(-2).map(({ kind, source }) => [kind, source])).toEqual([
    ['confirmed', '/en/confirm'],
    ['released', 'person'],
  ])
})

test('an erasure is remembered beneath a graver reason, and stands again once that was released', async () => {
  const person = await somebody()
  await inTransaction(payload, (transaction) => eraseSubscriber(person, now, transaction))
  await say(person, { reason: 'hard-bounce' })
  expect(await barringOf(person)).toEqual([[EVERYTHING, 'hard-bounce']])

  expect(await free(person, { reason: 'hard-bounce' })).toBe('released')
  expect(await barringOf(person)).toEqual([[EVERYTHING, 'erased']])
})

test('who was barred before they had themselves erased stays barred, and erased once they are released', async () => {
  const person = await somebody()
  await say(person, { reason: 'complaint' })
  await inTransaction(payload, (transaction) => eraseSubscriber(person, now, transaction))
  expect(await barringOf(person)).toContainEqual([EVERYTHING, 'complaint'])

  await free(person, { reason: 'complaint' })
  expect(await barringOf(person)).toContainEqual([EVERYTHING, 'erased'])
})

test.for(['unsubscribed', 'erased'] as const)(
  'nobody but the person takes back that they are %s',
  async (reason) => {
    const person = await somebody()
    expect(await free(person, { reason })).toBe('only-by-the-person')
  },
)

test('what an officer did not see is not released: a complaint that came meanwhile stays', async () => {
  const person = await somebody()
  await say(person, { reason: 'manual', origin: 'officer' })
  await say(person, { reason: 'complaint' })

  expect(await free(person, { reason: 'manual' })).toBe('changed')
  expect(await barringOf(person)).toContainEqual([EVERYTHING, 'complaint'])
})

test('a newsletter that an officer ended for somebody can be confirmed anew by them', async () => {
  const person = await somebody()
  await say(person, { reason: 'manual', origin: 'officer', scope: practiceLetter })
  await confirmedPerson(payload, { email: person.email, newsletterIds: [practiceLetter], now: inDays(1) })

  expect(await barringOf(person)).toEqual([])
})

test('whose complaint ended their newsletters has not said so themselves', async () => {
  const person = await somebody()
  await say(person, { reason: 'complaint' })

  const barring = await suppressionsOf(person.addressKey, databaseOf(payload))
  expect(barring.map(({ reason, origin }) => [reason, origin])).toEqual([
    ['complaint', 'mailbox'],
    ['unsubscribed', 'mailbox'],
    ['unsubscribed', 'mailbox'],
  ])
})

test('who bounced has left nothing: only the bounce bars them', async () => {
  const person = await somebody()
  await say(person, { reason: 'hard-bounce' })

  expect(await barringOf(person)).toEqual([[EVERYTHING, 'hard-bounce']])
})
