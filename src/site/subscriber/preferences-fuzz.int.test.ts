import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { frequencies } from '../../audience/choices.ts'
import type { Follow } from '../../audience/follow.ts'
import { unsubscribeUrl } from '../../audience/links.ts'
import { DIGEST, NOTICES } from '../../audience/mailing-list.ts'
import { confirmedPerson, personOf } from '../../testing/confirmed-person.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { preferencesToken } from '../../testing/preferences-page.ts'
import { replayed, stored } from '../../testing/replayed.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { tokenOf } from '../../testing/subscriber-path.ts'
import { visitor } from '../../testing/visitor.ts'
import { answerPreferences } from './preferences-answers.ts'
import { answerUnsubscribe } from './unsubscribe-answers.ts'

/** So many bodies are sent. `PREFERENCE_BODIES=100000` sends as many as a thorough check needs. */
const bodies = Number(process.env.PREFERENCE_BODIES ?? 150)
/** What is stored is looked at after so many. */
const ROUND = 25

const EVENT: Follow = {
  target: 'events',
  targetId: '0199c0de-0000-7000-8000-0000000000e1',
  reminder: false,
}

let payload: Payload
let newsletterIds: readonly string[]
let offered: {
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  readonly roles: readonly string[]
}

beforeAll(async () => {
  payload = await getPayload({ config })
  ;({ newsletterIds } = await createTestNetwork(payload, ['en', 'ar']))
  const topics = [(await payload.create({ collection: 'topics', data: { label: 'Mentoring' } })).id]
  const term = async (vocabulary: 'countries' | 'audiences') =>
    (await payload.create({ collection: 'terms', data: { vocabulary, code: 'a', label: 'A' } })).id
  offered = { topics, countries: [await term('countries')], roles: [await term('audiences')] }
})
afterAll(() => payload.destroy())

const random = seededRandom(20_261_124)
const any = <Each>(all: readonly Each[]): Each => all[Math.floor(random() * all.length)] as Each

/** What no form of ours would send. */
const strange = [
  '',
  ' ',
  '\u0000',
  "'; drop table subscribers; --",
  '<script>',
  '../../etc/passwd',
  'null',
  '-1',
  '9'.repeat(400),
  '١٢٣',
  '\ud800',
  '👩‍👩‍👧',
  '{{unsubscribe_url}}',
  '%00',
  '2026-13-45',
  '9999-12-31',
  '0000-00-00',
  '+275760-09-13',
  '0199c0de-0000-7000-8000-000000000000',
]

/** A field and a value that it may well have, or one from another field, or a strange one. */
function randomField(): readonly [string, string] {
  const names = [
    'locales',
    'newsletters',
    'frequency',
    'topics',
    'countries',
    'role',
    'organisation',
    'pause',
    'follows',
    'reminders',
    'unfollow',
    'newAddress',
    'add',
    'action',
    ...newsletterIds.map((id) => `pause-${id}`),
    any(strange),
  ]
  const values = [
    'en',
    'ar',
    'fr',
    ...newsletterIds,
    ...frequencies,
    ...offered.topics,
    ...offered.countries,
    ...offered.roles,
    '2026-12-24',
    '2020-01-01',
    `events/${EVENT.targetId}`,
    'amina@example.org',
    'up:ar',
    'remove:en',
    'add',
    any(strange),
  ]
  return [any(names), any(values)]
}

/** Most would be saved but for one or two fields, so that the further reaches are seen too. */
function randomBody(): (readonly [string, string])[] {
  const likely = [
    ['locales', any(['en', 'ar'])],
    ['newsletters', any(newsletterIds)],
    ['frequency', any(frequencies)],
    ['topics', any(offered.topics)],
    ['countries', any(offered.countries)],
    ['role', any(offered.roles)],
    ['pause', any(['', '2026-12-24'])],
    ['follows', `events/${EVENT.targetId}`],
    ['action', any(['save', 'save', 'save', 'leave', 'move', 'data', 'unsubscribe', 'undo', 'up:ar'])],
  ] as const
  const kept = likely.filter(() => random() < 0.85)
  const added = Array.from({ length: Math.floor(random() * 3) }, randomField)
  return random() < 0.5 ? [...kept, ...added] : [...added, ...kept]
}

test('whatever is sent to a person’s pages is answered without a fault, and nothing is stored that could not be chosen', {
  timeout: 60_000 + bodies * 60,
}, async () => {
  const somebody = visitor(payload)
  const { id } = await confirmedPerson(payload, {
    address: 'fuzz@example.org',
    newsletterIds,
    follows: [EVENT],
  })
  const token = preferencesToken({ id })
  const leaving = [DIGEST, NOTICES, ...newsletterIds].map((list) =>
    tokenOf(unsubscribeUrl({ subscriberId: id, list })),
  )
  const statuses = new Map<number, number>()
  for (let count = 0; count < bodies; count++) {
    const as = any(['urlencoded', 'multipart'] as const)
    const visit = somebody.post('/preferences/x', randomBody(), { as })
    const answer =
      random() < 0.9
        ? await answerPreferences(visit, { token })
        : await answerUnsubscribe(visit, { token: any(leaving) })
    await somebody.settle()
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    if (count % ROUND === ROUND - 1) await expectValid(id)
  }
  expect([...statuses.keys()].sort()).toEqual([200, 400, 410, 422])
  expect(statuses.get(200)).toBeGreaterThan(bodies / 3)
})

/** Only what the page offers, and nothing that the ledger does not say. */
async function expectValid(id: string): Promise<void> {
  const person = await personOf(payload, id)
  expect(['en', 'ar']).toContain(person.locale)
  expect(person.furtherLocales.filter((locale) => locale === person.locale)).toEqual([])
  expect(frequencies).toContain(person.frequency)
  const choices: readonly (readonly [readonly (string | null)[], readonly (string | null)[]])[] = [
    [person.newsletterIds, newsletterIds],
    [person.topics, offered.topics],
    [person.countries, offered.countries],
    [[person.role], [null, ...offered.roles]],
    [[person.organisation], [null]],
    [person.follows.map(({ targetId }) => targetId), [EVENT.targetId]],
  ]
  for (const [chosen, all] of choices) expect(chosen.filter((each) => !all.includes(each))).toEqual([])
  expect(person.email).toBe('fuzz@example.org')
  expect(person.status).toBe(person.newsletterIds.length + person.follows.length > 0 ? 'active' : 'ended')
  expect(await replayed(payload, person)).toEqual(stored(person))
}
