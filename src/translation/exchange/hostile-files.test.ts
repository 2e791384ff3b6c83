import { expect, test } from 'vitest'

import { bytesOf, planSample, sampleFile, sampleSegment } from '../../testing/exchange.ts'
import type { ExchangeFile } from './exchange-file.ts'
import type { ImportTerms } from './import-terms.ts'
import { MAX_BYTES, readXliff } from './read-xliff.ts'
import { writeXliff } from './write-xliff.ts'

const bold = { id: 1, kind: 'format', format: 1 } as const
const link = { id: 2, kind: 'link', url: 'https://example.org' } as const
const title = sampleSegment({ maxCharacters: 20 })
const body = sampleSegment({
  key: 'body#n1',
  field: 'body',
  label: 'Text',
  source: 'Read ⟦1⟧all ⟦2⟧of it⟦/2⟧⟦/1⟧ now',
  marks: [bold, link],
  sourceHash: 'hash-of-the-body',
})
const file = sampleFile([title, body])
/** A file that a translator filled in, and that is taken as it is. */
const good = writeXliff(
  [
    sampleFile([
      { ...title, target: 'Αρχίζει', state: 'needs-review' },
      { ...body, target: 'Διαβάστε ⟦1⟧όλο ⟦2⟧αυτό⟦/2⟧⟦/1⟧ τώρα', state: 'needs-review' },
    ]),
  ],
  '2.1',
)
const good12 = writeXliff(
  [
    sampleFile([
      { ...title, target: 'Αρχίζει', state: 'needs-review' },
      { ...body, target: 'Διαβάστε ⟦1⟧όλο ⟦2⟧αυτό⟦/2⟧⟦/1⟧ τώρα', state: 'needs-review' },
    ]),
  ],
  '1.2',
)
const doctype = (declarations: string): string =>
  good.replace('<xliff', `<!DOCTYPE xliff [${declarations}]><xliff`)
const bomb = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')

test.for<[string, string | Uint8Array, object]>([
  ['nothing at all', '', { reason: 'empty' }],
  ['white space', ' \n', { reason: 'empty' }],
  ['more than 20 MB', new Uint8Array(MAX_BYTES + 1), { reason: 'too-large' }],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff, 0xfe]), { reason: 'encoding' }],
  ['an encoding that nobody knows', good.replace('UTF-8', 'KLINGON-8'), { reason: 'encoding' }],
  ['text', 'Dear translator', { reason: 'not-xml', line: 1 }],
  ['a page', '<html/>', { reason: 'not-xliff', detail: 'html' }],
  ['an entity bomb', doctype(`<!ENTITY l0 "lol">${bomb}`), { reason: 'doctype', line: 2 }],
  ['an external entity', doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'), { reason: 'doctype' }],
  [
    'an external parameter entity',
    doctype('<!ENTITY % x SYSTEM "http://x.example/">%x;'),
    { reason: 'doctype' },
  ],
  [
    'an external type',
    good.replace('<xliff', '<!DOCTYPE xliff SYSTEM "x.dtd"><xliff'),
    { reason: 'doctype' },
  ],
  ['an entity that nothing declares', good.replace('Αρχίζει', '&secret;'), { reason: 'not-xml' }],
  ['a tag that never ends', good.replace('</xliff>', ''), { reason: 'not-xml' }],
  ['tags that cross', good.replace('</pc></pc>', '</pc></ph>'), { reason: 'not-xml' }],
  ['an attribute twice', good.replace(' version=', ' version="2.1" version='), { reason: 'not-xml' }],
  ['a prefix that nothing declares', good.replace('xmlns:em', 'xmlns:other'), { reason: 'not-xml' }],
  ['a raw control character', good.replace('Αρχίζει', '\u0001'), { reason: 'not-xml' }],
  ['a spelled control character', good.replace('Αρχίζει', '&#1;'), { reason: 'not-xml' }],
  ['two documents in one', `${good}<xliff/>`, { reason: 'not-xml' }],
  ['XLIFF 3', good.replace('version="2.1"', 'version="3.0"'), { reason: 'version', detail: '3.0' }],
  ['XLIFF 1.1', good12.replace('version="1.2"', 'version="1.1"'), { reason: 'version', detail: '1.1' }],
  ['1.2 in the name space of 2.1', good.replace('version="2.1"', 'version="1.2"'), { reason: 'version' }],
  ['no unit', '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', { reason: 'no-units' }],
  ['elements nested without end', '<a>'.repeat(100_000), { reason: 'too-deep' }],
  ['elements without end', `<a>${'<b/>'.repeat(600_000)}</a>`, { reason: 'too-many' }],
])('%s is refused as a whole', ([, given, fault]) => {
  expect(readXliff(typeof given === 'string' ? bytesOf(given) : given)).toMatchObject(fault)
})

