import config from '@payload-config'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { type Answer, type Credentials, rest, signIn } from '../../testing/api.ts'
import { sampleEvidence } from '../../testing/audience-import.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'
import { runImport } from './run-import.ts'

let payload: Payload
let officer: string
let practice = ''

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[practice] = (await createTestNetwork(payload, ['en', 'fr'])).newsletterIds
  officer = await signIn(payload, { roles: ['data-officer'] })
  for (const [vocabulary, code, label] of [
    ['countries', 'EL', 'Greece'],
    ['audiences', 'policy', 'Policy makers'],
    // Another one is called like its code, so that the code says which only to us.
    ['audiences', 'trainer', 'Trainers'],
    ['audiences', 'teacher', 'Trainer'],
  ] as const)
    await payload.create({ collection: 'terms', locale: 'en', data: { vocabulary, code, label } })
  await payload.create({ collection: 'organisations', data: { name: 'First partner' } })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(sql`
    truncate subscribers, subscriptions, follows, subscriber_facets, suppressions, audience_imports, audience_import_rows,
      consent_events, address_looks cascade
  `)
})

const list = [
  'Email;Sprache;Newsletter;Land',
  '-Ann@example.org;en;Practice letter;',
  'bob@example.org;fr;Practice letter;',
  'BOB@example.org;fr;Practice letter;',
  'eve@example.org;en;Practice letter;"=Atlantis"',
].join('\n')

const ask = (path: string, body?: object, as: Credentials = officer): Promise<Answer> =>
  rest(`/audience/imports${path}`, { as, method: 'POST', body })
const change = (id: string, body: object): Promise<Answer> =>
  rest(`/audience/imports/${id}`, { as: officer, method: 'PATCH', body })
const look = (path: string, as: Credentials = officer): Promise<Answer> =>
  rest(`/audience/imports${path}`, { as })

/** As the browser sends a file: its bytes and nothing around them. */
async function upload(
  content: string | Uint8Array<ArrayBuffer>,
  name = 'list.csv',
  as: Credentials = officer,
) {
  const response = await handleEndpoints({
    config,
    request: new Request(`http://localhost:3000/api/audience/imports?${new URLSearchParams({ name })}`, {
      method: 'POST',
      headers: { 'Accept-Language': 'en', ...(as !== null && { Authorization: as }) },
      body: content,
    }),
  })
  return { status: response.status, body: (await response.json()) as { readonly id: string } }
}

async function textOf(path: string, init: RequestInit = {}): Promise<string> {
  const headers = { 'Accept-Language': 'en', Authorization: officer, ...init.headers }
  const request = new Request(`http://localhost:3000/api/audience${path}`, { ...init, headers })
  const response = await handleEndpoints({ config, request })
  expect(response.status).toBe(200)
  // `text()` takes a mark away.
  return Buffer.from(await response.arrayBuffer()).toString()
}

/** Asks for a step and does it as a worker would. */
async function step(id: string, name: 'check' | 'apply' | 'undo'): Promise<Answer['body']> {
  expect((await ask(`/${id}/${name}`)).status).toBe(202)
  await runImport(payload, id)
  return (await look(`/${id}`)).body
}

async function bringIn(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const { id } = (await upload(content)).body
  await change(id, { evidence: sampleEvidence })
  await step(id, 'check')
  await step(id, 'apply')
  return id
}

const looks = async () =>
  (await databaseOf(payload).execute(sql`select kind, people, purpose from address_looks order by id`)).rows

const wholeAddress = /[\w-]+@example\.org/iu

