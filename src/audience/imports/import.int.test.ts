import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'

import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import {
  bringIn,
  doStep,
  handIn,
  keyOf,
  officerId,
  outcomesOf,
  sampleEvidence,
  stateOf,
} from '../../testing/audience-import.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'
import { canonicalAddress } from '../canonical-address.ts'
import { confirmSubscription } from '../confirm-subscription.ts'
import { consentWording } from '../consent-wording.ts'
import { endSubscriptions } from '../end-subscriptions.ts'
import { eraseSubscriber } from '../erase-subscriber.ts'
import { importPath } from './import-files.ts'

let payload: Payload
let practice = ''
let policy = ''
let country = ''
let role = ''
let organisation = ''
const now = new Date('2026-11-20T10:00:00Z')

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[practice, policy] = (await createTestNetwork(payload, ['en', 'fr', 'el', 'ar'])).newsletterIds
  const term = async (vocabulary: 'countries' | 'audiences', code: string, label: string) => {
    const { id } = await payload.create({
      collection: 'terms',
      locale: 'en',
      data: { vocabulary, code, label },
    })
    return id
  }
  country = await term('countries', 'EL', 'Greece')
  await payload.update({ collection: 'terms', id: country, locale: 'el', data: { label: 'Ελλάδα' } })
  role = await term('audiences', 'policy', 'Policy makers')
  organisation = (await payload.create({ collection: 'organisations', data: { name: 'First partner' } })).id
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(sql`
    truncate subscribers, subscriptions, follows, subscriber_facets, suppressions, audience_imports, audience_import_rows,
      consent_events, address_looks cascade
  `)
})

const rowsOf = async (table: string, what: string) =>
  (await databaseOf(payload).execute(sql.raw(`select ${what} from ${table} order by 1, 2`))).rows

async function confirm(email: string, newsletterIds: readonly string[], locale: 'en' | 'fr' = 'fr') {
  const address = canonicalAddress(email)
  if (address === null) throw new Error('not an address')
  const interests = { topics: [], countries: [], frequency: 'weekly' } as const
  const choices = { address, locale, furtherLocales: [], newsletterIds, follows: [], interests }
  const wording = consentWording('en', 'Sample network')
  await inTransaction(payload, (transaction) =>
    confirmSubscription(
      { tokenId: crypto.randomUUID(), choices },
      { wording, source: '/subscribe', now },
      transaction,
    ),
  )
}

async function person(email: string) {
  const [found] = await subscribersOf(payload, email)
  if (found === undefined) throw new Error('nobody of that address')
  return found
}

const erase = async (email: string) => {
  const found = await person(email)
  await inTransaction(payload, (transaction) => eraseSubscriber(found, now, transaction))
}

const leave = async (email: string, newsletterIds: readonly string[]) => {
  const { id } = await person(email)
  const ending = { subscriberId: id, newsletterIds, how: 'page', locale: 'en', now } as const
  await inTransaction(payload, (transaction) => endSubscriptions(ending, transaction))
}

const inEnglish = { locale: 'en' } as const

test('a list brings people with everything that it says of them, and the proof of their consent', async () => {
  const { id, state, counts } = await bringIn(
    payload,
    'E-mail;Language;Further languages;Newsletter;Country;Role;Organisation;Frequency;Confirmed at\n' +
      'Ann@Example.org;Greek;fr, ar;Practice letter|policy-letter;Ελλάδα;policy;first partner;monthly;2024-03-02 10:00\n',
  )

  expect([state, counts.outcomes]).toEqual(['applied', { new: 1 }])
  expect(await person('Ann@example.org')).toMatchObject({
    locale: 'el',
    furtherLocales: ['fr', 'ar'],
    newsletterIds: [practice, policy].sort(),
    countries: [country],
    role,
    organisation,
    frequency: 'monthly',
    status: 'active',
    confirmedAt: new Date('2024-03-02T10:00:00Z'),
  })
  const [proof] = await rowsOf(
    'consent_events',
    'kind, newsletter_ids, wording, locale, source, detail, actor, import_id, address_key',
  )
  expect(proof).toEqual({
    kind: 'imported',
    newsletter_ids: [practice, policy].sort(),
    wording: sampleEvidence.text,
    locale: 'en',
    source: 'import',
    detail: {
      place: sampleEvidence.place,
      from: '2024-03-01',
      until: '2024-03-03',
      reference: sampleEvidence.reference,
      line: 2,
      agreedAt: '2024-03-02T10:00:00.000Z',
    },
    actor: officerId,
    import_id: id,
    address_key: keyOf('ann@example.org'),
  })
  expect(await rowsOf('subscriber_facets', 'locale, confirmed_on::text as day')).toEqual([
    { locale: 'el', day: '2024-03-02' },
  ])
  expect(await rowsOf('address_looks', 'kind, people')).toEqual([{ kind: 'imported', people: 1 }])
  expect(existsSync(importPath(id))).toBe(false)
})