test('what is not well-formed is refused with its line and column', () => {
  expect(readXliff(bytesOf('<xliff>\n  <file></unit>\n</xliff>'))).toMatchObject({
    reason: 'not-xml',
    line: 2,
    column: 15,
  })
})

interface Hostile {
  readonly change: (text: string) => string
  readonly current?: ExchangeFile
  readonly terms?: Partial<ImportTerms>
  readonly report: object
}
const id = file.itemId
const other = '01990000-0000-7000-8000-000000000002'
const swap =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replace(from, to)

test.for<[string, Hostile]>([
  [
    'an item that nobody has',
    { change: swap(`news/${id}`, `news/${other}`), report: { unit: null, problem: 'unknown-item' } },
  ],
  [
    'an item of another collection',
    { change: swap(`news/${id}`, `events/${id}`), report: { problem: 'unknown-item' } },
  ],
  [
    'a collection that is not translated',
    { change: swap(`news/${id}`, `users/${id}`), report: { problem: 'unknown-item' } },
  ],
  [
    'a path instead of an item',
    { change: swap(`news/${id}`, `news/../users/${id}`), report: { problem: 'unknown-item' } },
  ],
  [
    'an item that was not asked for',
    { change: (text) => text, terms: { onlyItems: [`news/${other}`] }, report: { problem: 'other-item' } },
  ],
  [
    'a language that nobody knows',
    { change: swap('trgLang="el"', 'trgLang="xx"'), report: { problem: 'foreign-locale', locale: 'xx' } },
  ],
  ['no language', { change: swap(' trgLang="el"', ''), report: { problem: 'no-locale' } }],
  [
    'a language that is no tag',
    { change: swap('trgLang="el"', `trgLang="el' or 1=1"`), report: { problem: 'foreign-locale' } },
  ],
  [
    'a language of somebody else',
    { change: swap('trgLang="el"', 'trgLang="de"'), report: { problem: 'not-your-locale' } },
  ],
  [
    'another language than the one expected',
    { change: (text) => text, terms: { onlyLocale: 'ar' }, report: { problem: 'other-locale' } },
  ],
  [
    'the source language as target',
    { change: swap('trgLang="el"', 'trgLang="en"'), report: { problem: 'not-your-locale' } },
  ],
  [
    'another source language',
    { change: swap('srcLang="en"', 'srcLang="de"'), report: { problem: 'other-source-locale' } },
  ],
  [
    'a unit that the item does not have',
    {
      change: swap('<unit id="title"', '<unit id="slug"'),
      report: { unit: 'slug', problem: 'unknown-unit' },
    },
  ],
  [
    'a unit that is called like a method',
    { change: swap('<unit id="title"', '<unit id="__proto__"'), report: { problem: 'unknown-unit' } },
  ],
  [
    'a unit twice',
    {
      change: swap('<unit id="body_23_n1"', '<unit id="title"'),
      report: { unit: 'title', problem: 'unit-twice' },
    },
  ],
  [
    'a source that was altered',
    {
      change: swap('Mentoring starts</source>', 'Mentoring stops</source>'),
      report: { unit: 'title', problem: 'altered-source' },
    },
  ],
  [
    'a source whose markup was altered',
    { change: swap('of it</pc>', 'of</pc> it'), report: { unit: 'body#n1', problem: 'altered-source' } },
  ],
  [
    'a source that was taken away',
    { change: swap(/<source>Mentoring.*<\/source>/u, ''), report: { problem: 'altered-source' } },
  ],
  [
    'markup that was lost',
    {
      change: swap(/<pc id="2"[^>]*>αυτό<\/pc>/u, 'αυτό'),
      report: { unit: 'body#n1', label: 'Text', problem: 'missing-markup', values: { marks: '2' } },
    },
  ],
  [
    'markup that was added',
    {
      change: swap('Αρχίζει', '<ph id="9"/>Αρχίζει'),
      report: { unit: 'title', problem: 'extra-markup', values: { marks: '9' } },
    },
  ],
  [
    'markup that was doubled',
    {
      change: swap('τώρα', '<pc id="1">τώρα</pc>'),
      report: { problem: 'extra-markup', values: { marks: '1' } },
    },
  ],
  [
    'markup with another number',
    { change: swap(/<pc id="2"([^>]*)>αυτό/u, '<pc id="3"$1>αυτό'), report: { problem: 'missing-markup' } },
  ],
  [
    'markup in another order of nesting',
    {
      change: swap(/(<pc id="1"[^>]*>)όλο (<pc id="2"[^>]*>)αυτό/u, '$2όλο $1αυτό'),
      report: { problem: 'misnested' },
    },
  ],
  [
    'halves of markup that cross',
    {
      change: swap(
        /<pc id="1"[^>]*>όλο <pc id="2"[^>]*>αυτό<\/pc><\/pc>/u,
        '<sc id="1"/>όλο <sc id="2"/>αυτό<ec startRef="1"/><ec startRef="2"/>',
      ),
      report: { problem: 'misnested' },
    },
  ],
  [
    'a half of markup',
    { change: swap(/<pc id="2"[^>]*>αυτό<\/pc>/u, '<sc id="2"/>αυτό'), report: { problem: 'misnested' } },
  ],
  [
    'markup that was typed',
    { change: swap('Διαβάστε', '⟦1⟧⟦/1⟧Διαβάστε'), report: { unit: 'body#n1', problem: 'typed-mark' } },
  ],
  [
    'a mark that was typed and that nobody knows',
    { change: swap('Αρχίζει', '⟦7/⟧Αρχίζει'), report: { problem: 'typed-mark' } },
  ],
  [
    'an element of HTML',
    {
      change: swap('Αρχίζει', '<b xmlns="http://www.w3.org/1999/xhtml">Αρχίζει</b>'),
      report: { problem: 'foreign-markup', values: { element: 'b' } },
    },
  ],
  [
    'a script',
    {
      change: swap('Αρχίζει', '<script>alert(1)</script>'),
      report: { problem: 'foreign-markup', values: { element: 'script' } },
    },
  ],
  [
    'a control character spelled for tools',
    {
      change: swap('Αρχίζει', 'Αρχ<cp hex="0008"/>'),
      report: { problem: 'control-character', values: { character: 'U+0008' } },
    },
  ],
  [
    'half a character',
    {
      change: swap('Αρχίζει', 'Αρχ<cp hex="D83D"/>'),
      report: { problem: 'control-character', values: { character: 'U+D83D' } },
    },
  ],
  [
    'a C1 control character',
    {
      change: swap('Αρχίζει', 'Αρχ&#x9b;'),
      report: { problem: 'control-character', values: { character: 'U+009B' } },
    },
  ],
  ['a line break in a line', { change: swap('Αρχίζει', 'Αρχ\nίζει'), report: { problem: 'line-break' } }],
  [
    'a text that is too long',
    {
      change: swap('Αρχίζει', 'Αρχίζει η καθοδήγηση!'),
      report: { unit: 'title', label: 'Title', problem: 'too-long', values: { number: 21, limit: 20 } },
    },
  ],
])('%s is refused, and the whole file with it', ([, { change, terms = {}, report }]) => {
  const altered = change(good)
  expect(altered === good).toBe(terms.onlyItems !== undefined || terms.onlyLocale !== undefined)

  const plan = planSample(altered, [file], terms)

  expect(plan.units.filter(({ outcome }) => outcome === 'problem')).toMatchObject([report])
  expect(plan.writes).toEqual([])
})

