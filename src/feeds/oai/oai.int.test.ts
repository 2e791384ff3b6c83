import { expect, test } from 'vitest'

import type { TestItem } from '../../testing/create-item.ts'
import { harvestedNetwork, idOf, list } from '../../testing/harvested-network.ts'
import { answerOai } from './oai-answer.ts'

const { payload, items, ask, read, errorOf, harvest } = await harvestedNetwork()

test('a repository says what it is, and keeps what it deleted in mind', async () => {
  const { Identify, request, responseDate } = await read('?verb=Identify')

  expect(Identify).toMatchObject({
    repositoryName: 'Sample network',
    baseURL: 'http://localhost:3000/oai',
    protocolVersion: '2.0',
    deletedRecord: 'persistent',
    granularity: 'YYYY-MM-DDThh:mm:ssZ',
  })
  expect(Identify.earliestDatestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  expect([request.verb, responseDate]).toEqual(['Identify', '2026-11-29T10:00:00Z'])
})

test('each language of a document is a record of its own, with the same data by GET and by POST', async () => {
  const query = `verb=GetRecord&metadataPrefix=oai_dc&identifier=${encodeURIComponent(idOf(items[0] as TestItem, 'fr'))}`
  const { GetRecord } = await read(`?${query}`)
  const posted = await read('', {
    method: 'POST',
    body: query,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })

  const dc = GetRecord.record[0].metadata['oai_dc:dc']
  expect(dc['dc:title']).toEqual({ '#text': 'Numéro 0', 'xml:lang': 'fr' })
  expect(dc['dc:language']).toBe('fr')
  expect(dc['dc:rights']).toContain('info:eu-repo/semantics/openAccess')
  expect(GetRecord.record[0].header[0].setSpec).toEqual([
    'collection:news',
    'language:fr',
    'country:BE',
    'topic:finance',
  ])
  expect(posted.GetRecord).toEqual(GetRecord)
})

test('headers alone are the same list', async () => {
  const { ListIdentifiers } = await read('?verb=ListIdentifiers&metadataPrefix=oai_dc&set=language:fr')

  expect(
    ListIdentifiers.header.map((header: { identifier: string }) => header.identifier.split('/').at(-1)),
  ).toEqual(expect.arrayContaining(['fr']))
  expect(ListIdentifiers.resumptionToken.cursor).toBe('0')
})

test('the sets are in a tree: the collections, languages, topics, communities and countries', async () => {
  const { ListSets } = await read('?verb=ListSets')
  const specs = ListSets.set.map(({ setSpec }: { setSpec: string[] }) => setSpec[0])

  expect(specs).toEqual(
    expect.arrayContaining([
      'collection',
      'collection:news',
      'language:fr',
      'topic',
      'topic:finance',
      'community',
      'country',
      'country:BE',
    ]),
  )
  expect(
    ListSets.set.find(({ setSpec }: { setSpec: string[] }) => setSpec[0] === 'topic:finance').setName,
  ).toBe('Finance')
})

test.for(['country', 'country:BE'])('the set %s has what concerns it, and nothing else', async (set) => {
  const kept = await harvest(`metadataPrefix=oai_dc&set=${set}`)
  const concerned = items.slice(0, 2).flatMap((item) => [idOf(item, 'en'), idOf(item, 'fr')])

  expect([...kept.keys()].sort()).toEqual(concerned.sort())
})

test('an announcement is told in Dublin Core only', async () => {
  const identifier = encodeURIComponent(idOf(items[0] as TestItem, 'en'))
  const { ListMetadataFormats } = await read(`?verb=ListMetadataFormats&identifier=${identifier}`)

  expect(
    ListMetadataFormats.metadataFormat.map(
      ({ metadataPrefix }: { metadataPrefix: string }) => metadataPrefix,
    ),
  ).toEqual(['oai_dc'])
  expect(await errorOf(`?verb=GetRecord&metadataPrefix=oai_openaire&identifier=${identifier}`)).toBe(
    'cannotDisseminateFormat',
  )
})

test.for([
  ['?verb=Nothing', 'badVerb'],
  ['', 'badVerb'],
  ['?verb=Identify&verb=Identify', 'badVerb'],
  ['?verb=Identify&set=topic', 'badArgument'],
  ['?verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
  ['?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere.example:news/1/en', 'idDoesNotExist'],
  ['?verb=ListMetadataFormats&identifier=none', 'idDoesNotExist'],
  [
    '?verb=ListMetadataFormats&identifier=oai:localhost:news/01980000-0000-7000-8000-000000000000/%00',
    'idDoesNotExist',
  ],
  ['?verb=ListRecords', 'badArgument'],
  ['?verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
  [`${list}&metadataPrefix=oai_dc`, 'badArgument'],
  [`${list}&from=yesterday`, 'badArgument'],
  [`${list}&from=2026-02-30`, 'badArgument'],
  [`${list}&from=0000-01-01`, 'badArgument'],
  [`${list}&from=2026-11-01&until=2026-11-02T00:00:00Z`, 'badArgument'],
  [`${list}&from=2026-11-02&until=2026-11-01`, 'badArgument'],
  [`${list}&set=colour:red`, 'badArgument'],
  [`${list}&set=topic:!00`, 'badArgument'],
  [`${list}&set=topic:no-such`, 'noRecordsMatch'],
  [`${list}&until=2001-01-01`, 'noRecordsMatch'],
  [`${list}&from=9999-12-31&until=9999-12-31`, 'noRecordsMatch'],
  ['?verb=ListRecords&resumptionToken=none', 'badResumptionToken'],
  [
    `?verb=ListRecords&resumptionToken=${Buffer.from('{"list":{},"after":1,"cursor":1}').toString('base64url')}`,
    'badResumptionToken',
  ],
  ['?verb=ListSets&resumptionToken=none', 'badResumptionToken'],
  ['?verb=ListRecords&resumptionToken=none&metadataPrefix=oai_dc', 'badArgument'],
] as const)('%s is refused as %s', async ([query, code]) => {
  expect(await errorOf(query)).toBe(code)
})

test('an answer is for every site and may be kept, and whoever has it is told so though time went on', async () => {
  const first = await ask('?verb=Identify')
  const tag = first.headers.get('ETag') ?? ''
  const request = new Request('http://localhost:3000/oai?verb=Identify', {
    headers: { 'If-None-Match': tag },
  })
  const later = await answerOai(payload, request, { now: new Date('2026-11-29T11:00:00Z') })

  expect([first.headers.get('Content-Type'), first.headers.get('Access-Control-Allow-Origin')]).toEqual([
    'text/xml; charset=utf-8',
    '*',
  ])
  expect(first.headers.get('Cache-Tag')).toBe('content,network')
  expect(later.status).toBe(304)
})

test('a body is read no further than any request is long', async () => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 10_000
      if (sent > 10_000_000) controller.close()
      else controller.enqueue(new TextEncoder().encode('verb=Identify&'.padEnd(10_000, 'x')))
    },
  })
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' }
  const { error } = await read('', init)
  expect([error.code, sent < 1_000_000]).toEqual(['badArgument', true])
})
