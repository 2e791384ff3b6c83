import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../database/database.ts'
import { confirmedPerson } from '../testing/confirmed-person.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { newMove } from './address-move.ts'
import { consentWording } from './consent-wording.ts'
import { endSubscriptions } from './end-subscriptions.ts'
import { moveSubscriber } from './move-subscriber.ts'
import { personalData } from './personal-data.ts'

const now = new Date('2026-11-23T10:00:00Z')
const at = now.toISOString()
const wording = consentWording('en', 'Sample network')

let payload: Payload
let practice: string
let policy: string
let topic: string

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[practice, policy] = (await createTestNetwork(payload, ['en', 'fr'])).newsletterIds
  topic = (await payload.create({ collection: 'topics', data: { label: 'Mentoring' } })).id
})
afterAll(() => payload.destroy())

const dataOf = (id: string) => personalData(id, databaseOf(payload))

test('of somebody unknown there is nothing to give', async () => {
  expect(await dataOf('0199c0de-0000-7000-8000-000000000001')).toBe(null)
})

test('everything that is kept about a person is in their data, named in their language where it can be', async () => {
  const { id, addressKey } = await confirmedPerson(payload, {
    address: 'amina@example.org',
    locale: 'fr',
    furtherLocales: ['en'],
    newsletterIds: [practice, policy],
    follows: [{ target: 'topics', targetId: topic, reminder: false }],
    interests: { topics: [topic], countries: [], frequency: 'weekly' },
    now: new Date('2026-11-01T08:00:00Z'),
  })
  await inTransaction(payload, (transaction) =>
    endSubscriptions(
      { subscriberId: id, newsletterIds: [policy], how: 'page', locale: 'fr', now },
      transaction,
    ),
  )
  const issue = randomUUID()
  const database = databaseOf(payload)
  await database.execute(sql`
    insert into editions (id, issue_id, locale, subject, preheader, html, text, content_hash, manifest)
    values (${issue}::uuid, ${issue}::uuid, 'fr', 'Numéro un', '', '', '', '', '[]')
  `)
  await database.execute(sql`
    insert into email_deliveries (id, issue_id, subscriber_id, newsletter_id, edition_id, locale, locale_reason, state,
      submitted_at, bounced_at, bounce_class, updated_at)
    values (${randomUUID()}::uuid, ${issue}::uuid, ${id}::uuid, ${practice}::uuid, ${issue}::uuid, 'fr',
      'first-language', 'submitted', ${at}::timestamptz, ${at}::timestamptz, 'soft', ${at}::timestamptz)
  `)
  await database.execute(sql`
    insert into personal_mails (id, subscriber_id, kind, key, items, state, reason, updated_at)
    values (${randomUUID()}::uuid, ${id}::uuid, 'digest', '2026-W47', '[]', 'skipped', 'nothing-new',
      '2026-11-22T10:00:00Z')
  `)
  await database.execute(sql`
    insert into address_looks (user_id, kind, subscriber_id, purpose, at)
    values (${randomUUID()}::uuid, 'shown', ${id}::uuid, 'a question by phone', ${at}::timestamptz)
  `)
  const list = randomUUID()
  await database.execute(sql`
    insert into audience_imports (id, file_name, state, format, actor, created_at)
    values (${list}::uuid, 'people.csv', 'applied', '{}', ${randomUUID()}::uuid, ${at}::timestamptz)
  `)
  await database.execute(sql`
    insert into audience_import_rows (import_id, line, address_key, "values", outcome)
    values (${list}::uuid, 7, ${addressKey}, '{"city": "Lyon"}', 'unchanged')
  `)

  expect(await dataOf(id)).toEqual({
    version: 1,
    person: {
      id,
      email: 'amina@example.org',
      status: 'active',
      confirmedAt: '2026-11-01T08:00:00.000Z',
      languages: ['fr', 'en'],
      frequency: 'weekly',
      topics: [{ id: topic, name: 'Mentoring', language: 'en' }],
      countries: [],
      role: null,
      organisation: null,
      pausedUntil: null,
      timeZone: null,
    },
    newsletters: [
      {
        id: practice,
        name: 'Practice letter (fr)',
        language: 'fr',
        state: 'confirmed',
        confirmedAt: '2026-11-01T08:00:00.000Z',
        endedAt: null,
        endedHow: null,
        pausedUntil: null,
      },
      {
        id: policy,
        name: 'Policy letter (fr)',
        language: 'fr',
        state: 'ended',
        confirmedAt: '2026-11-01T08:00:00.000Z',
        endedAt: at,
        endedHow: 'page',
        pausedUntil: null,
      },
    ].sort((one, other) => one.id.localeCompare(other.id)),
    follows: [
      {
        id: topic,
        name: 'Mentoring',
        language: 'en',
        target: 'topics',
        reminder: false,
        confirmedAt: '2026-11-01T08:00:00.000Z',
      },
    ],
    consent: [
      {
        at: '2026-11-01T08:00:00.000Z',
        kind: 'confirmed',
        newsletterIds: [practice, policy],
        follows: [{ target: 'topics', targetId: topic }],
        wording: consentWording('fr', 'Sample network').text,
        wordingVersion: wording.version,
        wordingHash: consentWording('fr', 'Sample network').hash,
        locale: 'fr',
        source: '/en/confirm',
        tokenId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        detail: { locales: ['fr', 'en'], topics: [topic], countries: [], frequency: 'weekly' },
      },
      {
        at,
        kind: 'ended',
        newsletterIds: [policy],
        follows: [],
        wording: '',
        wordingVersion: wording.version,
        wordingHash: '',
        locale: 'fr',
        source: '/u',
        tokenId: null,
        detail: { how: 'page' },
      },
    ],
    mails: [
      {
        kind: 'issue',
        newsletterId: practice,
        subject: 'Numéro un',
        items: null,
        locale: 'fr',
        localeReason: 'first-language',
        state: 'submitted',
        reason: null,
        submittedAt: at,
        deliveredAt: null,
        bouncedAt: at,
        bounceClass: 'soft',
        complainedAt: null,
        updatedAt: at,
      },
      {
        kind: 'digest',
        newsletterId: null,
        subject: null,
        items: [],
        locale: null,
        localeReason: null,
        state: 'skipped',
        reason: 'nothing-new',
        submittedAt: null,
        deliveredAt: null,
        bouncedAt: null,
        bounceClass: null,
        complainedAt: null,
        updatedAt: '2026-11-22T10:00:00.000Z',
      },
    ],
    suppressions: [{ scope: policy, reason: 'unsubscribed', origin: 'person', note: null, at }],
    imports: [{ at, outcome: 'unchanged', reason: null, values: { city: 'Lyon' } }],
    questions: [],
    looks: [{ at, kind: 'shown' }],
  })
})

test('who moved takes the proof of the address before along, but not what its next owner agreed to', async () => {
  const person = await confirmedPerson(payload, { address: 'before@example.org', newsletterIds: [practice] })
  const to = { address: 'after@example.org', canonical: 'after@example.org' }
  await inTransaction(payload, (transaction) =>
    moveSubscriber(newMove(person, to), { wording, now }, transaction),
  )
  const next = await confirmedPerson(payload, { address: 'before@example.org', newsletterIds: [policy], now })
  const kindsOf = async (id: string) =>
    (await dataOf(id))?.consent.map(({ kind, newsletterIds }) => [kind, newsletterIds])

  expect(await kindsOf(person.id)).toEqual([
    ['confirmed', [practice]],
    ['moved-here', [practice]],
  ])
  expect((await kindsOf(next.id))?.at(-1)).toEqual(['confirmed', [policy]])
})