test.for<[string, (text: string) => string, object]>([
  [
    'a language of somebody else',
    swap('target-language="el"', 'target-language="de"'),
    { problem: 'not-your-locale' },
  ],
  ['an item that nobody has', swap(`news/${id}`, `news/${other}`), { problem: 'unknown-item' }],
  ['a unit twice', swap('id="body_23_n1"', 'id="title"'), { problem: 'unit-twice' }],
  [
    'a source that was altered',
    swap('Mentoring starts</source>', 'Mentoring stops</source>'),
    { problem: 'altered-source' },
  ],
  ['markup that was lost', swap(/<g id="2"[^>]*>αυτό<\/g>/u, 'αυτό'), { problem: 'missing-markup' }],
  [
    'code of another format',
    swap('Αρχίζει', '<bpt id="1">&lt;b></bpt>Αρχίζει<ept id="1"/>'),
    { problem: 'foreign-markup' },
  ],
])('in XLIFF 1.2 %s is refused as well', ([, change, report]) => {
  const plan = planSample(change(good12), [file])

  expect(plan.units.filter(({ outcome }) => outcome === 'problem')).toMatchObject([report])
  expect(plan.writes).toEqual([])
})

test('an item that stands in a file twice is refused the second time', () => {
  const twice = good.replace('</xliff>', `${/ <file[\s\S]*<\/file>/u.exec(good)?.[0]}</xliff>`)

  const plan = planSample(twice, [file])

  expect(plan.units.filter(({ outcome }) => outcome === 'problem')).toMatchObject([
    { unit: null, problem: 'file-twice' },
  ])
  expect(plan.writes).toEqual([])
})

test('every unit that is wrong is named, not just the first', () => {
  const plan = planSample(good.replaceAll('</target>', '\u009b</target>'), [file])

  expect(plan.units.map(({ unit, problem, line }) => ({ unit, problem, line }))).toEqual([
    { unit: 'title', problem: 'control-character', line: 6 },
    { unit: 'body#n1', problem: 'control-character', line: 13 },
  ])
})

test.for([good, good12])('the file that all of these come from is taken', (text) => {
  expect(planSample(text, [file]).writes).toMatchObject([
    { key: 'title', text: 'Αρχίζει' },
    { key: 'body#n1', text: 'Διαβάστε ⟦1⟧όλο ⟦2⟧αυτό⟦/2⟧⟦/1⟧ τώρα' },
  ])
})
