import { expect, test } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import { answerCatalogue } from '../feeds/catalogue/catalogue-answer.ts'
import { answerOai } from '../feeds/oai/oai-answer.ts'
import { answerRobots, answerSitemap } from '../feeds/sitemap/sitemap-answer.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { answerV1 } from '../reading/v1/router.ts'
import { createTestEvent } from '../testing/create-event.ts'
import { publicItems } from '../testing/public-items.ts'
import { answerList } from './browse/browse-answer.ts'
import { answerHome, answerItem } from './public-answers.ts'
import { answerFramedList } from './widgets/framed-list.ts'

const { payload, reader, aboutFinance, aboutNothing, withdrawn, open, linked, titles } = await publicItems()

const at = (path: string) => new Request(new URL(path, 'http://localhost:3000'))
const everywhere: Readonly<Record<string, (path: string) => Promise<Response>>> = {
  '/en': (path) => answerHome(reader.get(path), { locale: 'en' }),
  '/en/events': (path) => answerList(reader.get(path), { locale: 'en', collection: 'events' }),
  '/en/events?month=2026-11': (path) => answerList(reader.get(path), { locale: 'en', collection: 'events' }),
  '/en/events/embed': (path) => answerFramedList(reader.get(path), { locale: 'en', collection: 'events' }),
  '/en/feeds/news/atom.xml': open,
  '/en/feeds/news/feed.json': open,
  '/en/feeds/events/calendar.ics': open,
  '/oai?verb=Identify': (path) => answerOai(payload, at(path), { now: reader.now }),
  '/sitemap.xml': (path) => answerSitemap(payload, at(path)),
  '/catalogue.jsonld': (path) => answerCatalogue(payload, at(path)),
  '/v1/events?locale=en&upcoming=true': (path) => answerV1(payload, at(path), reader.now),
  '/v1/newsletters?locale=en': (path) => answerV1(payload, at(path), reader.now),
}

const asked = (path: string): Promise<Response> => {
  const answer = everywhere[path.split('?')[0] ?? '']
  if (answer === undefined) throw new Error(`nothing answers ${path}`)
  return answer(path)
}

test.for([
  ['/en/events/embed?contry=EL', 'contry'],
  ['/sitemap.xml?colection=news', 'colection'],
  ['/catalogue.jsonld?locale=en', 'locale'],
] as const)('a name that is none is refused and named: %s', async ([path, field]) => {
  const answer = await asked(path)
  expect(answer.status).toBe(400)
  expect((await answer.json()).errors).toEqual([
    { field, problem: `“${field}” is not known.`, remedy: expect.stringMatching(/^\S/) },
  ])
})

test('a list in a frame names whose the texts are and under which licence', async () => {
  const event = await createTestEvent(payload, new Date(Date.now() + 9 * 24 * 3_600_000))
  const { id: licence } = await payload.create({
    collection: 'terms',
    locale: 'en',
    data: {
      vocabulary: 'licences',
      code: 'CC-BY-4.0',
      label: 'CC BY 4.0',
      authorityUri: 'https://creativecommons.org/licenses/by/4.0/',
    },
  })
  await event.publish('en', { licence })
  await projectWork(payload)
  const page = await (await asked('/en/events/embed')).text()
  await event.withdraw('en')
  await projectWork(payload)
  expect(page).toMatch(
    /<footer><p>Sample organisation, Sample network · <a href="https[^"]+" rel="license">CC BY 4.0<\/a><\/p><\/footer>/,
  )
})

test.for(Object.entries(everywhere))(
  'a cache that nobody tells of changes asks each time: %s',
  async ([path, answer]) => {
    const { status, headers } = await answer(path)

    expect([status, headers.get('Cache-Control')]).toEqual([200, expect.stringContaining('max-age=0')])
    expect(headers.get('Cache-Control')).not.toContain('s-maxage')
  },
)

test('a document is told as linked data in its language, and in no other', async () => {
  const ask = (slugOrId: string, locale: string) => linked(`${slugOrId}.jsonld?locale=${locale}`)
  const answer = await ask(aboutFinance.id, 'en')

  expect(answer.headers.get('Content-Type')).toBe('application/ld+json; charset=utf-8')
  expect((await answer.json())['@graph'][0]).toMatchObject({ '@type': 'NewsArticle', name: 'On finance' })
  expect((await ask(aboutFinance.id, 'fr')).status).toBe(404)
  expect((await ask(withdrawn.id, 'en')).status).toBe(410)
  expect((await ask(aboutFinance.id, 'xx')).status).toBe(400)
})

