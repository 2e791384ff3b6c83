import { ReadableStream } from 'node:stream/web'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import config from '@payload-config'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { type Database, databaseOf, sql } from '../../../database/database.ts'
import { signIn } from '../../../testing/api.ts'
import type { MemoryPair } from '../memory-pair.ts'
import { remember } from '../remember.ts'

let payload: Payload
let database: Database
let editor: string
let translator: string

beforeAll(async () => {
  payload = await getPayload({ config })
  database = databaseOf(payload)
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'], locales: ['el'] })
})
afterAll(() => payload.destroy())
beforeEach(() => database.execute(sql`delete from translation_memory`))

async function ask(path: string, as: string | null, method = 'GET', body?: BodyInit | null) {
  const headers = new Headers(as === null ? {} : { Authorization: as })
  const request = new Request(`http://localhost:3000/api/translation/memory${path}`, {
    method,
    headers,
    ...(body && { body, duplex: 'half' }),
  })
  const response = await handleEndpoints({ config, request })
  return { status: response.status, text: await response.text() }
}
async function load(file: BodyInit, { as = editor, query = '' } = {}) {
  const { status, text } = await ask(`/import?name=old.tmx${query}`, as, 'POST', file)
  return { status, body: JSON.parse(text) }
}

const pair = (facts: Partial<MemoryPair>): MemoryPair => ({
  sourceLocale: 'en',
  targetLocale: 'el',
  sourceText: 'Mentoring',
  targetText: 'Καθοδήγηση',
  context: '',
  field: '',
  provenance: 'Mentors & "friends"',
  authorId: null,
  at: new Date('2026-11-20T10:00:00Z'),
  ...facts,
})

