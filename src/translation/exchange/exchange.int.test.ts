import config from '@payload-config'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { apiConsumer, type Credentials, signIn } from '../../testing/api.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { bytesOf, sampleFile, sampleSegment, targetsIn } from '../../testing/exchange.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { targetRows, writeSegments } from '../../testing/translation-rows.ts'
import type { ExchangeSegment } from './exchange-file.ts'
import { writeXliff } from './write-xliff.ts'

const title = sampleSegment({ maxCharacters: 40 })
const body = sampleSegment({
  key: 'body#n1',
  field: 'body',
  source: 'Read ⟦1⟧all⟦/1⟧ of it',
  marks: [{ id: 1, kind: 'format', format: 1 }],
  sourceHash: 'hash-of-the-body',
})
const greek = { title: 'Αρχίζει', body: 'Διαβάστε ⟦1⟧όλο⟦/1⟧' }

let payload: Payload
const people = new Map<string, Credentials>()
let id = ''
let otherId = ''

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'el', 'ar'])
  people.set('editor', await signIn(payload, { roles: ['editor'] }))
  people.set('Greek translator', await signIn(payload, { roles: ['translator'], locales: ['el', 'fr'] }))
  people.set('contributor', await signIn(payload, { roles: ['contributor'] }))
  people.set('API consumer', await apiConsumer(payload))
  people.set('anyone', null)
  id = (await createTestItem(payload)).id
  otherId = (await createTestItem(payload)).id
})
beforeEach(async () => {
  await writeSegments(payload, { collection: 'news', id }, [title, body])
  await writeSegments(payload, { collection: 'news', id: otherId }, [title])
})
afterAll(() => payload.destroy())

interface Asked {
  readonly as?: string
  readonly body?: BodyInit
}

async function ask(path: string, { as = 'editor', body: content }: Asked = {}): Promise<Response> {
  const headers = new Headers({ 'Accept-Language': 'en' })
  const credentials = people.get(as)
  if (credentials) headers.set('Authorization', credentials)
  const request = new Request(`http://localhost:3000/api/translation/${path}`, {
    method: content === undefined ? 'GET' : 'POST',
    headers,
    ...(content !== undefined && { body: content }),
  })
  return handleEndpoints({ config, request })
}

/** What a translator's tool makes of an export: these targets, handed in. */
const filledIn = (
  targets: Partial<typeof greek> = greek,
  { itemId = id, state = 'needs-review' as ExchangeSegment['state'], version = '2.1' as const } = {},
): string =>
  writeXliff(
    [
      sampleFile(
        [
          { ...title, target: targets.title ?? '', state: targets.title === undefined ? 'missing' : state },
          { ...body, target: targets.body ?? '', state: targets.body === undefined ? 'missing' : state },
        ],
        { itemId },
      ),
    ],
    version,
  )

const rows = () => targetRows(payload, { collection: 'news', id })
const importing = (text: string, query = '', as = 'editor'): Promise<Response> =>
  ask(`import${query}`, { as, body: bytesOf(text) as BodyInit })

test('an item goes out with what is open, under a name that says what it is', async () => {
  const answer = await ask(`export?items=news/${id}&locale=el`)

  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/xliff+xml; charset=utf-8',
    'content-disposition':
      'attachment; filename="mentoring-starts.en-el.xlf"; filename*=UTF-8\'\'mentoring-starts.en-el.xlf',
    'cache-control': 'no-store',
  })
  const text = await answer.text()
  expect(targetsIn(text)).toEqual({ title: null, body_23_n1: null })
  expect(text).toContain('<note id="field" category="field">Title</note>')
})

test('a file that is imported is written whole, waits for review, and counts in the item’s state', async () => {
  const answer = await importing(filledIn(), '', 'Greek translator')

  expect(await answer.json()).toMatchObject({ written: 2, counts: { imported: 2, problem: 0 } })
  expect(await rows()).toMatchObject([
    {
      locale: 'el',
      key: 'body#n1',
      text: greek.body,
      state: 'needs-review',
      source_hash: 'hash-of-the-body',
      source_text: body.source,
      source_revision: 3,
      origin: 'import',
      signed: true,
      version: 1,
    },
    { locale: 'el', key: 'title', text: greek.title, version: 1 },
  ])
  const { rows: states } = await databaseOf(payload).execute(sql`
    select state, needs_review from translation_locales where item_id = ${id} and locale = 'el'
  `)
  expect(states).toEqual([{ state: 'needs-review', needs_review: 2 }])
})