test('a page is linked data for whoever would rather have that, and says that it is either', async () => {
  const { data } = await (await linked(`${aboutFinance.id}?locale=en`)).json()
  const open = async (Accept: string) => {
    const asked = { locale: 'en', collection: 'news', slug: data.slug }
    const answer = await answerItem(reader.get(`/en/news/${data.slug}`, { Accept }), asked)
    const { headers } = answer
    return [headers.get('Content-Type'), headers.get('Vary'), (await answer.text()).slice(0, 10)]
  }
  expect(await open('application/ld+json')).toEqual([
    'application/ld+json; charset=utf-8',
    'Accept',
    '{"@context',
  ])
  expect(await open('text/html, */*;q=0.1')).toEqual(['text/html; charset=utf-8', 'Accept', '<!doctype '])
})

test('the map of the site leads to every page that is public, and names the same page in other languages', async () => {
  await aboutNothing.publish('fr', { title: 'Sur rien' })
  await projectWork(payload)
  const map = async (query: string) =>
    (await answerSitemap(payload, new Request(`http://localhost:3000/sitemap.xml${query}`))).text()
  const index = await map('')
  const news = await map('?collection=news&locale=en&page=1')

  expect(index).toContain(
    '<loc>http://localhost:3000/sitemap.xml?collection=news&amp;locale=en&amp;page=1</loc>',
  )
  expect(news.match(/<loc>/g)).toHaveLength(2)
  expect(news).toMatch(/hreflang="fr" href="http:\/\/localhost:3000\/fr\/news\/[^"]+"/)
  expect(news).toMatch(/hreflang="x-default" href="http:\/\/localhost:3000\/en\/news\/[^"]+"/)
  expect(news).not.toContain(withdrawn.id)
  expect(await map('?pages=site')).toContain('<loc>http://localhost:3000/fr/practices</loc>')
  const none = new Request('http://localhost:3000/sitemap.xml?collection=users&locale=en')
  expect((await answerSitemap(payload, none)).status).toBe(404)
})

test('robots are told where the map is and where they are not to go', async () => {
  const text = await answerRobots(new Request('http://localhost:3000/robots.txt')).text()

  expect(text).toContain('Sitemap: http://localhost:3000/sitemap.xml')
  expect(text.split('\n')).toEqual(expect.arrayContaining(['Disallow: /admin', 'Disallow: /api/']))
})

test('the catalogue of open data names the network and what it offers', async () => {
  const answer = await answerCatalogue(payload, new Request('http://localhost:3000/catalogue.jsonld'))
  const [catalogue] = (await answer.json())['@graph']

  expect(catalogue['dct:title']).toContainEqual({ '@value': 'Sample network', '@language': 'en' })
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
})

test('whoever asks for the head alone gets the marks of the whole', async () => {
  const asked = (method: string) =>
    answerCatalogue(payload, new Request('http://localhost:3000/catalogue.jsonld', { method }))
  const [head, whole] = [await asked('HEAD'), await asked('GET')]

  expect([head.headers.get('ETag'), await head.text()]).toEqual([whole.headers.get('ETag'), ''])
})

test('what is being taken back is in no format any more, before its document was made anew', async () => {
  await databaseOf(payload).execute(
    sql`update public_documents set hidden = true where item_id = ${aboutFinance.id}::uuid`,
  )
  const oai = async (query: string) =>
    (await answerOai(payload, new Request(`http://localhost:3000/oai?${query}`), { now: new Date() })).text()
  const map = new Request('http://localhost:3000/sitemap.xml?collection=news&locale=en')

  expect(await titles('/en/feeds/news/feed.json')).toEqual(['On nothing'])
  expect(await oai('verb=ListRecords&metadataPrefix=oai_dc')).not.toContain('On finance')
  const record = await oai(
    `verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:news/${aboutFinance.id}/en`,
  )
  expect(record).toContain('status="deleted"')
  expect(record).not.toContain('On finance')
  expect(await (await answerSitemap(payload, map)).text()).not.toContain(aboutFinance.id)
  expect((await linked(`${aboutFinance.id}.jsonld?locale=en`)).status).toBe(410)
})
