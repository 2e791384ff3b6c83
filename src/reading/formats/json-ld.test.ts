import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { brokenBy, expectSome, triplesOf } from '../../testing/conforms.ts'
import { documentOf } from '../../testing/documents.ts'
import { practiceInFrench } from '../../testing/items.ts'
import { fullEvent, fullNews, fullPractice, fullPublication } from '../../testing/rich-documents.ts'
import type { PublicDocument } from '../contract/document.ts'
import { publicEventNode, publicServiceNode } from './european.ts'
import { isPublicService, schemaOf } from './json-ld.ts'
import { ownContext } from './json-ld-answer.ts'

const shapes = await readFile(join(import.meta.dirname, 'fixtures/european.shapes.ttl'), 'utf8')
const nodesOf = (document: PublicDocument) => schemaOf(document)['@graph']
const graph = (nodes: readonly unknown[]) => ({ '@context': ownContext, '@graph': nodes })

test('a practice is two things: the service that exists, and the article about it', () => {
  const [service, article] = nodesOf(fullPractice)

  expect(service).toMatchObject({
    '@type': 'GovernmentService',
    '@id': `${fullPractice.url}#service`,
    serviceType: ['Mentoring'],
    provider: { '@type': 'Organization', name: 'City of Lyon' },
    serviceOperator: { name: 'City of Lyon' },
    jurisdiction: [{ '@type': 'Country', name: 'France' }],
    areaServed: [{ '@type': 'City', name: 'Lyon' }],
    availableChannel: { serviceUrl: 'https://lyon.example/mentoring', availableLanguage: ['fr'] },
  })
  expect(article).toMatchObject({
    '@type': 'Article',
    about: { '@id': `${fullPractice.url}#service` },
    license: 'https://creativecommons.org/licenses/by/4.0/',
    creditText: 'AEIDL, EMEN',
    inLanguage: 'en',
  })
})

test('a scheme of a charity is no service of a government, whoever pays for it', () => {
  const ofCharity = { ...fullPractice, details: { ...fullPractice.details, sector: 'third' } }
  const [service] = nodesOf(ofCharity)

  expect(service).toMatchObject({ '@type': 'Service' })
  expect(Object.keys(service ?? {})).not.toContain('serviceOperator')
})

const unknownSector = { ...fullPractice, details: { ...fullPractice.details, sector: null } }
const organisation = (code: string): PublicDocument => ({
  ...fullNews,
  collection: 'organisations',
  details: { type: { collection: 'terms', id: '1', label: 'Kind', code, uri: null, url: null } },
})
test.for([
  ['municipality', true],
  ['ngo', false],
  ['association', false],
] as const)('where its sector is not stated, a provider that is a %s decides: %s', ([code, isPublic]) => {
  expect(isPublicService(unknownSector, organisation(code))).toBe(isPublic)
  expect(isPublicService(unknownSector, null)).toBe(false)
})

test('who funded it is named with grant, words and disclaimer', () => {
  const [, article] = nodesOf(fullPractice)

  expect(article).toMatchObject({
    funding: [
      {
        '@type': 'Grant',
        name: 'EMEN',
        identifier: '101000001',
        description: 'Co-funded by the European Union',
        funder: { '@id': 'https://doi.org/10.13039/501100000780' },
      },
    ],
    usageInfo: [{ text: 'Views and opinions expressed are those of the authors only.', inLanguage: 'en' }],
  })
})

test('an original names its translations, and a translation its original', () => {
  const [, original] = nodesOf(fullPractice)
  const [, translated] = nodesOf(documentOf(practiceInFrench))

  expect(original).toMatchObject({
    workTranslation: [
      { url: practiceInFrench.alternates.fr, inLanguage: 'fr' },
      { url: practiceInFrench.alternates.ar, inLanguage: 'ar' },
    ],
  })
  expect(translated).toMatchObject({
    translationOfWork: { '@id': `${practiceInFrench.alternates.en}#article`, inLanguage: 'en' },
    translator: { '@type': 'Organization' },
  })
})

test('what a machine translated says so, and names nobody as its translator', () => {
  const [, machine] = nodesOf(documentOf({ ...practiceInFrench, machineTranslated: true }))

  expect(machine).toMatchObject({
    digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
  })
  expect(Object.keys(machine ?? {})).not.toContain('translator')
})

test('a publication has the identifiers and files of its own language alone', () => {
  expect(nodesOf(fullPublication)).toMatchObject([
    {
      '@type': 'Report',
      reportNumber: 'D2.1',
      alternativeHeadline: 'Six cities',
      datePublished: '2026-02-01',
      author: [
        { '@type': 'Person', name: 'Ada Example', identifier: 'https://orcid.org/0000-0002-1825-0097' },
      ],
      isbn: ['978-92-76-00000-0'],
      identifier: [{ propertyID: 'DOI', value: '10.5281/zenodo.1' }],
      encoding: [
        { contentUrl: 'https://emen.example/media/what-works.pdf', encodingFormat: 'application/pdf' },
      ],
    },
  ])
})

test.for([
  ['as-planned', 'EventScheduled'],
  ['postponed', 'EventPostponed'],
  ['rescheduled', 'EventRescheduled'],
  ['moved-online', 'EventMovedOnline'],
  ['cancelled', 'EventCancelled'],
] as const)('an event that is %s is told as %s', ([status, told]) => {
  const event = fullEvent.event && { ...fullEvent.event, status }

  expect(nodesOf({ ...fullEvent, event })[0]).toMatchObject({
    '@type': 'Event',
    eventStatus: `https://schema.org/${told}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    inLanguage: ['en', 'el'],
    maximumAttendeeCapacity: 60,
    recordedIn: [{ url: 'https://video.example/1' }],
  })
})

test.for([fullPractice, fullPublication, fullEvent, fullNews])(
  'a processor reads what is told of one of the $collection without fetching anything',
  async (document) => {
    const store = await triplesOf(graph(nodesOf(document)))

    expect(store.getQuads(null, 'https://schema.org/name', null, null).length).toBeGreaterThan(0)
    expect(store.getQuads(null, 'https://schema.org/creditText', null, null).length).toBe(1)
    expect(
      store.getObjects(null, 'https://schema.org/license', null).map(({ termType }) => termType),
    ).toEqual(['NamedNode'])
  },
)

test('a public service and a public event hold to what the Union’s profiles ask', async () => {
  const both = graph([publicServiceNode(fullPractice), publicEventNode(fullEvent)])

  expect(await brokenBy(both, shapes)).toEqual([])
  await expectSome(both, 'http://purl.org/vocab/cpsv#PublicService')
  await expectSome(both, 'http://data.europa.eu/m8g/PublicEvent')
})

test('a service without an authority or a place is not told as a public one', () => {
  expect(
    publicServiceNode({ ...fullPractice, details: { ...fullPractice.details, provider: null } }),
  ).toBeNull()
  expect(
    publicServiceNode({ ...fullPractice, details: { ...fullPractice.details, location: {} } }),
  ).toBeNull()
})