test('the words that a row brings are those of its proof', async () => {
  await bringIn(
    payload,
    `email,consent text,newsletter\nann@example.org,"Yes, write to ann@example.org",Practice letter`,
    {
      defaults: inEnglish,
    },
  )

  expect(await rowsOf('consent_events', 'wording, wording_hash')).toEqual([
    {
      wording: 'Yes, write to …',
      wording_hash: createHash('sha256').update('Yes, write to …').digest('base64url'),
    },
  ])
})

test('a check says of each row what would come of it and changes nothing', async () => {
  await confirm('known@example.org', [practice])
  await confirm('left@example.org', [practice])
  await leave('left@example.org', [practice])
  await confirm('half@example.org', [practice])
  await leave('half@example.org', [practice])
  await confirm('erased@example.org', [practice])
  await erase('erased@example.org')
  await databaseOf(payload).execute(
    sql`insert into suppressions (address_key, scope, reason) values (${keyOf('angry@example.org')}, 'global', 'complaint')`,
  )
  const before = await rowsOf('subscribers', 'email, updated_at')

  const id = await handIn(
    payload,
    [
      'email,lang,newsletter,country',
      'new@example.org,en,Practice letter,',
      'NEW@example.org,en,Practice letter,',
      'known@example.org,el,Policy letter,',
      'known@example.org,el,Practice letter,',
      'left@example.org,en,Practice letter,',
      'half@example.org,en,Practice letter;Policy letter,',
      'erased@example.org,en,Practice letter,',
      'angry@example.org,en,Practice letter,',
      'nobody,en,Practice letter,',
      ',en,Practice letter,',
      'a@example.org,xx,Practice letter,',
      'b@example.org,de,Practice letter,',
      'c@example.org,en,Cooking,',
      'd@example.org,,Practice letter,',
      'e@example.org,en,,',
      'f@example.org,en,Practice letter,Atlantis',
    ].join('\r\n'),
  )
  const { state, counts } = await doStep(payload, id, 'check')

  expect(state).toBe('checked')
  expect(await outcomesOf(payload, id)).toEqual([
    '2 new',
    '3 refused twice 2',
    '4 added',
    '5 refused twice 4',
    '6 refused unsubscribed',
    '7 added partly-unsubscribed',
    '8 refused erased',
    '9 refused suppressed-complaint',
    '10 refused not-an-address nobody',
    '11 refused no-address',
    '12 refused unknown-language xx',
    '13 refused unknown-language de',
    '14 refused unknown-newsletter Cooking',
    '15 refused no-language',
    '16 refused no-newsletter',
    '17 refused unknown-country Atlantis',
  ])
  expect(counts).toMatchObject({ rows: 16, outcomes: { new: 1, added: 2, refused: 13 } })
  expect(await rowsOf('subscribers', 'email, updated_at')).toEqual(before)
})

test('who is known gets newsletters added and keeps what they chose', async () => {
  await confirm('known@example.org', [practice])

  await bringIn(
    payload,
    'email,lang,frequency,newsletter\nknown@example.org,el,monthly,Policy letter;Practice letter',
  )

  expect(await person('known@example.org')).toMatchObject({
    locale: 'fr',
    frequency: 'weekly',
    newsletterIds: expect.arrayContaining([practice, policy]),
  })
  expect(await rowsOf('consent_events', 'kind, newsletter_ids')).toEqual([
    { kind: 'confirmed', newsletter_ids: [practice] },
    { kind: 'imported', newsletter_ids: [policy] },
  ])
})

test('whoever leaves, is erased or signs up between check and import is treated as they are by then', async () => {
  await confirm('leaves@example.org', [policy])
  await confirm('erased@example.org', [policy])
  const id = await handIn(
    payload,
    'email\nleaves@example.org\nerased@example.org\nsigns-up@example.org\nnew@example.org\n',
    { defaults: { locale: 'en', newsletterIds: [practice] } },
  )
  await doStep(payload, id, 'check')
  await confirm('leaves@example.org', [practice])
  await leave('leaves@example.org', [practice])
  await erase('erased@example.org')
  await confirm('signs-up@example.org', [policy])

  const { counts } = await doStep(payload, id, 'apply')

  expect(await outcomesOf(payload, id)).toEqual([
    '2 refused unsubscribed',
    '3 refused erased',
    '4 added',
    '5 new',
  ])
  expect(counts.outcomes).toEqual({ refused: 2, added: 1, new: 1 })
  expect((await subscribersOf(payload)).map(({ email }) => email).sort()).toEqual([
    'leaves@example.org',
    'new@example.org',
    'signs-up@example.org',
  ])
})

