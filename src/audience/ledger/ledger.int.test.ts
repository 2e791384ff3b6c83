import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { audienceHappenings, type Happening, oneOf } from '../../testing/audience-happenings.ts'
import { consentNetwork, HOUR_MS, START } from '../../testing/consent-network.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { findSubscriber, type Subscriber } from '../subscriber.ts'
import { checkLedger } from './check-ledger.ts'
import { proofOf } from './proof.ts'

const { payload, newsletterIds, ledger, person } = await consentNetwork()
const happenings = audienceHappenings(payload, newsletterIds)

/** The person of that address, as a worker or a page finds them. */
async function find(email: string): Promise<Subscriber | null> {
  const { rows } = await databaseOf(payload).execute<{ id: string }>(sql`
    select id from subscribers where email = ${email}
  `)
  return rows[0] === undefined ? null : findSubscriber(rows[0].id, databaseOf(payload))
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
