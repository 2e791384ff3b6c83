import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { brokenBy, expectSome, triplesOf } from '../../testing/conforms.ts'
import { type CatalogueFacts, catalogue } from './catalogue.ts'

const facts: CatalogueFacts = {
  locales: ['en', 'fr', 'ar'],
  names: { en: 'EMEN', fr: 'Réseau "EMEN"', ar: 'الشبكة' },
  taglines: { en: 'What works', fr: '' },
  contactEmail: 'office@emen.example',
  changedAt: new Map([['news', new Date('2026-11-01T08:00:00Z')]]),
  licences: new Map([['news', ['https://creativecommons.org/licenses/by/4.0/']]]),
}
const shapes = await readFile(join(import.meta.dirname, 'fixtures/dcat-ap.shapes.ttl'), 'utf8')

test('the catalogue holds to what DCAT-AP asks of one, with nothing to be fetched to read it', async () => {
  const graph = catalogue(facts)

  expect(await brokenBy(graph, shapes)).toEqual([])
  for (const type of ['Catalog', 'Dataset', 'Distribution', 'DataService'])
    await expectSome(graph, `http://www.w3.org/ns/dcat#${type}`)
})

test('a catalogue without what DCAT-AP asks for is found out', async () => {
  const graph = catalogue({ ...facts, names: {}, taglines: {} })

  expect((await brokenBy(graph, shapes)).join()).toContain('http://purl.org/dc/terms/title')
})

test('the network is named in each language as it calls itself there', async () => {
  const store = await triplesOf(catalogue(facts))
  const names = store
    .getObjects(null, 'http://xmlns.com/foaf/0.1/name', null)
    .map((name) => ('language' in name ? `${name.language} ${name.value}` : name.value))

  expect(names.sort()).toEqual(['ar الشبكة', 'en EMEN', 'fr Réseau "EMEN"'])
})

const by = 'https://creativecommons.org/licenses/by/4.0/'
const byNonCommercial = 'https://creativecommons.org/licenses/by-nc/4.0/'
test.for([
  ['one that the Union knows', [by], ['http://publications.europa.eu/resource/authority/licence/CC_BY_4_0']],
  ['another', [byNonCommercial], [byNonCommercial]],
  ['several', [by, byNonCommercial], []],
  ['one, and some without', [by, null], []],
  ['none', [null], []],
] as const)(
  'of documents under %s licence the catalogue says no more than is true',
  async ([, licences, told]) => {
    const store = await triplesOf(catalogue({ ...facts, licences: new Map([['news', licences]]) }))
    const [file] = store.getSubjects(
      'http://www.w3.org/ns/dcat#downloadURL',
      'http://localhost:3000/v1/dumps/news.en.ndjson',
      null,
    )

    expect(
      store.getObjects(file ?? null, 'http://purl.org/dc/terms/license', null).map(({ value }) => value),
    ).toEqual(told)
  },
)

test('what nobody told, such as an address, is left out', async () => {
  const text = JSON.stringify(catalogue({ ...facts, contactEmail: null, changedAt: new Map() }))

  expect([text.includes('mailto:'), text.includes('dct:modified'), text.includes('null')]).toEqual([
    false,
    false,
    false,
  ])
  expect(await brokenBy(JSON.parse(text), shapes)).toEqual([])
})
