import { expect, test } from 'vitest'

import { rest, signIn } from '../../testing/api.ts'
import { sampleEvidence } from '../../testing/audience-import.ts'
import { importDesk, list } from '../../testing/import-desk.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'
import { runImport } from './run-import.ts'

const { payload, ask, change, look, upload, textOf, step, looks } = await importDesk()

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