test('a list goes from its file to people and back, each step through the endpoints', async () => {
  const { status, body } = await upload(list, 'Partners 2024.csv')
  const { id } = body
  expect(status).toBe(201)

  const opened = await look(`/${id}`)
  expect(opened.body).toMatchObject({
    fileName: 'Partners 2024.csv',
    state: 'uploaded',
    format: { encoding: 'utf-8', delimiter: ';', hasHeader: true, source: 'other' },
    mapping: { columns: ['email', 'locale', 'newsletters', 'countries'] },
    preview: { header: ['Email', 'Sprache', 'Newsletter', 'Land'] },
  })
  expect(opened.text).not.toMatch(wholeAddress)

  const checked = await step(id, 'check')
  expect(checked).toMatchObject({ state: 'checked', counts: { outcomes: { new: 2, refused: 2 } } })
  expect(await ask(`/${id}/apply`)).toMatchObject({
    status: 422,
    body: {
      fields: ['place', 'from', 'until', 'text', 'locale', 'reference'],
      message:
        'Fill in first: Where they agreed, From, Until, The exact words they agreed to, Language of the words and Where the record is kept.',
    },
  })
  expect((await change(id, { evidence: sampleEvidence })).body).toMatchObject({ state: 'checked' })
  expect(await looks()).toEqual([])

  expect(await step(id, 'apply')).toMatchObject({ state: 'applied', preview: null })
  expect((await subscribersOf(payload)).map(({ email }) => email).sort()).toEqual([
    '-Ann@example.org',
    'bob@example.org',
  ])
  expect(await looks()).toEqual([{ kind: 'imported', people: 4, purpose: 'Partners 2024.csv' }])

  expect(await step(id, 'undo')).toMatchObject({ state: 'undone', counts: { undone: { removed: 2 } } })
  expect(await subscribersOf(payload)).toEqual([])
  expect((await look('')).body.imports).toMatchObject([{ id, state: 'undone' }])
})

test('rows to look at come in pages, by outcome and reason, under masked addresses', async () => {
  const { id } = (await upload(list)).body
  await step(id, 'check')

  const all = await look(`/${id}/problems`)
  expect(all.body).toEqual({
    rows: [
      { line: 4, outcome: 'refused', reason: 'twice', found: '3', maskedAddress: 'B***@e***.org' },
      {
        line: 5,
        outcome: 'refused',
        reason: 'unknown-country',
        found: '=Atlantis',
        maskedAddress: 'e***@e***.org',
      },
    ],
    next: null,
  })
  const lines = async (query: string) =>
    (await look(`/${id}/problems?${query}`)).body.rows.map(({ line }: { line: number }) => line)
  expect(await lines('outcome=new')).toEqual([2, 3])
  expect(await lines('reason=twice')).toEqual([4])
  expect(await lines('after=4')).toEqual([5])
})

test('a page of rows ends where the next one begins', async () => {
  const many = Array.from({ length: 60 }, (_, each) => `no address ${each},en,Practice letter`)
  const { id } = (await upload(['email,language,newsletter', ...many].join('\n'))).body
  await step(id, 'check')

  const { rows, next } = (await look(`/${id}/problems`)).body
  expect([rows.length, next]).toEqual([50, 51])
  expect((await look(`/${id}/problems?after=${next}`)).body).toMatchObject({
    rows: { length: 10 },
    next: null,
  })
})

test('the report names each line and what helps, and no address', async () => {
  const { id } = (await upload(list)).body
  await step(id, 'check')

  expect(await textOf(`/imports/${id}/report.csv`)).toBe(
    [
      '\uFEFF"line","outcome","reason","What helps"',
      '"2","new","",""',
      '"3","new","",""',
      '"4","refused","twice","The same address as in another line, which counts."',
      '"5","refused","unknown-country","There is no such country. Correct it."',
      '',
    ].join('\r\n'),
  )
})