test.for(['2.1', '1.2'])(
  'an export of everything that comes back in XLIFF %s changes nothing',
  async (version) => {
    await importing(filledIn(greek, { state: 'approved' }))
    const before = await rows()
    const text = await (await ask(`export?items=news/${id}&locale=el&scope=all&version=${version}`)).text()

    const report = await (await importing(text)).json()

    expect(report).toMatchObject({
      written: 0,
      counts: { unchanged: 2, imported: 0, problem: 0, conflict: 0 },
    })
    expect(await rows()).toEqual(before)
    const again = await (await ask(`export?items=news/${id}&locale=el&scope=all&version=${version}`)).text()
    expect(again).toBe(text)
  },
)

test('a batch goes out as one file and comes in as one', async () => {
  const answer = await ask(`export?items=news/${id},news/${otherId}&locale=el&version=1.2`)
  const text = await answer.text()
  expect(answer.headers.get('content-disposition')).toContain('mentoring-starts_1.en-el.xlf')

  const report = await importing(
    text.replaceAll(/(<source>Mentoring starts<\/source>)/gu, '$1<target>Αρχίζει</target>'),
  )

  expect(await report.json()).toMatchObject({ written: 2 })
  expect(await targetRows(payload, { collection: 'news', id: otherId })).toMatchObject([{ text: 'Αρχίζει' }])
})

test('a file with one wrong unit leaves every item as it was, and the answer names the unit', async () => {
  const other = writeXliff(
    [sampleFile([{ ...title, target: 'Καλό', state: 'approved' }], { itemId: otherId })],
    '2.1',
  )
  const good = / <file[\s\S]*<\/file>\n/u.exec(other)?.[0] ?? ''
  const text = filledIn({ ...greek, body: 'Διαβάστε όλο' }).replace('</xliff>', `${good}</xliff>`)

  const answer = await importing(text)

  expect(answer.status).toBe(422)
  const { units, written } = await answer.json()
  expect(written).toBe(0)
  expect(units[0]).toMatchObject({
    file: `news/${id}`,
    title: 'Mentoring starts',
    unit: 'body#n1',
    problem: 'missing-markup',
    message:
      'Markup of the source is missing in the translation: number 1. Put it back; it may stand elsewhere in the text.',
  })
  expect(await rows()).toEqual([])
  expect(await targetRows(payload, { collection: 'news', id: otherId })).toEqual([])
})

test('a rehearsal says what would come of it and writes nothing', async () => {
  const answer = await importing(filledIn(), '?dryRun=1')

  expect(await answer.json()).toMatchObject({ isRehearsal: true, written: 0, counts: { imported: 2 } })
  expect(await rows()).toEqual([])
})

test('what a colleague wrote meanwhile stays until the importer decides', async () => {
  const old = filledIn()
  await importing(filledIn({ title: 'Νεότερο' }, { state: 'approved' }))

  const refused = await importing(old)
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({ written: 0, counts: { conflict: 1, imported: 1 } })
  expect(await rows()).toMatchObject([{ text: 'Νεότερο', version: 1 }])

  await importing(old, '?conflicts=keep')
  expect(await rows()).toMatchObject([
    { text: greek.body },
    { text: 'Νεότερο', state: 'approved', version: 1 },
  ])

  await importing(old, '?conflicts=overwrite')
  expect(await rows()).toMatchObject([
    { text: greek.body, version: 1 },
    { text: greek.title, state: 'needs-review', version: 2 },
  ])
})

test('a form with the file in it does as well as the file itself', async () => {
  const form = new FormData()
  form.set('file', new File([filledIn()], 'news.xlf'))

  expect(await (await ask('import', { body: form })).json()).toMatchObject({ written: 2 })
})

test('a form without a file, and a broken one, are refused with a reason', async () => {
  const form = new FormData()
  form.set('other', 'x')
  expect(await (await ask('import', { body: form })).json()).toMatchObject({ error: 'no-file' })

  const broken = new Blob(['--x\r\nnothing'], { type: 'multipart/form-data; boundary=x' })
  expect(await (await ask('import', { body: broken })).json()).toMatchObject({ error: 'not-a-form' })
})

test('more than 20 MB is refused', async () => {
  const answer = await ask('import', { body: new Uint8Array(21 * 1024 ** 2) })

  expect([answer.status, (await answer.json()).error]).toEqual([422, 'too-large'])
})

test.for([
  ['anyone', 401, 401],
  ['API consumer', 403, 403],
  ['contributor', 403, 403],
  ['Greek translator', 200, 200],
  ['editor', 200, 200],
] as const)('%s exports and imports Greek: %i', async ([as, out, back]) => {
  expect((await ask(`export?items=news/${id}&locale=el`, { as })).status).toBe(out)
  expect((await importing(filledIn(), '?dryRun=1', as)).status).toBe(back)
})

