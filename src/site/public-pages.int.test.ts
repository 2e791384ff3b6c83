import { XMLValidator } from 'fast-xml-parser'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { createTestItem, type TestItem } from '../testing/create-item.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { type Visitor, visitor } from '../testing/visitor.ts'
import { answerList } from './browse/browse-answer.ts'
import { answerFeed } from './feed-answer.ts'
import {
  answerAnythingElse,
  answerFeedsPage,
  answerHome,
  answerItem,
  answerNewsletters,
  answerPartners,
  answerRoot,
} from './public-answers.ts'

let payload: Payload
let reader: Visitor
let item: TestItem

const hostile = `<img src=x onerror="alert(1)"> & 'mentoring'`

beforeAll(async () => {
  payload = await getPayload({ config })
  reader = visitor(payload)
  await createTestNetwork(payload, ['en'])
  item = await createTestItem(payload)
  await item.publish('en', { title: `A ${hostile} starts` })
  await item.saveDraft('fr', { title: 'Un projet que personne ne doit lire' })
})
afterAll(() => payload.destroy())

const slugOf = async (locale: 'en' | 'fr'): Promise<string> => {
  const { slug } = await payload.findByID({
    collection: 'news',
    id: item.id,
    locale,
    draft: true,
    fallbackLocale: false,
  })
  return slug ?? ''
}

const openItem = async (locale: string, slug: string, headers = {}) =>
  answerItem(reader.get(`/${locale}/news/${slug}`, headers), { locale, collection: 'news', slug })

test('an item is shown in the language of its address, which the page declares', async () => {
  const page = await openItem('en', await slugOf('en'))
  const text = await page.text()

  expect(page.status).toBe(200)
  expect(page.headers.get('Content-Language')).toBe('en')
  expect(text).toContain('<html lang="en" dir="ltr">')
  expect(text).toContain(`<link rel="canonical" href="http://localhost:3000/en/news/${await slugOf('en')}">`)
  expect(text.match(/<link rel="alternate" hreflang="[^"]*"/g)).toEqual([
    '<link rel="alternate" hreflang="en"',
  ])
})

test('what an editor typed is shown as typed', async () => {
  const text = await (await openItem('en', await slugOf('en'))).text()

  expect(text).toContain(
    '<h1>A &lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;mentoring&#39; starts</h1>',
  )
  expect(text).not.toContain('<img src=x')
})

test('a draft is nowhere: not under its slug, not in the list, not in the languages of its item', async () => {
  const draft = await openItem('fr', await slugOf('fr'))
  const pages = [
    await openItem('en', await slugOf('en')),
    await answerList(reader.get('/en/news'), { locale: 'en', collection: 'news' }),
    await answerHome(reader.get('/en'), { locale: 'en' }),
  ]

  expect(draft.status).toBe(404)
  for (const page of [draft, ...pages]) {
    const text = await page.text()
    expect(text).not.toContain('personne')
    expect(text).not.toContain('lang="fr"')
  }
})

test('what was public and is in no language any more is gone, withdrawn or deleted', async () => {
  for (const end of ['withdrawn', 'deleted'] as const) {
    const other = await createTestItem(payload)
    const name = `soon-${end}`
    await other.publish('en', { title: 'Soon gone', slug: name })
    expect((await openItem('en', name)).status).toBe(200)
    const ends = {
      withdrawn: () => other.saveDraft('en', {}, { unpublish: true }),
      deleted: () => payload.delete({ collection: 'news', id: other.id }),
    }
    await ends[end]()
    expect([end, (await openItem('en', name)).status]).toEqual([end, 410])
  }
})

test('a language that the network does not speak does not exist, and the reader is told in one that it does', async () => {
  const speak = (...enabledLocales: ('en' | 'fr')[]) =>
    payload.updateGlobal({ slug: 'network', data: { enabledLocales } })
  await speak('en', 'fr')
  await item.publish('fr')
  await speak('en')
  const page = await answerHome(reader.get('/fr', { 'Accept-Language': 'fr' }), { locale: 'fr' })
  const text = await page.text()

  expect(page.status).toBe(404)
  expect(page.headers.get('Content-Language')).toBe('en')
  expect(text).toContain('There is no page here')
  expect((await (await openItem('en', await slugOf('en'))).text()).match(/lang="fr"/)).toBeNull()
})

test('an address that leads nowhere says so in its own language', async () => {
  for (const answer of [
    await openItem('en', 'nothing-of-the-kind'),
    await openItem('en', '%E0%A4%A'),
    await answerList(reader.get('/en/users'), { locale: 'en', collection: 'users' }),
    await answerList(reader.get('/en/news?page=99'), { locale: 'en', collection: 'news' }),
    await answerAnythingElse(reader.get('/en/a/b/c'), { locale: 'en' }),
  ]) {
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('<meta name="robots" content="noindex">')
  }
})

test('the bare address leads to the language that the browser asks for, and caches are told so', async () => {
  const answer = await answerRoot(reader.get('/', { 'Accept-Language': 'de,en;q=0.5' }))

  expect([answer.status, answer.headers.get('Location'), answer.headers.get('Vary')]).toEqual([
    302,
    '/en',
    'Accept-Language',
  ])
})

test('no page sets a cookie, runs a foreign script or fetches from another host', async () => {
  for (const page of [
    await answerHome(reader.get('/en'), { locale: 'en' }),
    await openItem('en', await slugOf('en')),
    await answerPartners(reader.get('/en/partners'), { locale: 'en' }),
    await answerNewsletters(reader.get('/en/newsletters'), { locale: 'en' }),
    await answerFeedsPage(reader.get('/en/feeds'), { locale: 'en' }),
  ]) {
    const text = await page.text()
    expect(page.headers.get('Set-Cookie')).toBeNull()
    expect(page.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*script-src 'self'/)
    expect(text.match(/(?:src|srcset)="(?!\/)[^"]*"|<link rel="stylesheet" href="(?!\/)/g)).toBeNull()
    expect(text).not.toMatch(/ style="| on\w+="/)
  }
})

test('a browser that has a page is told that it still holds, until it changes', async () => {
  const slug = await slugOf('en')
  const first = await openItem('en', slug)
  const tag = first.headers.get('ETag') ?? ''
  expect((await openItem('en', slug, { 'If-None-Match': tag })).status).toBe(304)
  expect((await openItem('en', slug, { 'If-None-Match': `"other", W/${tag}` })).status).toBe(304)

  await item.publish('en', { teaser: 'A better teaser.' })
  expect((await openItem('en', slug, { 'If-None-Match': tag })).status).toBe(200)
})

test.for([
  ['atom.xml', 'application/atom+xml; charset=utf-8'],
  ['rss.xml', 'application/rss+xml; charset=utf-8'],
] as const)(
  'the feed %s holds what is public in its language and no other, and says which that is',
  async ([file, type]) => {
    const open = (collection: string, headers = {}) =>
      answerFeed(reader.get(`/en/feeds/${collection}/${file}`, headers), { locale: 'en', collection, file })
    const feed = await open('news')
    const text = await feed.text()

    expect([feed.headers.get('Content-Type'), feed.headers.get('Content-Language')]).toEqual([type, 'en'])
    expect(XMLValidator.validate(text)).toBe(true)
    expect(text).toContain('A better teaser.')
    expect(text).not.toContain('in fr')
    expect((await open('news', { 'If-None-Match': feed.headers.get('ETag') ?? '' })).status).toBe(304)
    expect(await (await open('all')).text()).toContain('A better teaser.')
    expect(await (await open('events')).text()).not.toContain('A better teaser.')
    expect((await open('users')).status).toBe(404)
  },
)