test('nobody but a data officer gets an answer, not even an administrator', async () => {
  const { id } = (await upload(list)).body
  for (const [as, status] of [
    [null, 401],
    [await signIn(payload, { roles: ['administrator'] }), 403],
    [await signIn(payload, { roles: ['editor'] }), 403],
  ] as const) {
    for (const path of ['', `/${id}`, `/${id}/problems`, `/${id}/report.csv`])
      expect((await look(path, as)).status, path).toBe(status)
    for (const path of ['check', 'apply', 'undo', 'discard'])
      expect((await ask(`/${id}/${path}`, {}, as)).status, path).toBe(status)
    expect((await rest(`/audience/imports/${id}`, { as, method: 'PATCH', body: {} })).status).toBe(status)
    expect((await upload(list, 'x.csv', as)).status).toBe(status)
    expect((await rest('/audience/export', { as, method: 'POST', body: {} })).status).toBe(status)
  }
  expect((await look('')).body.imports).toHaveLength(1)
})

const columns = ['email', 'locale', 'newsletters', 'countries']
const defaults = { locale: null, newsletterIds: [], frequency: 'every-issue', barReason: 'unsubscribed' }

test.for([
  [{ format: { encoding: 'utf-7' } }, 'format.encoding', 'Choose how the file is read.'],
  [
    { mapping: { columns: [null, 'locale'], defaults } },
    'mapping.columns',
    'No column holds the address. Say which one does.',
  ],
  [
    { mapping: { columns: ['email', 'email'], defaults } },
    'mapping.columns',
    'Choose one field for each column, and each field once.',
  ],
  [
    { mapping: { columns, defaults: { ...defaults, locale: 'de' } } },
    'mapping.defaults',
    'Choose a language, a rhythm and newsletters that there are.',
  ],
  [
    { mapping: { columns, defaults: { ...defaults, newsletterIds: [crypto.randomUUID()] } } },
    'mapping.defaults',
    'Choose a language, a rhythm and newsletters that there are.',
  ],
  [
    { evidence: { ...sampleEvidence, text: 'ann@example.org said yes' } },
    'evidence.text',
    'Give the words they agreed to, without an address.',
  ],
  [
    { evidence: { ...sampleEvidence, until: '2024-02-01' } },
    'evidence.until',
    'Choose a last day that is not in the future, nor before the first.',
  ],
] as const)('what is wrong is named, with what to do: %o', async ([body, field, message]) => {
  const { id } = (await upload(list)).body

  expect(await change(id, body)).toMatchObject({ status: 422, body: { field, message } })
})

test('a file that is read differently gets its columns proposed anew and has to be checked again', async () => {
  const { id } = (await upload('a@example.org;Practice letter\nb@example.org;Practice letter')).body
  await change(id, {
    mapping: { columns: ['email', 'newsletters'], defaults: { ...defaults, locale: 'en' } },
  })
  expect(await step(id, 'check')).toMatchObject({ state: 'checked', counts: { outcomes: { new: 2 } } })
  const { format } = (await look(`/${id}`)).body

  expect((await change(id, { format })).body).toMatchObject({ state: 'checked' })
  expect((await change(id, { format: { ...format, delimiter: ',' } })).body).toMatchObject({
    state: 'uploaded',
    mapping: { columns: ['email'], defaults: { locale: 'en' } },
  })
})

test('an empty file is refused with what helps, and nothing is kept of it', async () => {
  expect(await upload('')).toMatchObject({
    status: 422,
    body: { error: 'empty', message: 'The file holds no rows. Choose another one.' },
  })
  expect((await look('')).body.imports).toEqual([])
})

test('a file that ends within a quotation is told by its line', async () => {
  const { id } = (await upload('email,language,newsletter\na@example.org,en,Practice letter\n"eve')).body

  expect(await step(id, 'check')).toMatchObject({
    state: 'uploaded',
    problem: { message: 'Line 3: A quotation mark is not closed. Close it.' },
  })
})