test('a translator neither exports nor imports a language of others', async () => {
  expect((await ask(`export?items=news/${id}&locale=ar`, { as: 'Greek translator' })).status).toBe(403)
  const arabic = filledIn().replace('trgLang="el"', 'trgLang="ar"')

  const answer = await importing(arabic, '', 'Greek translator')

  expect(await answer.json()).toMatchObject({ units: [{ unit: null, problem: 'not-your-locale' }] })
  expect(await rows()).toEqual([])
})

test.for([
  ['locale=xx', 'locale'],
  ['locale=fr', 'locale'],
  ['locale=en', 'no-such-item'],
  ['locale=el&version=3', 'version'],
  ['locale=el&scope=some', 'scope'],
  ['locale=el&items=', 'items'],
  ['locale=el&items=users/1', 'no-such-item'],
  [`locale=el&items=${Array.from({ length: 501 }, (_, n) => `news/${n}`).join(',')}`, 'too-many-items'],
])('an export that asks for %s is refused with a text', async ([query, error]) => {
  const items = query?.includes('items=') ? '' : `&items=news/${id}`
  const answer = await ask(`export?${query}${items}`)
  const { error: found, message } = await answer.json()

  expect([answer.status, found]).toEqual([422, error])
  expect(message).toMatch(/\.$|: /u)
})

test('when nothing is open there is no file, unless all is asked for', async () => {
  await importing(filledIn(greek, { state: 'approved' }))

  expect(await (await ask(`export?items=news/${id}&locale=el`)).json()).toMatchObject({
    error: 'nothing-open',
  })
  expect((await ask(`export?items=news/${id}&locale=el&scope=all`)).status).toBe(200)
})

test.for(['into=xx', 'conflicts=win', 'oldSource=maybe'])('an import with %s is refused', async (query) => {
  expect((await importing(filledIn(), `?${query}`)).status).toBe(400)
  expect(await rows()).toEqual([])
})

test.for(['into=ar', 'items=news/01990000-0000-7000-8000-00000000000f'])(
  'an import that expects %s takes nothing else',
  async (query) => {
    expect((await importing(filledIn(), `?${query}`)).status).toBe(422)
    expect(await rows()).toEqual([])
  },
)

test('two imports at the same moment never leave a mixture', async () => {
  const [one, two] = [
    filledIn({ title: 'Ένα', body: 'Ένα ⟦1⟧ ⟦/1⟧' }),
    filledIn({ title: 'Δύο', body: 'Δύο ⟦1⟧ ⟦/1⟧' }),
  ]

  const answers = await Promise.all([importing(one), importing(two)])

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const words = (await rows()).map(({ text }) => String(text).slice(0, 3))
  expect(new Set(words).size).toBe(1)
})

const MUTATIONS = 250

test('no mutation of a file makes it write a foreign language or item, or breaks the server', async () => {
  const random = seededRandom(3)
  const below = (count: number): number => Math.floor(random() * count)
  const valid = filledIn()
  const pieces = [
    id,
    otherId,
    'news',
    'events',
    'users',
    'ar',
    'de',
    'en',
    'el',
    'title',
    'slug',
    '<',
    '>',
    '"',
    '&',
    '<pc id="1">',
    '</pc>',
    '⟦1⟧',
    '\u0000',
    '..',
    '/',
    "'; drop table users; --",
    '<!DOCTYPE x>',
    ']]>',
  ]
  const mutated = (): string => {
    let text = valid
    for (let change = 0; change <= below(3); change += 1) {
      const [from, to] = [below(text.length), below(30)]
      const piece = pieces[below(pieces.length)] ?? ''
      const known = pieces[below(pieces.length)] ?? ''
      text = random() < 0.5 ? text.replace(known, piece) : text.slice(0, from) + piece + text.slice(from + to)
    }
    return text
  }

  const statuses = new Set<number>()
  for (let round = 0; round < MUTATIONS; round += 1)
    statuses.add((await importing(mutated(), `?items=news/${id}`, 'Greek translator')).status)

  // Some mutations are harmless, so both happen; nothing else may.
  expect([...statuses].filter((status) => status !== 409).toSorted()).toEqual([200, 422])
  const { rows: strangers } = await databaseOf(payload).execute(sql`
    select collection, item_id, locale, key from translation_targets
    where locale <> 'el' or item_id <> ${id} or collection <> 'news' or key not in ('title', 'body#n1')
  `)
  expect(strangers).toEqual([])
})
