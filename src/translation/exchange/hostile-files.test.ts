import { expect, test } from 'vitest'

import { bytesOf, planSample } from '../../testing/exchange.ts'
import { file, good, good12, swap } from '../../testing/filled-exchange.ts'
import { MAX_BYTES, readXliff } from './read-xliff.ts'

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

test.for<[string, (text: string) => string, object]>([
  [
    'a language of somebody else',
    swap('target-language="el"', 'target-language="de"'),
    { problem: 'not-your-locale' },
  ],
  [
    'an item that nobody has',
    swap(`news/${file.itemId}`, 'news/01990000-0000-7000-8000-000000000002'),
    { problem: 'unknown-item' },
  ],
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

test.for([good, good12])('the file that all of these come from is taken', (text) => {
  expect(planSample(text, [file]).writes).toMatchObject([
    { key: 'title', text: 'Αρχίζει' },
    { key: 'body#n1', text: 'Διαβάστε ⟦1⟧όλο ⟦2⟧αυτό⟦/2⟧⟦/1⟧ τώρα' },
  ])
})
