import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { confirmedPerson, pressConfirm } from '../../testing/confirmed-person.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { consentWording } from '../consent-wording.ts'
import { endSubscriptions } from '../end-subscriptions.ts'
import { eraseSubscriber } from '../erase-subscriber.ts'
import type { Follow } from '../follow.ts'
import { onList } from '../mailing-list.ts'
import { savePreferences } from '../preferences.ts'
import { replay } from '../replay.ts'
import { restoreSubscription } from '../restore-subscription.ts'
import { findSubscriber, type Subscriber } from '../subscriber.ts'
import { release } from '../suppression/release.ts'
import { suppress } from '../suppression/suppress.ts'
import { EVERYTHING } from '../suppression/suppression-reasons.ts'
import { checkLedger } from './check-ledger.ts'
import { proofOf, proofsOver } from './proof.ts'

let payload: Payload
let newsletterIds: readonly string[]

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletterIds = (await createTestNetwork(payload, ['en'])).newsletterIds
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(sql`
    truncate subscribers, subscriptions, follows, consent_events, suppressions cascade
  `)
})

const wording = consentWording('en', 'Sample network')
const START = new Date('2026-01-01T10:00:00Z').getTime()
const HOUR_MS = 3_600_000

/** The person of that address, as a worker or a page finds them. */
async function find(email: string): Promise<Subscriber | null> {
  const { rows } = await databaseOf(payload).execute<{ id: string }>(sql`
    select id from subscribers where email = ${email}
  `)
  return rows[0] === undefined ? null : findSubscriber(rows[0].id, databaseOf(payload))
}

/** Something that happens to a person; false where it cannot happen to them now. */
type Happening = (person: Subscriber | null, email: string, now: Date, random: () => number) => Promise<void>

const subset = <T>(all: readonly T[], random: () => number): T[] => all.filter(() => random() < 0.5)
const oneOf = <T>(all: readonly [T, ...T[]], random: () => number): T =>
  all[Math.floor(random() * all.length)] ?? all[0]

const things: readonly Follow[] = [
  { target: 'events', targetId: randomUUID(), reminder: true },
  { target: 'topics', targetId: randomUUID(), reminder: false },
  { target: 'practices', targetId: randomUUID(), reminder: false },
]

const inOne = <Result>(work: Parameters<typeof inTransaction<Result>>[1]) => inTransaction(payload, work)

/** The same, for those who are there. */
const known =
  (happen: (person: Subscriber, now: Date, random: () => number) => Promise<unknown>): Happening =>
  async (person, _, now, random) => {
    if (person !== null) await happen(person, now, random)
  }

const bar =
  (reason: 'complaint' | 'hard-bounce' | 'manual', isOfOne = false) =>
  (person: Subscriber, now: Date, random: () => number) =>
    inOne((transaction) =>
      suppress(
        {
          addressKey: person.addressKey,
          scope: isOfOne ? (subset(newsletterIds, random)[0] ?? EVERYTHING) : EVERYTHING,
          reason,
          origin: reason === 'manual' ? 'officer' : 'mailbox',
          note: null,
          actor: null,
          now,
        },
        transaction,
      ),
    )

const happenings: Readonly<Record<string, Happening>> = {
  confirm: (_, email, now, random) =>
    inOne(async (transaction) => {
      const chosen = { newsletterIds: subset(newsletterIds, random), follows: subset(things, random) }
      await pressConfirm({ address: email, now, ...chosen }, transaction)
    }),
  savePreferences: known((person, now, random) =>
    inOne((transaction) =>
      savePreferences(
        person,
        {
          locales: ['en'],
          newsletterIds: subset(newsletterIds, random),
          follows: subset(person.follows, random),
          frequency: oneOf(['every-issue', 'weekly', 'monthly'], random),
          topics: [],
          countries: [],
          role: null,
          organisation: null,
          timeZone: null,
          pausedUntil: null,
          newsletterPauses: new Map(),
        },
        { wording, now },
        transaction,
      ),
    ),
  ),
  oneClick: known((person, now, random) => {
    const list = oneOf(['digest', 'notices', ...newsletterIds], random)
    return inOne((transaction) =>
      endSubscriptions(
        { subscriberId: person.id, ...onList(list, person), how: 'one-click', locale: 'en', now },
        transaction,
      ),
    )
  }),
  undo: known(async (person, now) => {
    const left = { newsletterIds: person.newsletterIds, follows: person.follows }
    await inOne((transaction) =>
      endSubscriptions({ subscriberId: person.id, ...left, how: 'page', locale: 'en', now }, transaction),
    )
    await inOne((transaction) => restoreSubscription(person, left, { wording, now }, transaction))
  }),
  erase: known((person, now) => inOne((transaction) => eraseSubscriber(person, now, transaction))),
  complain: known(bar('complaint')),
  bounce: known(bar('hard-bounce')),
  bar: known(bar('manual')),
  barOne: known(bar('manual', true)),
  release: known((person, now) =>
    inOne(async (transaction) => {
      for (const reason of ['complaint', 'hard-bounce', 'manual'] as const)
        await release(
          {
            addressKey: person.addressKey,
            scope: EVERYTHING,
            reason,
            note: 'They asked for it',
            actor: randomUUID(),
            now,
          },
          transaction,
        )
    }),
  ),
}

