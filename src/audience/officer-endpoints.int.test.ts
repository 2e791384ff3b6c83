import config from '@payload-config'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import { type Answer, type Credentials, rest, signIn } from '../testing/api.ts'
import { confirmedPerson } from '../testing/confirmed-person.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { emptying } from '../testing/emptying.ts'
import { pageOfLooks } from './looks.ts'

let payload: Payload
let newsletterIds: readonly string[]
let officer: string

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletterIds = (await createTestNetwork(payload, ['en'])).newsletterIds
  officer = await signIn(payload, { roles: ['data-officer'] })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('subscribers subscriptions consent_events suppressions address_looks retention_runs'),
  )
})

const now = new Date()
const EMAIL = 'amina@example.org'
const person = (address = EMAIL) => confirmedPerson(payload, { address, newsletterIds, now })

const post = (path: string, body: object = {}, as: Credentials = officer): Promise<Answer> =>
  rest(`/audience/${path}`, { as, method: 'POST', body })

/** As the form of the page sends it. */
async function exportOver(
  fields: Readonly<Record<string, string>>,
  as: Credentials = officer,
): Promise<Response> {
  const body = new URLSearchParams(fields)
  const headers = new Headers({ 'Accept-Language': 'en', ...(as !== null && { Authorization: as }) })
  const request = new Request('http://localhost:3000/api/audience/ledger/export', {
    method: 'POST',
    headers,
    body,
  })
  return handleEndpoints({ config, request })
}

const today = now.toISOString().slice(0, 10)
const period = { from: today, until: today, format: 'jsonl', purpose: 'Yearly report' }

const nobody = { subscriberId: null, userId: null, from: null, until: null }
const looks = async () => {
  const page = await pageOfLooks(nobody, { page: 1, perPage: 100 }, databaseOf(payload))
  return page.looks.map(({ kind, people, purpose }) => [kind, people, purpose])
}

const paths = [
  'suppressions',
  'suppressions/find',
  'suppressions/release',
  'suppressions/sync',
  'ledger/check',
  'ledger/person',
  'ledger/export',
  'retention/try',
  'retention/run',
]

test('nobody but a data officer gets an answer, not even an administrator', async () => {
  const others = [
    await signIn(payload, { roles: ['administrator'] }),
    await signIn(payload, { roles: ['editor'] }),
    await signIn(payload, { roles: ['translator'], locales: ['en'] }),
  ]
  for (const path of paths) {
    expect((await post(path, {}, null)).status, path).toBe(401)
    for (const as of others) expect((await post(path, {}, as)).status, path).toBe(403)
  }
  expect(await looks()).toEqual([])
})

test('an officer bars an address with a note, and the person gets nothing any more', async () => {
  await person()
  const body = { email: ' Amina@Example.org', scope: 'global', note: 'Asked by telephone' }

  expect(await post('suppressions', body)).toMatchObject({
    status: 201,
    body: { outcome: 'suppressed', message: 'It gets no mail now.' },
  })
  expect(await post('suppressions', body)).toMatchObject({ status: 200, body: { outcome: 'known' } })
  const { rows } = await databaseOf(payload).execute(sql`
    select person.status, s.reason, s.origin, s.note from subscribers person
    join suppressions s on s.address_key = person.address_key and s.scope = 'global'
  `)
  expect(rows).toEqual([{ status: 'ended', reason: 'manual', origin: 'officer', note: 'Asked by telephone' }])
})

test.for([
  ['email', { email: 'amina@example' }, 'Write the address with an @ and a dot.'],
  ['note', { note: '' }, 'Say why in a few words, without an address.'],
  ['note', { note: 'amina@example.org asked' }, 'Say why in a few words, without an address.'],
  ['scope', { scope: '0199c0de-0000-7000-8000-000000000001' }, 'Choose what it is barred from.'],
  ['scope', { scope: 'everything' }, 'Choose what it is barred from.'],
] as const)(
  'to bar an address with a wrong %s is refused, and what to do is said: %o',
  async ([field, wrong, message]) => {
    const body = { email: EMAIL, scope: 'global', note: 'Asked by telephone', ...wrong }

    expect(await post('suppressions', body)).toMatchObject({ status: 422, body: { field, message } })
  },
)

test('to look an address up is a look, found or not', async () => {
  await person()
  await post('suppressions', { email: EMAIL, scope: newsletterIds[0], note: 'Asked by telephone' })

  const found = await post('suppressions/find', { email: EMAIL })
  expect(found.body).toMatchObject({
    message: 'This address is barred.',
    subscriberId: expect.any(String),
    suppressions: [{ scope: newsletterIds[0], reason: 'manual' }],
  })
  expect(found.text).not.toContain('example')
  expect((await post('suppressions/find', { email: 'nobody@example.org' })).body).toEqual({
    message: 'Nothing bars this address.',
    subscriberId: null,
    addressKey: null,
    suppressions: [],
  })
  expect(await looks()).toEqual([
    ['found', 0, ''],
    ['found', 1, ''],
  ])
})

