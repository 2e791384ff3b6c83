import config from '@payload-config'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { getPayload } from 'payload'
import { afterAll, expect } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import { answerOai } from '../feeds/oai/oai-answer.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { createTestItem, type TestItem } from './create-item.ts'
import { createTestNetwork } from './create-network.ts'

const now = new Date('2026-11-29T10:00:00Z')

/** Asks for all records in Dublin Core. */
export const list = '?verb=ListRecords&metadataPrefix=oai_dc'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (name) => ['record', 'header', 'setSpec', 'set', 'metadataFormat'].includes(name),
})

interface Harvested {
  readonly status: string | undefined
  readonly title: unknown
}

export const idOf = (item: TestItem, locale: string) => `oai:localhost:news/${item.id}/${locale}`

export const sorted = (records: ReadonlyMap<string, unknown>) =>
  [...records].sort(([one], [other]) => (one < other ? -1 : 1))

/**
 * For the top of a test file: four items in two languages, two of them of a topic and a country, and whoever harvests them,
 * three records a page.
 */
export async function harvestedNetwork() {
  const payload = await getPayload({ config })
  const items: TestItem[] = []
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
    if (place < 2) await item.saveDraft('en', { topics: [topic.id], countries: [country.id] })
    await item.publish('en', { title: `Number ${place} & more` })
    await item.publish('fr', { title: `Numéro ${place}` })
    items.push(item)
  }
  await projectWork(payload)
  afterAll(() => payload.destroy())

  const ask = (query: string, init: RequestInit = {}, page = 3) =>
    answerOai(payload, new Request(`http://localhost:3000/oai${query}`, init), { now, page })

  async function read(query: string, init?: RequestInit) {
    const text = await (await ask(query, init)).text()
    expect(XMLValidator.validate(text)).toBe(true)
    return parser.parse(text)['OAI-PMH']
  }
  const errorOf = async (query: string) => (await read(query)).error?.code

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

  return { payload, items, ask, read, errorOf, harvest, truth }
}