/** What the product does with everybody, by the address. */
async function reached(): Promise<Record<string, unknown>> {
  const { rows } = await databaseOf(payload).execute<{ id: string }>(sql`select id from subscribers`)
  const people = await Promise.all(rows.map(({ id }) => findSubscriber(id, databaseOf(payload))))
  return Object.fromEntries(
    people.flatMap((person) =>
      person === null || person.newsletterIds.length + person.follows.length === 0
        ? []
        : [
            [
              person.addressKey,
              {
                newsletterIds: person.newsletterIds.toSorted(),
                follows: person.follows.map(({ target, targetId }) => `${target}/${targetId}`).sort(),
              },
            ],
          ],
    ),
  )
}

/** What follows from the ledger, by the address. */
async function proven(): Promise<Record<string, unknown>> {
  const { rows } = await databaseOf(payload).execute<{ key: string }>(sql`
    select distinct address_key as key from consent_events
  `)
  const proofs = await Promise.all(rows.map(({ key }) => proofOf(key, databaseOf(payload))))
  return Object.fromEntries(
    proofs.flatMap((proof) =>
      proof === null || proof.agreesTo.newsletterIds.length + proof.agreesTo.follows.length === 0
        ? []
        : [[proof.addressKey, proof.agreesTo]],
    ),
  )
}

const ledger = async () => {
  const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(sql`
    select * from consent_events order by id
  `)
  return rows
}

test.for([1, 2, 3, 4])(
  'whatever happens to people, the ledger played from its beginning says what they get (seed %i)',
  async (seed) => {
    const random = seededRandom(seed)
    const emails = ['amina', 'basil', 'carla', 'dmitri'].map((name) => `${name}@example.org`)
    let before: Record<string, unknown>[] = []
    for (let step = 0; step < 60; step++) {
      const email = oneOf(emails as [string, ...string[]], random)
      const [name, happen] = oneOf(
        Object.entries(happenings) as [[string, Happening], ...[string, Happening][]],
        random,
      )
      await happen(await find(email), email, new Date(START + step * 200 * HOUR_MS), random)

      const after = await ledger()
      expect(after.slice(0, before.length), `${step} ${name}`).toEqual(before)
      before = after
    }

    expect(await proven()).toEqual(await reached())
    expect(await checkLedger(databaseOf(payload))).toMatchObject({
      differing: 0,
      falsified: 0,
      events: before.length,
    })
  },
)

const person = (name: string) =>
  confirmedPerson(payload, {
    address: `${name}@example.org`,
    newsletterIds,
    follows: things,
    now: new Date(START),
  })

test.for([
  [
    'is written to without a proof',
    sql`insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    select id, gen_random_uuid(), 'confirmed', now() from subscribers where email = 'amina@example.org'`,
  ],
  [
    'agreed and is not written to',
    sql`update subscriptions set state = 'ended'
    where subscriber_id = (select id from subscribers where email = 'amina@example.org')`,
  ],
  [
    'follows without a proof',
    sql`insert into follows (subscriber_id, target, target_id, confirmed_at)
    select id, 'news', gen_random_uuid(), now() from subscribers where email = 'amina@example.org'`,
  ],
  [
    'agreed to follow and does not',
    sql`delete from follows
    where subscriber_id = (select id from subscribers where email = 'amina@example.org') and target = 'events'`,
  ],
] as const)('the check finds somebody who %s', async ([, statement]) => {
  const amina = await person('amina')
  await person('basil')
  expect(await checkLedger(databaseOf(payload))).toMatchObject({ people: 2, events: 2, differing: 0 })

  await databaseOf(payload).execute(statement)
  expect(await checkLedger(databaseOf(payload))).toMatchObject({
    people: 2,
    differing: 1,
    examples: [amina.addressKey],
  })
})

