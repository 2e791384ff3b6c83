import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../database/database.ts'
import { confirmedPerson, personOf } from '../testing/confirmed-person.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { replayed, stored } from '../testing/replayed.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { frequencies } from './choices.ts'
import { consentWording } from './consent-wording.ts'
import { endSubscriptions } from './end-subscriptions.ts'
import type { Follow } from './follow.ts'
import { type Preferences, savePreferences, settingsOf } from './preferences.ts'
import { restoreSubscription } from './restore-subscription.ts'
import type { Subscriber } from './subscriber.ts'

const now = new Date('2026-11-23T10:00:00Z')
const wording = consentWording('en', 'Sample network')
const TOPIC = '0199c0de-0000-7000-8000-00000000000a'
const OTHER_TOPIC = '0199c0de-0000-7000-8000-00000000000b'
const EVENT: Follow = {
  target: 'events',
  targetId: '0199c0de-0000-7000-8000-0000000000e1',
  reminder: false,
}
const SUBJECT: Follow = { target: 'topics', targetId: TOPIC, reminder: false }

let payload: Payload
let practice: string
let policy: string

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[practice, policy] = (await createTestNetwork(payload, ['en'])).newsletterIds
})
afterAll(() => payload.destroy())

const save = (person: Pick<Subscriber, 'id'>, wanted: Preferences) =>
  inTransaction(payload, (transaction) => savePreferences(person, wanted, { wording, now }, transaction))

interface Entry extends Record<string, unknown> {
  readonly kind: string
  readonly newsletter_ids: readonly string[]
  readonly follows: readonly unknown[]
  readonly wording: string
  readonly detail: Record<string, unknown> | null
}

/** What the ledger got since the person confirmed. */
async function ledgerOf({ addressKey }: Subscriber): Promise<Entry[]> {
  const { rows } = await databaseOf(payload).execute<Entry>(sql`
    select kind, newsletter_ids, follows, wording, detail from consent_events
    where address_key = ${addressKey} order by id offset 1
  `)
  return rows
}

test('everything that can be chosen is stored together and stands in the proof', async () => {
  const person = await confirmedPerson(payload, {
    address: 'all@example.org',
    newsletterIds: [practice],
    follows: [EVENT],
  })
  const wanted: Preferences = {
    locales: ['fr', 'en'],
    newsletterIds: [practice, policy],
    follows: [{ ...EVENT, reminder: true }],
    frequency: 'monthly',
    topics: [TOPIC],
    countries: [OTHER_TOPIC],
    role: TOPIC,
    organisation: OTHER_TOPIC,
    timeZone: 'Asia/Tbilisi',
    pausedUntil: new Date('2026-12-24T00:00:00Z'),
    newsletterPauses: new Map([[policy, new Date('2027-01-31T00:00:00Z')]]),
  }

  expect(await save(person, wanted)).toBe('saved')
  expect(settingsOf(await personOf(payload, person.id))).toEqual(wanted)
  expect(await ledgerOf(person)).toEqual([
    {
      kind: 'changed',
      newsletter_ids: [policy],
      follows: [],
      wording: wording.text,
      detail: {
        locales: ['fr', 'en'],
        frequency: 'monthly',
        topics: [TOPIC],
        countries: [OTHER_TOPIC],
        role: TOPIC,
        organisation: OTHER_TOPIC,
        pausedUntil: '2026-12-24T00:00:00.000Z',
        pauses: [{ newsletterId: policy, until: '2027-01-31T00:00:00.000Z' }],
        reminders: [{ target: 'events', targetId: EVENT.targetId }],
      },
    },
  ])
})

test('saving what is so already adds nothing to the proof', async () => {
  const person = await confirmedPerson(payload, { address: 'same@example.org', newsletterIds: [practice] })
  const wanted = { ...settingsOf(person), topics: [TOPIC, OTHER_TOPIC] }

  expect(await save(person, wanted)).toBe('saved')
  expect(await save(person, { ...wanted, topics: [OTHER_TOPIC, TOPIC] })).toBe('unchanged')
  expect(await ledgerOf(person)).toHaveLength(1)
})

test('a time zone alone is stored and is no matter for the proof', async () => {
  const person = await confirmedPerson(payload, { address: 'zone@example.org', newsletterIds: [practice] })
  const wanted = { ...settingsOf(person), timeZone: 'Europe/Athens' }

  expect(await save(person, wanted)).toBe('saved')
  expect(await save(person, wanted)).toBe('unchanged')
  expect((await personOf(payload, person.id)).timeZone).toBe('Europe/Athens')
  expect(await ledgerOf(person)).toEqual([])
})

test('a change that adds no letters shows no words of consent, since nothing was agreed to', async () => {
  const person = await confirmedPerson(payload, { address: 'words@example.org', newsletterIds: [practice] })
  await save(person, { ...settingsOf(person), frequency: 'weekly' })

  expect(await ledgerOf(person)).toMatchObject([{ kind: 'changed', newsletter_ids: [], wording: '' }])
})

test('what was left is proven, and so is what was no longer followed', async () => {
  const person = await confirmedPerson(payload, {
    address: 'left@example.org',
    newsletterIds: [practice, policy],
    follows: [EVENT, SUBJECT],
  })
  await save(person, { ...settingsOf(person), newsletterIds: [policy], follows: [SUBJECT] })

  expect(await ledgerOf(person)).toMatchObject([
    {
      kind: 'ended',
      newsletter_ids: [practice],
      follows: [{ target: 'events', targetId: EVENT.targetId }],
      detail: { how: 'preferences' },
    },
    { kind: 'changed', newsletter_ids: [], follows: [] },
  ])
  const after = await personOf(payload, person.id)
  expect(await replayed(payload, after)).toEqual(stored(after))
})

