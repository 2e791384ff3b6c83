import config from '@payload-config'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { projectWork } from '../../reading/documents/project-documents.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { answerOai } from './oai-answer.ts'

let payload: Payload
const items: TestItem[] = []
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
  const topic = await payload.create({ collection: 'topics', locale: 'en', data: { label: 'Finance' } })
  await payload.update({ collection: 'topics', id: topic.id, locale: 'fr', data: { label: 'Financement' } })
  const country = await payload.create({
    collection: 'terms',
    locale: 'en',
    data: { vocabulary: 'countries', code: 'BE', label: 'Belgium' },
  })
  for (const place of [0, 1, 2, 3]) {
    const item = await createTestItem(payload)
    if (place < 2)
      await payload.update({
        collection: 'news',
        id: item.id,
        locale: 'en',
        draft: true,
        data: { topics: [topic.id], countries: [country.id] },
      })
    await item.publish('en', { title: `Number ${place} & more` })
    await item.publish('fr', { title: `Numéro ${place}` })
    items.push(item)
  }
  await projectWork(payload)
})
afterAll(() => payload.destroy())

const now = new Date('2026-11-29T10:00:00Z')
const ask = (query: string, init: RequestInit = {}, page = 3) =>
  answerOai(payload, new Request(`http://localhost:3000/oai${query}`, init), { now, page })

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (name) => ['record', 'header', 'setSpec', 'set', 'metadataFormat'].includes(name),
})
async function read(query: string, init?: RequestInit) {
  const text = await (await ask(query, init)).text()
  expect(XMLValidator.validate(text)).toBe(true)
  return parser.parse(text)['OAI-PMH']
}
const errorOf = async (query: string) => (await read(query)).error?.code

interface Harvested {
  readonly status: string | undefined
  readonly title: unknown
}

/** What a harvester keeps that asks page by page, and what it does between two of them. */
async function harvest(query: string, between: (page: number) => Promise<void> = async () => {}) {
  const kept = new Map<string, Harvested>()
  let next = `?verb=ListRecords&${query}`
  for (let page = 1; next !== ''; page++) {
    const { ListRecords } = await read(next)
    for (const { header, metadata } of ListRecords.record)
      kept.set(header[0].identifier, {
        status: header[0].status,
        title: metadata?.['oai_dc:dc']['dc:title']['#text'],
      })
    const token = ListRecords.resumptionToken?.['#text']
    next = token === undefined ? '' : `?verb=ListRecords&resumptionToken=${token}`
    await between(page)
  }
  return kept
}

const list = '?verb=ListRecords&metadataPrefix=oai_dc'
const idOf = (item: TestItem, locale: string) => `oai:localhost:news/${item.id}/${locale}`

/** What is stored, as a harvester should have it. */
async function truth(): Promise<Map<string, Harvested>> {
  const { rows } = await databaseOf(payload).execute<{
    id: string
    locale: string
    title: string | null
  }>(sql`
    select item_id as id, locale, document->>'title' as title from public_documents where collection = 'news'
  `)
  return new Map(
    rows.map(({ id, locale, title }) => [
      `oai:localhost:news/${id}/${locale}`,
      { status: title === null ? 'deleted' : undefined, title: title ?? undefined },
    ]),
  )
}
const sorted = (records: ReadonlyMap<string, unknown>) =>
  [...records].sort(([one], [other]) => (one < other ? -1 : 1))

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

test('whoever harvests in small pages while items change has in the end what is there', async () => {
  const [first, second, third] = items as [TestItem, TestItem, TestItem]
  const kept = await harvest('metadataPrefix=oai_dc', async (page) => {
    if (page === 1) {
      await first.publish('en', { title: 'Changed meanwhile' })
      await second.saveDraft('fr', {}, { unpublish: true })
    }
    if (page === 2) {
      await payload.delete({ collection: 'news', id: third.id })
      const late = await createTestItem(payload)
      await late.publish('en', { title: 'Came late' })
      items.push(late)
    }
    await projectWork(payload)
  })

  expect(sorted(kept)).toEqual(sorted(await truth()))
  expect(kept.get(idOf(first, 'en'))?.title).toBe('Changed meanwhile')
  expect(kept.get(idOf(second, 'fr'))).toEqual({ status: 'deleted', title: undefined })
})

test('whoever asks for what changed since the last answer gets that, and what went out of a topic’s set too', async () => {
  const [, second] = items as [TestItem, TestItem]
  const { rows } = await databaseOf(payload).execute<{ at: string | Date }>(
    sql`select max(changed_at) as at from public_documents`,
  )
  const from = `${new Date(rows[0]?.at ?? 0).toISOString().slice(0, 19)}Z`
  await second.publish('en', { title: 'Once more' })
  await projectWork(payload)

  const since = await harvest(`metadataPrefix=oai_dc&from=${from}`)
  expect(since.get(idOf(second, 'en'))?.title).toBe('Once more')
  const ofTopic = await harvest('metadataPrefix=oai_dc&set=topic:finance')
  expect([...ofTopic.keys()].sort()).toEqual(
    [0, 1].flatMap((place) => ['en', 'fr'].map((locale) => idOf(items[place] as TestItem, locale))).sort(),
  )
  expect(ofTopic.get(idOf(second, 'fr'))?.status).toBe('deleted')
})