test('what cannot be done at a step is refused, and a list that was discarded is gone', async () => {
  const { id } = (await upload(list)).body
  await change(id, { evidence: sampleEvidence })
  for (const path of ['apply', 'undo']) expect((await ask(`/${id}/${path}`)).status, path).toBe(409)
  await ask(`/${id}/check`)
  for (const path of ['check', 'discard']) expect((await ask(`/${id}/${path}`)).status, path).toBe(409)
  expect((await change(id, { brings: 'suppressions' })).status).toBe(409)

  await runImport(payload, id)
  expect((await ask(`/${id}/discard`)).status).toBe(200)
  expect((await look(`/${id}`)).status).toBe(404)
  expect((await look('/not-an-id')).status).toBe(404)
})

test('the name of a file keeps no address', async () => {
  const { id } = (await upload(list, 'from ann@example.org')).body

  expect((await look(`/${id}`)).body.fileName).toBe('from …')
})

const exported = (body: object): Promise<string> =>
  textOf('/export', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

test('an export is noted with its purpose, runs nothing in a spreadsheet, and brings the same people back', async () => {
  await bringIn(
    'email,language,further languages,newsletter,frequency,confirmed at,country,role,organisation\n' +
      '-ann@example.org,en,fr,Practice letter;Policy letter,weekly,2024-03-02 10:00,Greece,policy,First partner\n' +
      'bob@example.org,fr,,Policy letter,,2023-01-31,,Trainers,\n',
  )
  const before = await subscribersOf(payload)
  expect(before).toHaveLength(2)

  const file = await exported({ format: 'csv', purpose: 'Move to a new server' })

  expect(file.startsWith('\uFEFF"email","locale",')).toBe(true)
  expect(file).toContain(`\r\n"'-ann@example.org","en","fr",`)
  expect(await looks()).toContainEqual({ kind: 'exported', people: 2, purpose: 'Move to a new server' })

  await databaseOf(payload).execute(
    sql`truncate subscribers, subscriptions, subscriber_facets, consent_events cascade`,
  )
  await bringIn(new Uint8Array(Buffer.from(file)))
  const after = await subscribersOf(payload)
  const known = (people: typeof before) =>
    people
      .map(({ id: _, newsletterIds, ...person }) => ({ ...person, newsletterIds: newsletterIds.toSorted() }))
      .toSorted((one, other) => one.email.localeCompare(other.email))
  expect(known(after)).toEqual(known(before))
})

test('an export holds those who were chosen and may get mail', async () => {
  await bringIn(
    'email,language,newsletter\na@example.org,en,Practice letter\nb@example.org,fr,Practice letter\n' +
      'c@example.org,en,Policy letter\nd@example.org,en,Practice letter\n',
  )
  const database = databaseOf(payload)
  await database.execute(sql`
    insert into suppressions (address_key, scope, reason)
    select address_key, 'global', 'complaint' from subscribers where email = 'd@example.org'
  `)
  const { id: segment } = await payload.create({
    collection: 'segments',
    data: { name: 'French', condition: { kind: 'all', of: [{ kind: 'first-language', values: ['fr'] }] } },
  })
  const emails = async (wish: object) =>
    (await exported({ format: 'jsonl', purpose: 'Test of the choice', ...wish }))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { readonly email: string }).email)
      .sort()

  expect(await emails({})).toEqual(['a@example.org', 'b@example.org', 'c@example.org'])
  expect(await emails({ language: 'en', newsletterId: practice })).toEqual(['a@example.org'])
  expect(await emails({ segment })).toEqual(['b@example.org'])
})

test.for([
  [{ purpose: '' }, 'purpose', 'Say what for in a few words, without an address.'],
  [{ segment: crypto.randomUUID() }, 'segment', 'Choose a segment that there is and that has conditions.'],
  [{ format: 'xlsx' }, 'format', 'Something is missing. Fill in every field.'],
] as const)('an export that cannot be is refused and nobody is noted: %o', async ([body, field, message]) => {
  expect(
    await rest('/audience/export', {
      as: officer,
      method: 'POST',
      body: { format: 'csv', purpose: 'Yearly report', ...body },
    }),
  ).toMatchObject({ status: 422, body: { field, message } })
  expect(await looks()).toEqual([])
})