test('what a person does not follow cannot be followed by their settings', async () => {
  const person = await confirmedPerson(payload, {
    address: 'nofollow@example.org',
    newsletterIds: [practice],
  })
  await save(person, { ...settingsOf(person), follows: [EVENT], frequency: 'weekly' })

  expect((await personOf(payload, person.id)).follows).toEqual([])
})

test('letters that were left by a click while the page was open are agreed to anew, in the words on the page', async () => {
  const person = await confirmedPerson(payload, { address: 'anew@example.org', newsletterIds: [practice] })
  const open = settingsOf(person)
  await inTransaction(payload, (transaction) =>
    endSubscriptions(
      { subscriberId: person.id, newsletterIds: [practice], how: 'one-click', locale: 'en', now },
      transaction,
    ),
  )

  expect(await save(person, open)).toBe('saved')
  expect((await ledgerOf(person)).at(-1)).toMatchObject({
    kind: 'changed',
    newsletter_ids: [practice],
    wording: wording.text,
  })
})

test('an address that must get no mail can leave letters, but add none', async () => {
  const person = await confirmedPerson(payload, { address: 'barred@example.org', newsletterIds: [practice] })
  await databaseOf(payload).execute(sql`
    insert into suppressions (address_key, scope, reason) values (${person.addressKey}, 'global', 'complaint')
  `)

  expect(await save(person, { ...settingsOf(person), newsletterIds: [practice, policy] })).toBe('barred')
  expect((await personOf(payload, person.id)).newsletterIds).toEqual([practice])
  expect(await save(person, { ...settingsOf(person), newsletterIds: [] })).toBe('saved')
  expect(await personOf(payload, person.id)).toMatchObject({ newsletterIds: [], status: 'ended' })
})

test('somebody who was erased meanwhile is not brought back by a page that was still open', async () => {
  const gone = '0199c0de-0000-7000-8000-0000000000ff'
  const person = await confirmedPerson(payload, { address: 'still@example.org', newsletterIds: [practice] })

  expect(await save({ id: gone }, settingsOf(person))).toBe('gone')
  const { rows } = await databaseOf(payload).execute(
    sql`select 1 from subscriptions where subscriber_id = ${gone}::uuid`,
  )
  expect(rows).toEqual([])
})

test('when the transaction fails, neither the change nor its proof is left', async () => {
  const person = await confirmedPerson(payload, { address: 'failing@example.org', newsletterIds: [practice] })
  const failing = inTransaction(payload, async (transaction) => {
    const wanted = { ...settingsOf(person), newsletterIds: [policy], frequency: 'weekly' as const }
    await savePreferences(person, wanted, { wording, now }, transaction)
    throw new Error('the connection broke')
  })

  await expect(failing).rejects.toThrow('the connection broke')
  expect(await personOf(payload, person.id)).toEqual(person)
  expect(await ledgerOf(person)).toEqual([])
})

const randomly = seededRandom(20_261_123)
const any = <Each>(all: readonly Each[]): Each => all[Math.floor(randomly() * all.length)] as Each
const some = <Each>(all: readonly Each[]): Each[] => all.filter(() => randomly() < 0.5)

function randomSettings(person: Subscriber): Preferences {
  const locales = some(['en', 'fr', 'de'] as const)
  const [first = 'en', ...others] = locales
  return {
    ...settingsOf(person),
    locales: [first, ...others],
    newsletterIds: some([practice, policy]),
    follows: some(person.follows).map((follow) => ({ ...follow, reminder: randomly() < 0.5 })),
    frequency: any(frequencies),
    topics: some([TOPIC, OTHER_TOPIC]),
    pausedUntil: any([null, new Date('2026-12-24T00:00:00Z')]),
    newsletterPauses: new Map(some([practice, policy]).map((id) => [id, new Date('2027-01-31T00:00:00Z')])),
  }
}

/** One thing that a person does; two of them may well be under way at once. */
async function step(person: Subscriber): Promise<void> {
  const { id } = person
  const acts = [
    () => save(person, randomSettings(person)),
    () =>
      inTransaction(payload, (transaction) =>
        endSubscriptions(
          { subscriberId: id, newsletterIds: [any([practice, policy])], how: 'one-click', locale: 'en', now },
          transaction,
        ),
      ),
    () =>
      inTransaction(payload, (transaction) =>
        restoreSubscription(
          person,
          { newsletterIds: some([practice, policy]), follows: some([EVENT, SUBJECT]) },
          { wording, now },
          transaction,
        ),
      ),
  ]
  await any(acts)()
}

test('whatever a person does, also twice at once, the ledger replayed is what they get', async () => {
  const { id } = await confirmedPerson(payload, {
    address: 'random@example.org',
    newsletterIds: [practice],
    follows: [EVENT, SUBJECT],
  })
  for (let round = 0; round < 60; round++) {
    const person = await personOf(payload, id)
    await Promise.all([step(person), step(person), step(person)])
    const after = await personOf(payload, id)
    expect(await replayed(payload, after), `round ${round}`).toEqual(stored(after))
    expect(after.status).toBe(after.newsletterIds.length + after.follows.length > 0 ? 'active' : 'ended')
  }
})