test('a list that changes nothing any more says so', async () => {
  const list = 'email,lang,newsletter\nann@example.org,en,Practice letter'
  await bringIn(payload, list)

  const { id, counts } = await bringIn(payload, list)

  expect(counts.outcomes).toEqual({ unchanged: 1 })
  expect(await outcomesOf(payload, id)).toEqual(['2 unchanged'])
  expect(await rowsOf('consent_events', 'kind, id')).toHaveLength(1)
})

test('listmonk: what attributes say is read, and who was blocked or had left there gets no mail here', async () => {
  const { counts } = await bringIn(
    payload,
    'uuid,email,name,attributes,status,created_at,updated_at\n' +
      '1,ann@example.org,Ann,"{""lang"": ""el"", ""city"": ""Athens"", ""country"": [""Greece""]}",enabled,2024-01-02 10:11:12.123456+00,x\n' +
      '2,bob@example.org,Bob,{},blocklisted,2024-01-02,x\n' +
      '3,eve@example.org,Eve,{},disabled,2024-01-02,x\n' +
      '4,odd@example.org,Odd,{broken,enabled,2024-01-02,x\n',
    { defaults: { newsletterIds: [practice] } },
  )

  expect(counts).toMatchObject({
    outcomes: { new: 1, barred: 2, refused: 1 },
    reasons: { 'wrong-attributes': 1 },
  })
  expect(await person('ann@example.org')).toMatchObject({
    locale: 'el',
    countries: [country],
    confirmedAt: new Date('2024-01-02T10:11:12.123Z'),
  })
  expect(await rowsOf('suppressions', 'reason, scope, origin, address_key')).toEqual([
    { reason: 'manual', scope: 'global', origin: 'import', address_key: keyOf('bob@example.org') },
    { reason: 'unsubscribed', scope: practice, origin: 'import', address_key: keyOf('eve@example.org') },
  ])
  expect(await rowsOf('consent_events', 'kind, detail')).toMatchObject([
    { kind: 'imported' },
    { kind: 'suppressed', detail: { reason: 'manual', scopes: ['global'] } },
    { kind: 'suppressed', detail: { reason: 'unsubscribed', scopes: [practice] } },
  ])
})

test('Mailchimp: the files of those who left and of dead mailboxes become suppressions', async () => {
  const left = 'Email Address,First Name,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,UNSUB_TIME,LEID,EUID\n'
  const cleaned = 'Email Address,OPTIN_TIME,CLEAN_TIME,CLEAN_CAMPAIGN_ID,LEID\n'
  await confirm('here@example.org', [practice])

  const first = await bringIn(
    payload,
    `${left}ann@example.org,Ann,2020-01-01,1.2.3.4,,2021-01-01,1,2\nhere@example.org,,,,,2021-01-01,1,2`,
  )
  const second = await bringIn(
    payload,
    `${cleaned}bob@example.org,,2021-01-01,9,1\nann@example.org,,2021-01-01,9,1`,
  )

  expect([first.brings, first.format.source, first.counts.outcomes]).toEqual([
    'suppressions',
    'mailchimp',
    { barred: 2 },
  ])
  expect(second.counts.outcomes).toEqual({ barred: 2 })
  expect(await person('here@example.org')).toMatchObject({ newsletterIds: [practice] })
  const scopes = await rowsOf('suppressions', 'reason, scope, address_key')
  expect(scopes).toHaveLength(5)
  expect(scopes).toContainEqual({
    reason: 'hard-bounce',
    scope: 'global',
    address_key: keyOf('bob@example.org'),
  })
  expect(scopes).not.toContainEqual(
    expect.objectContaining({ scope: practice, address_key: keyOf('here@example.org') }),
  )
})

test('an import cannot be brought in without evidence, and a failure leaves nothing behind', async () => {
  const id = await handIn(payload, 'email,lang,newsletter\nann@example.org,en,Practice letter')
  await doStep(payload, id, 'check')
  await databaseOf(payload).execute(sql`update audience_imports set evidence = null where id = ${id}::uuid`)

  await expect(doStep(payload, id, 'apply')).rejects.toThrow('without evidence')

  expect(await stateOf(payload, id)).toMatchObject({ state: 'checked', problem: { reason: 'unexpected' } })
  expect(await rowsOf('subscribers', 'id, email')).toEqual([])
})

test('a file that cannot be read to its end is told by its line, and its rows are those of before', async () => {
  const id = await handIn(payload, 'email,lang,newsletter\nann@example.org,en,Practice letter\n"eve', {})

  const { state, problem } = await doStep(payload, id, 'check')

  expect({ state, problem }).toEqual({ state: 'uploaded', problem: { reason: 'quote-open', line: 3 } })
  expect(await outcomesOf(payload, id)).toEqual([])
})