test('an officer releases what was looked up, with a note; without one, or what only the person may, is refused', async () => {
  await person()
  await post('suppressions', { email: EMAIL, scope: 'global', note: 'Asked by telephone' })
  const { addressKey } = (await post('suppressions/find', { email: EMAIL })).body
  const entry = { addressKey, scope: 'global', reason: 'manual' }

  expect(await post('suppressions/release', entry)).toMatchObject({ status: 422, body: { field: 'note' } })
  const note = 'Called again and wants mail'
  expect(
    await post('suppressions/release', { ...entry, scope: newsletterIds[0], reason: 'unsubscribed', note }),
  ).toMatchObject({ status: 422, body: { error: 'only-by-the-person' } })
  expect(await post('suppressions/release', { ...entry, note })).toMatchObject({ status: 200 })
  expect(await post('suppressions/release', { ...entry, note })).toMatchObject({
    status: 409,
    body: { message: 'This entry has changed. Look again.' },
  })
})

test('without the service there is no list to compare with', async () => {
  expect(await post('suppressions/sync')).toMatchObject({ status: 409, body: { error: 'no-service' } })
})

test('the check says in words how many people were checked and whether what is sent matches', async () => {
  await person()
  await person('basil@example.org')
  expect((await post('ledger/check')).body).toMatchObject({
    people: 2,
    differing: 0,
    message: '2 people checked: what is sent matches the proof.',
  })

  await databaseOf(payload).execute(sql`update subscriptions set state = 'ended'`)
  expect((await post('ledger/check')).body).toMatchObject({
    differing: 2,
    message: 'Checked: 2. Without matching proof: 2. Words that do not match their hash: 0.',
  })
})

test('the proof of one person is a file, for a purpose that is noted', async () => {
  const { id } = await person()
  expect(await post('ledger/person', { email: EMAIL })).toMatchObject({
    status: 422,
    body: { field: 'purpose' },
  })

  const answer = await post('ledger/person', { subscriberId: id, purpose: 'Asked by the authority' })
  expect(answer.body).toMatchObject({
    subscriberId: id,
    address: EMAIL,
    events: [{ kind: 'confirmed', isGenuine: true }],
    agreesTo: { newsletterIds: newsletterIds.toSorted(), follows: [] },
  })
  expect(await looks()).toEqual([['consent-exported', 1, 'Asked by the authority']])
})

test('who asks for the proof of an address that nobody used is noted too', async () => {
  expect(await post('ledger/person', { email: EMAIL, purpose: 'Asked by the person' })).toMatchObject({
    status: 404,
    body: { message: 'Nothing is known of this address.' },
  })
  expect(await looks()).toEqual([['consent-exported', 0, 'Asked by the person']])
})

test('the proof of a period is a line an event, without an address, and noted with how many people it is about', async () => {
  await person()
  await person('basil@example.org')
  const answer = await exportOver(period)
  const text = await answer.text()

  expect(answer.headers.get('Content-Disposition')).toBe(
    `attachment; filename="consent-${today}-${today}.jsonl"`,
  )
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).kind),
  ).toEqual(['confirmed', 'confirmed'])
  expect(text).not.toContain('example.org')
  expect(await looks()).toEqual([['consent-exported', 2, 'Yearly report']])
})

test('as a table it opens in a spreadsheet, and no cell of it is a formula', async () => {
  await person()
  await databaseOf(payload).execute(sql`
    insert into consent_events
      (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source, at)
    values ('key', 'imported', '[]', 'en', '=HYPERLINK("https://evil.example")', '1', '', '@SUM(A1)', ${now.toISOString()})
  `)
  // `text()` would take the mark off by which spreadsheets know the encoding.
  const bytes = await (await exportOver({ ...period, format: 'csv' })).arrayBuffer()
  const text = Buffer.from(bytes).toString()
  const [head, confirmed, imported] = text.split('\r\n')

  expect(head).toMatch(/^\uFEFF"id","addressKey","kind","at",/u)
  expect(confirmed).toContain('"confirmed"')
  expect(imported).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
  expect(imported).toContain(`"'@SUM(A1)"`)
})

test.for([
  ['purpose', { purpose: '' }],
  ['from', { from: 'yesterday' }],
  ['until', { until: '1999-01-01' }],
  ['format', { format: 'xlsx' }],
] as const)('a period without a proper %s gives nothing, and is no look', async ([field, wrong]) => {
  const answer = await exportOver({ ...period, ...wrong })

  expect([answer.status, (await answer.json()).field]).toEqual([422, field])
  expect(await looks()).toEqual([])
})

test('a trial of the retention rules tells its numbers and who tried; a run is left to a worker', async () => {
  expect(await post('retention/try')).toMatchObject({
    status: 200,
    body: { outcome: { endedSubscribers: 0, consentProof: 0 } },
  })
  expect((await post('retention/run')).status).toBe(202)
  const { rows } = await databaseOf(payload).execute(sql`
    select data ->> 'actor' is not null as by_somebody from pgboss.job where name = 'run-retention'
  `)
  expect(rows).toEqual([{ by_somebody: true }])
})