test('the check finds words that are not those which the hash was made of', async () => {
  const amina = await person('amina')
  await databaseOf(payload).execute(sql`
    insert into consent_events
      (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source)
    select address_key, kind, newsletter_ids, locale, 'I agree to anything', wording_version, wording_hash, source
    from consent_events
  `)

  expect(await checkLedger(databaseOf(payload))).toMatchObject({ events: 2, differing: 0, falsified: 1 })
  const proof = await proofOf(amina.addressKey, databaseOf(payload))
  expect(proof?.events.map(({ isGenuine }) => isGenuine)).toEqual([true, false])
})

test.for([
  ['changed', sql`update consent_events set wording = 'something else'`],
  ['removed', sql`delete from consent_events`],
] as const)('no event can be %s', async ([, statement]) => {
  await person('amina')
  const before = await ledger()

  await expect(databaseOf(payload).execute(statement)).rejects.toMatchObject({
    cause: { message: 'consent_events is append-only' },
  })
  expect(await ledger()).toEqual(before)
})

test('the proof of a person outlives the person, and says all that was shown, where, when and by which link', async () => {
  const amina = await person('amina')
  await inOne((transaction) => eraseSubscriber(amina, new Date(START + HOUR_MS), transaction))

  expect(await proofOf(amina.addressKey, databaseOf(payload))).toEqual({
    addressKey: amina.addressKey,
    subscriberId: null,
    address: null,
    agreesTo: replay([]),
    events: [
      expect.objectContaining({
        kind: 'confirmed',
        at: new Date(START),
        newsletterIds,
        wording: wording.text,
        wordingVersion: wording.version,
        wordingHash: wording.hash,
        isGenuine: true,
        locale: 'en',
        source: '/en/confirm',
        tokenId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
        actor: null,
        import: null,
      }),
      expect.objectContaining({
        kind: 'erased',
        at: new Date(START + HOUR_MS),
        source: '/my-data',
        isGenuine: null,
      }),
    ],
  })
})

test('who came by a list has the evidence of that list in their proof', async () => {
  const importId = randomUUID()
  await databaseOf(payload).execute(sql`
    insert into audience_imports (id, file_name, state, format, evidence, actor, applied_at)
    values (${importId}, 'fair.csv', 'applied', '{}', '{"where": "Fair in Patras"}', ${randomUUID()},
      '2026-02-01T00:00:00Z')
  `)
  await databaseOf(payload).execute(sql`
    insert into consent_events
      (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source, import_id)
    values ('somebody', 'imported', '[]', 'en', '', '', '', 'import', ${importId})
  `)

  const proof = await proofOf('somebody', databaseOf(payload))
  expect(proof?.events[0]?.import).toEqual({
    id: importId,
    fileName: 'fair.csv',
    evidence: { where: 'Fair in Patras' },
    appliedAt: '2026-02-01T00:00:00.000Z',
  })
})

test('of an address that nobody ever used there is no proof', async () => {
  expect(await proofOf('nobody', databaseOf(payload))).toBeNull()
})

test('the proofs of a period are those of its days, in their order, however many there are', async () => {
  await databaseOf(payload).execute(sql`
    insert into consent_events
      (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source, at)
    select 'key-' || n, 'confirmed', '[]', 'en', '', '', '', '/', '2026-03-01'::timestamptz + make_interval(hours => n)
    from generate_series(0, 2399) n
  `)
  const period = { from: new Date('2026-03-02T00:00:00Z'), until: new Date('2026-05-30T00:00:00Z') }
  const keys: string[] = []
  for await (const page of proofsOver(period, databaseOf(payload)))
    keys.push(...page.map(({ addressKey }) => addressKey))

  expect(keys).toEqual(Array.from({ length: 90 * 24 - 24 }, (_, index) => `key-${index + 24}`))
})
