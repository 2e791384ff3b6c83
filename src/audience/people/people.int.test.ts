import { randomUUID } from 'node:crypto'

import { getPayload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { rest, signIn } from '../../testing/api.ts'
import { emptying } from '../../testing/emptying.ts'
import { canonicalAddress } from '../canonical-address.ts'
import type { Frequency } from '../choices.ts'
import { confirmSubscription } from '../confirm-subscription.ts'
import { consentWording } from '../consent-wording.ts'
import { findSubscriber } from '../subscriber.ts'
import { historyOf } from './history-of.ts'
import { listPeople, PEOPLE_A_PAGE } from './list-people.ts'
import { peopleFilter, placeText } from './people-filter.ts'

const payload = await getPayload({ config, disableOnInit: true })
const database = databaseOf(payload)
const [letter, calls, topic] = [randomUUID(), randomUUID(), randomUUID()]
const email = 'reader.one@example.org'
let officer: string
let editor: string

beforeAll(async () => {
  officer = await signIn(payload, { roles: ['data-officer'] })
  editor = await signIn(payload, { roles: ['editor', 'administrator'] })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await database.execute(
    emptying('subscribers subscriptions follows subscriber_facets consent_events suppressions address_looks'),
  )
})

interface Person {
  readonly newsletterIds?: readonly string[]
  readonly frequency?: Frequency
  readonly topics?: readonly string[]
  readonly at?: string
}

async function enter(
  typed: string,
  {
    newsletterIds = [letter],
    frequency = 'every-issue',
    topics = [],
    at = '2026-10-01T08:00:00Z',
  }: Person = {},
): Promise<string> {
  const address = canonicalAddress(typed)
  if (address === null) throw new RangeError('no address')
  const confirmed = await inTransaction(payload, (transaction) =>
    confirmSubscription(
      {
        tokenId: randomUUID(),
        choices: {
          address,
          locale: 'fr',
          furtherLocales: ['en'],
          newsletterIds,
          follows: [],
          interests: { frequency, topics, countries: [] },
        },
      },
      { wording: consentWording('fr', 'Sample network'), source: '/fr/subscribe', now: new Date(at) },
      transaction,
    ),
  )
  if (confirmed.state !== 'confirmed') throw new Error('not entered')
  return confirmed.subscriberId
}

const post = (path: string, body: unknown, as = officer) =>
  rest(`/audience/people/${path}`, { as, method: 'POST', body })

async function looks() {
  const { rows } = await database.execute(sql`
    select kind, subscriber_id, people, purpose from address_looks order by id
  `)
  return rows
}

const list = (query: Readonly<Record<string, string>> = {}) => listPeople(peopleFilter(query), database)

test('the list shows who people are without an address', async () => {
  const id = await enter(email, { frequency: 'weekly' })

  const { people, next } = await list()
  expect(people).toEqual([
    {
      id,
      maskedAddress: 'r***@e***.org',
      locale: 'fr',
      frequency: 'weekly',
      status: 'active',
      since: new Date('2026-10-01T08:00:00Z'),
      pausedUntil: null,
      isSuppressed: false,
      newsletterIds: [letter],
      follows: 0,
      came: 'sign-up',
    },
  ])
  expect(next).toBeNull()
})

test('filters narrow the list together, and what cannot be read does not filter', async () => {
  const one = await enter('a@example.org', { frequency: 'weekly', topics: [topic] })
  await enter('b@example.org', { newsletterIds: [calls] })

  const ids = async (query: Readonly<Record<string, string>>) =>
    (await list(query)).people.map(({ id }) => id)
  expect(
    await ids({ newsletter: letter, frequency: 'weekly', topic, status: 'active', language: 'fr' }),
  ).toEqual([one])
  expect(await ids({ newsletter: calls, frequency: 'weekly' })).toEqual([])
  expect(await ids({ language: 'de' })).toEqual([])
  expect(await ids({ status: 'ended' })).toEqual([])
  expect(await ids({ language: 'klingon', newsletter: '1', after: 'yesterday', topic: '' })).toHaveLength(2)
})

test('pages follow each other without a gap or a repetition, also among people of one moment', async () => {
  const count = PEOPLE_A_PAGE + 7
  for (let index = 0; index < count; index++) await enter(`reader${index}@example.org`)

  const first = await list()
  const place = first.next === null ? '' : placeText(first.next)
  const second = await list({ after: place })

  expect(first.people).toHaveLength(PEOPLE_A_PAGE)
  expect(second.next).toBeNull()
  const ids = [...first.people, ...second.people].map(({ id }) => id)
  expect(new Set(ids).size).toBe(count)
  expect(ids).toHaveLength(count)
})

test('an officer finds a person by any spelling of their address, and that they looked is noted either way', async () => {
  const id = await enter(email)

  const found = await post('find', { email: ' Reader.One@EXAMPLE.org ' })
  const nobody = await post('find', { email: 'nobody@example.org' })

  expect(found).toMatchObject({ status: 200, body: { id } })
  expect(nobody).toMatchObject({ status: 404, body: { error: 'no-such-person' } })
  expect(await looks()).toEqual([
    { kind: 'found', subscriber_id: id, people: 1, purpose: '' },
    { kind: 'found', subscriber_id: null, people: 0, purpose: '' },
  ])
})

test('what is no address is refused with its field, and nothing is noted', async () => {
  expect(await post('find', { email: 'reader.one' })).toMatchObject({ status: 422, body: { field: 'email' } })
  expect(await looks()).toEqual([])
})

test('an address is shown for a purpose, which is noted', async () => {
  const id = await enter(email)

  expect(await post(`${id}/address`, { purpose: ' ' })).toMatchObject({
    status: 422,
    body: { field: 'purpose' },
  })
  expect(await looks()).toEqual([])
  expect(await post(`${id}/address`, { purpose: 'They rang' })).toMatchObject({
    status: 200,
    body: { email },
  })
  expect(await looks()).toEqual([{ kind: 'shown', subscriber_id: id, people: 1, purpose: 'They rang' }])
})

test('their data is handed out whole, and the look that it takes is in it', async () => {
  const id = await enter(email)

  const { status, body } = await post(`${id}/export`, { purpose: 'They asked' })
  expect(status).toBe(200)
  expect(body.person).toMatchObject({ id, email, languages: ['fr', 'en'] })
  expect(body.looks).toMatchObject([{ kind: 'exported' }])
})

test('stopping all mail bars the address, ends what they had, and says who did it and why', async () => {
  const id = await enter(email, { newsletterIds: [letter, calls] })
  expect((await post(`${id}/suppress`, { note: 'Asked by telephone' })).status).toBe(200)

  const person = await findSubscriber(id, database)
  expect(person).toMatchObject({ status: 'ended', newsletterIds: [] })
  const { rows } = await database.execute(sql`
    select reason, origin, note from suppressions where scope = 'global'
  `)
  expect(rows).toEqual([{ reason: 'manual', origin: 'officer', note: 'Asked by telephone' }])
  const [barred] = await historyOf(addressKey(email), database)
  expect(barred).toMatchObject({ kind: 'suppressed', note: 'Asked by telephone', actor: expect.any(String) })
  expect((await list()).people).toMatchObject([{ isSuppressed: true }])
})

test('an officer takes a person off one newsletter and leaves them the other', async () => {
  const id = await enter(email, { newsletterIds: [letter, calls] })
  expect((await post(`${id}/leave`, { newsletterId: letter })).status).toBe(200)

  expect(await findSubscriber(id, database)).toMatchObject({ newsletterIds: [calls], status: 'active' })
  const history = await historyOf(addressKey(email), database)
  expect(history).toMatchObject([
    { kind: 'ended', how: 'officer', newsletterIds: [letter], source: 'officer', actor: expect.any(String) },
    { kind: 'confirmed', source: '/fr/subscribe', locale: 'fr', actor: null },
  ])
  expect(history[1]?.wording).toBe(consentWording('fr', 'Sample network').text)
})

test('an officer erases a person for a reason, and nothing but the hash is left', async () => {
  const id = await enter(email)
  expect((await post(`${id}/erase`, { note: 'Asked by letter' })).status).toBe(200)

  expect(await findSubscriber(id, database)).toBeNull()
  const [erased] = await historyOf(addressKey(email), database)
  expect(erased).toMatchObject({ kind: 'erased', source: 'officer', note: 'Asked by letter' })
  expect(await post(`${id}/address`, { purpose: 'Once more' })).toMatchObject({ status: 404 })
})

test.for(['find', 'address', 'export', 'suppress', 'leave', 'erase'] as const)(
  '%s is for data officers alone',
  async (action) => {
    const id = await enter(email)
    const path = action === 'find' ? action : `${id}/${action}`
    const body = { email, purpose: 'Curious', note: 'Curious', newsletterId: letter }

    expect(await post(path, body, editor)).toMatchObject({ status: 403, body: { error: 'officers-only' } })
    expect((await rest(`/audience/people/${path}`, { method: 'POST', body })).status).toBe(401)
    expect(await looks()).toEqual([])
    expect(await findSubscriber(id, database)).toMatchObject({ status: 'active', newsletterIds: [letter] })
  },
)

test.for(['address', 'export', 'suppress', 'erase'] as const)(
  'what is said for %s is kept for years, so it must not hold an address',
  async (action) => {
    const id = await enter(email)
    const refused = await post(`${id}/${action}`, { purpose: `Is ${email} here?`, note: `Was ${email}` })

    expect(refused.status).toBe(422)
    expect(refused.text).not.toContain(email)
    expect(await findSubscriber(id, database)).toMatchObject({ status: 'active' })
  },
)

test('nobody of that id is an answer, not an error', async () => {
  expect(await post(`${randomUUID()}/address`, { purpose: 'They rang' })).toMatchObject({ status: 404 })
  expect(await post('everybody/address', { purpose: 'They rang' })).toMatchObject({ status: 404 })
})