const tmx = (
  units: string,
  { doctype = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">', version = '1.4' } = {},
): string =>
  `<?xml version="1.0"?>\n${doctype}\n<tmx version="${version}"><header srclang="en" segtype="sentence"/><body>${units}</body></tmx>`
const unit = (source: string, target: string, facts = ''): string =>
  `<tu ${facts}><tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="el"><seg>${target}</seg></tuv></tu>`

const remembered = async () =>
  (
    await database.execute<{
      source_locale: string
      target_locale: string
      source_text: string
      target_text: string
    }>(sql`select source_locale, target_locale, source_text, target_text from translation_memory order by id`)
  ).rows.map((row) => [row.source_locale, row.target_locale, row.source_text, row.target_text])

test('what was exported and imported elsewhere is the same, byte for byte but for where it came in', async () => {
  await remember(
    [
      pair({ context: 'practices/1#title', field: 'practices.title' }),
      pair({ sourceText: 'A ⟦1⟧bold⟦/1⟧ <word>⟦2/⟧&', targetText: '⟦1⟧Α⟦/1⟧ &lt;⟦2/⟧ "' }),
      pair({ sourceText: 'One ⟦1⟧two ⟦2⟧three⟦/2⟧⟦/1⟧\n four', targetText: '  spaced\u00a0out\t' }),
      pair({ sourceLocale: 'fr', targetLocale: 'fa-AF', targetText: 'رهنمایی 😀' }),
    ],
    database,
  )
  const before = await remembered()
  const first = await ask('/export.tmx', editor)
  await database.execute(sql`delete from translation_memory`)
  expect(await load(first.text)).toMatchObject({
    status: 200,
    body: { units: 4, pairs: 4, changed: 4, problems: 0 },
  })
  expect(await remembered()).toEqual(before)
  const second = await ask('/export.tmx', editor)
  const plain = (text: string): string => text.replace(/tuid="\d+"/gu, '').replaceAll('>approved<', '>tmx<')
  expect(plain(second.text)).toBe(plain(first.text))
  expect((await load(second.text)).body).toMatchObject({ pairs: 4, changed: 0 })
})

test('an export is TMX 1.4 with native codes, and without who wrote a text', async () => {
  const authorId = '0190a0b0-0000-7000-8000-000000000001'
  await remember([pair({ sourceText: '⟦1⟧Yes⟦/1⟧⟦2/⟧', authorId })], database)
  const { text } = await ask('/export.tmx?from=en&to=el', editor)
  expect(text).toContain('<seg><bpt i="1" x="1">⟦1⟧</bpt>Yes<ept i="1">⟦/1⟧</ept><ph x="2">⟦2/⟧</ph></seg>')
  expect(text).toContain('srclang="en"')
  expect(text).toContain('changedate="20261120T100000Z"')
  expect(text).not.toContain(authorId)
})

test('a translator exports what is in their languages, and imports and forgets nothing', async () => {
  await remember([pair({}), pair({ targetLocale: 'ar', targetText: 'إرشاد' })], database)
  const { status, text } = await ask('/export.tmx', translator)
  expect(status).toBe(200)
  expect(text).toContain('Καθοδήγηση')
  expect(text).not.toContain('إرشاد')
  expect((await ask('/export.tmx?to=ar', translator)).status).toBe(403)
  expect((await load(tmx(unit('a', 'b')), { as: translator })).status).toBe(403)
  expect((await ask('/1', translator, 'DELETE')).status).toBe(403)
  expect((await ask('/export.tmx', null)).status).toBe(401)
  expect((await ask('/export.tmx?to=xx', editor)).status).toBe(400)
})

test('a dry run counts and remembers nothing', async () => {
  const file = tmx(unit('One', 'Ένα') + unit('Two', 'Δύο') + unit('Two', 'Δύο'))
  expect((await load(file, { query: '&dryRun=true' })).body).toMatchObject({
    units: 3,
    pairs: 3,
    changed: 2,
    dryRun: true,
  })
  expect(await remembered()).toEqual([])
})

test('files of other programs are read: codes, regions, several languages, notes', async () => {
  const variants =
    '<note>checked</note><prop type="client">X</prop><tuv xml:lang="EN-US"><prop type="a">b</prop><seg>A <bpt i="7" x="1">&lt;b&gt;<sub>alt</sub></bpt>bold<ept i="7">&lt;/b&gt;</ept> <hi>move</hi><ph>{0}</ph></seg></tuv>' +
    '<tuv xml:lang="el_GR"><seg>Μια <bpt i="7" x="1">&lt;b&gt;</bpt>κίνηση<ept i="7"/><ph/></seg></tuv><tuv lang="pt-BR"><seg><![CDATA[Um <b>]]></seg></tuv>'
  expect((await load(tmx(`<tu srclang="en-us">${variants}</tu>`))).body).toMatchObject({
    pairs: 2,
    problems: 0,
  })
  expect(await remembered()).toEqual([
    ['en', 'el', 'A ⟦1⟧bold⟦/1⟧ move⟦2/⟧', 'Μια ⟦1⟧κίνηση⟦/1⟧⟦2/⟧'],
    ['en', 'pt', 'A ⟦1⟧bold⟦/1⟧ move⟦2/⟧', 'Um <b>'],
  ])
})

test('a unit that cannot be used is named and left out, the others are taken', async () => {
  const foreign =
    '<tu tuid="u7"><tuv xml:lang="en"><seg>One</seg></tuv><tuv xml:lang="ja"><seg>一</seg></tuv></tu>'
  const file = tmx(
    `${foreign}${unit('', 'Ένα')}${unit('One', '', 'tuid="u9"')}${unit('x'.repeat(20_001), 'y')}${unit('Two', 'Δύο')}`,
  )
  const { status, body } = await load(file)
  expect(status).toBe(200)
  expect(body).toMatchObject({ units: 5, pairs: 1, changed: 1, problems: 4 })
  expect(body.firstProblems.map(({ message }: { message: string }) => message)).toEqual([
    'Unit u7 has a text in ja, which the network does not know.',
    'Unit 2 has no text in its source language.',
    'Unit u9 has no text in another language.',
    'Unit 4 is too long in en. At most 20,000 characters are kept.',
  ])
})

const bomb = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
const external = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
test.for<[string, string | Uint8Array, string]>([
  ['an entity bomb', tmx(unit('&b;', 'x'), { doctype: bomb }), 'declarations'],
  ['an external entity', tmx(unit('&x;', 'x'), { doctype: external }), 'declarations'],
  ['an entity that nobody declared', tmx(unit('&x;', 'x')), 'not-xml'],
  ['another version', tmx(unit('a', 'b'), { version: '1.1' }), 'version'],
  ['another format', '<xliff version="2.1"/>', 'not-tmx'],
  ['a broken file', `${tmx(unit('Two', 'Δύο'))}<`, 'not-xml'],
  ['a file that ends early', tmx(unit('Two', 'Δύο')).slice(0, -10), 'not-xml'],
  ['no XML', 'one;two', 'not-xml'],
  ['an empty file', ' ', 'not-xml'],
  ['a nest', tmx(`<tu><tuv xml:lang="en"><seg>${'<hi>'.repeat(40)}`), 'too-deep'],
  ['another encoding', tmx(unit('a', 'b')).replace('?>', ' encoding="ISO-8859-7"?>'), 'encoding'],
  ['bytes that are no UTF-8', Buffer.from(tmx(unit('caf\u00e9', 'b')), 'latin1'), 'encoding'],
])('a file is refused as a whole, and nothing of it stays: %s', async ([, file, reason]) => {
  const { status, body } = await load(file as BodyInit)
  expect({ status, error: body.error }).toEqual({ status: 422, error: reason })
  expect(body.message.length).toBeGreaterThan(10)
  expect(await remembered()).toEqual([])
})

test('a refusal says in which line, and in or after which unit', async () => {
  const { body } = await load(tmx(`${unit('a', 'b', 'tuid="u1"')}\n<tu tuid="u2"></tuv>`))
  expect(body.message).toBe('The file is broken: it is not well-formed XML. See line 4, in or after unit u2.')
})

test.for<[string, (text: string) => Uint8Array]>([
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16, little end first', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, big end first', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
])('a file may be in %s', async ([, encode]) => {
  expect((await load(encode(tmx(unit('Two', 'Δύο'))) as BodyInit)).body).toMatchObject({ changed: 1 })
  expect(await remembered()).toEqual([['en', 'el', 'Two', 'Δύο']])
})

test('an editor forgets a pair', async () => {
  await remember([pair({})], database)
  const { rows } = await database.execute<{ id: string }>(sql`select id from translation_memory`)
  expect((await ask(`/${rows[0]?.id}`, editor, 'DELETE')).status).toBe(200)
  expect((await ask(`/${rows[0]?.id}`, editor, 'DELETE')).status).toBe(404)
  expect(await remembered()).toEqual([])
})

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** In bytes, without what nobody holds any more: how much of that there is depends on what the process has done before. */
function heldMemory(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

test('a file of 100,000 units is read in bounded memory', async () => {
  const COUNT = 100_000
  async function* file() {
    yield Buffer.from(tmx('').replace('</body></tmx>', ''))
    for (let at = 0; at < COUNT; at += 100)
      yield Buffer.from(
        Array.from({ length: 100 }, (_, offset) =>
          unit(`Sentence number ${at + offset} of many`, 'Πρόταση'),
        ).join(''),
      )
    yield Buffer.from('</body></tmx>')
  }
  const before = heldMemory()
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, heldMemory() - before)
  }, 500)
  const { body } = await load(ReadableStream.from(file()) as unknown as BodyInit)
  clearInterval(watch)
  expect(body).toMatchObject({ units: COUNT, changed: COUNT })
  expect(most / 1024 ** 2).toBeLessThan(50)
})