test('a grant that was corrected reaches whoever asks for what changed since', async () => {
  const term = (code: string) => ({ vocabulary: 'programmes' as const, code, label: 'Programme' })
  const programme = await payload.create({ collection: 'terms', locale: 'en', data: term('smp') })
  const project = await payload.create({
    collection: 'projects',
    locale: 'en',
    data: {
      acronym: 'SAMPLE',
      title: 'Sample',
      statement: 'co-funded',
      grantNumber: '101000001',
      programme: programme.id,
    },
  })
  const item = await createTestItem(payload)
  await payload.update({
    collection: 'news',
    id: item.id,
    locale: 'en',
    draft: true,
    data: { projects: [project.id] },
  })
  await item.publish('en')
  await projectWork(payload)
  await databaseOf(payload).execute(
    sql`update public_documents set changed_at = changed_at - interval '1 hour'`,
  )
  const from = `${new Date(Date.now() - 30 * 60_000).toISOString().slice(0, 19)}Z`
  const sinceThen = `${list}&from=${from}`
  const told = async () => {
    const { ListRecords } = await read(sinceThen)
    const [record] = ListRecords.record
    return [record.header[0].identifier, record.metadata['oai_dc:dc']['dc:relation']]
  }
  expect(await errorOf(sinceThen)).toBe('noRecordsMatch')

  await payload.update({ collection: 'projects', id: project.id, data: { grantNumber: '101000002' } })
  await projectWork(payload)
  expect(await told()).toEqual([idOf(item, 'en'), 'info:eu-repo/grantAgreement/EC//101000002'])

  await databaseOf(payload).execute(
    sql`update public_documents set changed_at = changed_at - interval '1 hour'`,
  )
  await payload.update({ collection: 'terms', id: programme.id, locale: 'en', data: term('horizon') })
  await projectWork(payload)
  expect((await told())[0]).toBe(idOf(item, 'en'))
})

test.for([
  ['of another history', { epoch: '00000000' }],
  ['past the last change', { after: 1_000_000 }],
] as const)('a token %s begins no page', async ([, changed]) => {
  const { ListRecords } = await read(list)
  const token = JSON.parse(Buffer.from(ListRecords.resumptionToken['#text'], 'base64url').toString())
  const forged = Buffer.from(JSON.stringify({ ...token, ...changed })).toString('base64url')

  expect(await errorOf(`?verb=ListRecords&resumptionToken=${forged}`)).toBe('badResumptionToken')
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

test('after a restore of a backup everything counts as changed, so that whoever harvests by date gets what is there', async () => {
  const { rows } = await databaseOf(payload).execute<{ epoch: string; since: string | null }>(
    sql`select epoch, since from change_histories`,
  )
  expect(rows).toEqual([{ epoch: expect.stringMatching(/^[0-9a-f]{8}$/), since: null }])
  const { ListRecords } = await read('?verb=ListRecords&metadataPrefix=oai_dc')
  const token = ListRecords.resumptionToken['#text']
  const lastHarvest = `${new Date(Date.now() - 1000).toISOString().slice(0, 19)}Z`
  // What came back with the backup names the history that it was taken in.
  await databaseOf(payload).execute(sql`
    update public_documents set changed_at = changed_at - interval '1 day'`)
  expect(await errorOf(`${list}&from=${lastHarvest}`)).toBe('noRecordsMatch')
  await databaseOf(payload).execute(sql`update change_histories set epoch = '00000000'`)

  const again = await harvest(`metadataPrefix=oai_dc&from=${lastHarvest}`)
  expect([...again.keys()].sort()).toEqual([...(await truth()).keys()].sort())
  expect([...again.values()].filter(({ status }) => status === 'deleted').length).toBeGreaterThan(0)
  expect(await errorOf(`${list}&until=${lastHarvest}`)).toBe('noRecordsMatch')
  const { Identify } = await read('?verb=Identify')
  const one = await read(
    `?verb=GetRecord&metadataPrefix=oai_dc&identifier=${encodeURIComponent(idOf(items[0] as TestItem, 'fr'))}`,
  )
  expect(one.GetRecord.record[0].header[0].datestamp).toBe(Identify.earliestDatestamp)
  expect(Identify.earliestDatestamp > lastHarvest).toBe(true)
  const otherEpoch = Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(token, 'base64url').toString()), epoch: '00000000' }),
  ).toString('base64url')
  expect(await errorOf(`?verb=ListRecords&resumptionToken=${otherEpoch}`)).toBe('badResumptionToken')
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
