import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import type { Locale } from '../i18n/locales.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { rest } from '../testing/api.ts'
import { createTestItem, type TestItem } from '../testing/create-item.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { paragraph } from '../testing/paragraph.ts'
import { type Visitor, visitor } from '../testing/visitor.ts'
import { answerList } from './browse/browse-answer.ts'
import { answerFeed } from './feed-answer.ts'
import { answerHome, answerItem, answerTextPage } from './public-answers.ts'

let payload: Payload
let reader: Visitor

beforeAll(async () => {
  payload = await getPayload({ config })
  reader = visitor(payload)
  await speak('en', 'fr', 'ar')
})
afterAll(() => payload.destroy())

const speak = (...locales: Locale[]) => createTestNetwork(payload, locales)

const open = (locale: Locale, slug: string, query = '') =>
  answerItem(reader.get(`/${locale}/news/${encodeURIComponent(slug)}${query}`), {
    locale,
    collection: 'news',
    slug: encodeURIComponent(slug),
  })

/** Where an address leads: the status, and the address that it names. */
const leads = async (locale: Locale, slug: string, query = '') => {
  const { status, headers } = await open(locale, slug, query)
  return [status, headers.get('Location')].filter((part) => part !== null).join(' ')
}

const named = async (item: TestItem, slug: string, locale: Locale = 'en') => {
  await item.publish(locale, { slug })
  return item
}

test('every former name leads to the present one in one hop, and takes the query along', async () => {
  const item = await createTestItem(payload)
  for (const slug of ['step-one', 'step-two', 'step-three']) await named(item, slug)

  expect(await leads('en', 'step-one', '?from=mail')).toBe(
    '301 http://localhost:3000/en/news/step-three?from=mail',
  )
  expect(await leads('en', 'step-two')).toBe('301 http://localhost:3000/en/news/step-three')
  expect(await leads('en', 'step-three')).toBe('200')
})

test('an item that gets an earlier name back is found under it, and no browser remembers the way round', async () => {
  const item = await createTestItem(payload)
  for (const slug of ['here', 'there', 'here']) await named(item, slug)

  expect(await leads('en', 'here')).toBe('200')
  const moved = await open('en', 'there')
  expect(moved.headers.get('Location')).toBe('http://localhost:3000/en/news/here')
  expect(moved.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
})

test('each language has its names, in letters of any script', async () => {
  const item = await named(await named(await createTestItem(payload), 'guide-en'), 'دليل-قديم', 'ar')
  await named(item, 'دليل', 'ar')

  expect(await leads('ar', 'دليل-قديم')).toBe(
    `301 http://localhost:3000/ar/news/${encodeURIComponent('دليل')}`,
  )
  expect(await leads('ar', 'دليل')).toBe('200')
  expect(await leads('en', 'guide-en')).toBe('200')
  expect(await leads('ar', 'guide-en')).toBe(
    `301 http://localhost:3000/ar/news/${encodeURIComponent('دليل')}`,
  )
  expect(await leads('fr', 'دليل-قديم')).toBe('404')
})

test('a name that another item took leads to that one', async () => {
  const first = await named(await createTestItem(payload), 'shared-name')
  await named(first, 'first-name')
  const second = await named(await createTestItem(payload), 'shared-name')
  await named(second, 'second-name')

  expect(await leads('en', 'shared-name')).toBe('301 http://localhost:3000/en/news/second-name')
})

test('a draft that gets another name moves nothing', async () => {
  const item = await named(await createTestItem(payload), 'standing')
  await item.saveDraft('en', { slug: 'not-yet' })

  expect(await leads('en', 'standing')).toBe('200')
  expect(await leads('en', 'not-yet')).toBe('404')
})

test('nothing leads to what is not public in the language, until it is again', async () => {
  const item = await named(await named(await createTestItem(payload), 'gone-once'), 'gone-now')
  await item.saveDraft('en', {}, { unpublish: true })
  expect([await leads('en', 'gone-once'), await leads('en', 'gone-now')]).toEqual(['404', '404'])

  await named(item, 'back-again')
  expect([await leads('en', 'gone-once'), await leads('en', 'gone-now')]).toEqual([
    '301 http://localhost:3000/en/news/back-again',
    '301 http://localhost:3000/en/news/back-again',
  ])
})

test('nothing leads to a deleted item', async () => {
  const item = await named(await named(await createTestItem(payload), 'deleted-once'), 'deleted-now')
  await payload.delete({ collection: 'news', id: item.id })

  expect([await leads('en', 'deleted-once'), await leads('en', 'deleted-now')]).toEqual(['404', '404'])
})

test('an item whose title gives no name is found under its id, and goes on being found when it gets one', async () => {
  const item = await createTestItem(payload)
  await item.publish('en', { title: '!?', slug: '' })
  expect(await leads('en', item.id)).toBe('200')

  await named(item, 'named-at-last')
  expect(await leads('en', item.id)).toBe('301 http://localhost:3000/en/news/named-at-last')
})

test('a text of the site moves like an item, and in another language its reader is told where it can be read', async () => {
  const page = await payload.create({
    collection: 'pages',
    locale: 'en',
    data: {
      title: 'House rules',
      body: paragraph('Be kind.'),
      kind: 'other',
      sourceLocale: 'en',
      _status: 'published',
    },
  })
  await payload.update({
    collection: 'pages',
    id: page.id,
    locale: 'en',
    data: { slug: 'manners', _status: 'published' },
  })
  const answer = (locale: Locale, slug: string) =>
    answerTextPage(reader.get(`/${locale}/pages/${slug}`), { locale, slug })

  const moved = await answer('en', 'house-rules')
  expect([moved.status, moved.headers.get('Location')]).toEqual([
    301,
    'http://localhost:3000/en/pages/manners',
  ])
  const elsewhere = await answer('fr', 'house-rules')
  expect(elsewhere.status).toBe(404)
  expect(await elsewhere.text()).toContain('href="/en/pages/manners" lang="en" hreflang="en"')
})

const alternatesIn = (text: string): string[] =>
  Array.from(
    text.matchAll(/<link rel="alternate"[^>]* hreflang="([^"]+)" href="([^"]+)"/g),
    ([, locale, href]) => [locale, new URL(String(href)).pathname].join(' '),
  )

test('a page names the languages in which it is public, and one for everybody else', async () => {
  const item = await createTestItem(payload)
  await named(item, 'in-english', 'en')
  await named(item, 'en-francais', 'fr')
  await item.saveDraft('ar', { slug: 'مسودة' })
  const page = await open('fr', 'en-francais')

  expect(alternatesIn(await page.text())).toEqual([
    'en /en/news/in-english',
    'fr /fr/news/en-francais',
    'x-default /en/news/in-english',
  ])
})

test('what is the same page in every language names them all; the bare address is for everybody else', async () => {
  const home = await (await answerHome(reader.get('/fr'), { locale: 'fr' })).text()
  const list = await (await answerList(reader.get('/fr/news'), { locale: 'fr', collection: 'news' })).text()

  expect(alternatesIn(home)).toEqual(['en /en', 'fr /fr', 'ar /ar', 'x-default /'])
  expect(alternatesIn(list)).toEqual(['en /en/news', 'fr /fr/news', 'ar /ar/news', 'x-default /en/news'])
})

test('what says that something is missing names no other languages for search engines', async () => {
  expect(alternatesIn(await (await open('en', 'never-was')).text())).toEqual([])
})

test('a name with a zero byte is nobody’s', async () => {
  expect(await leads('en', 'step\0one')).toBe('404')
})

test('a feed names other languages of an item only where it is public and the network speaks them', async () => {
  const item = await createTestItem(payload)
  await named(item, 'told-in-english', 'en')
  await named(item, 'dit-en-francais', 'fr')
  await named(item, 'قيل', 'ar')
  const feed = { locale: 'en', collection: 'news', file: 'atom.xml' }
  const hrefs = async () => {
    await projectWork(payload)
    const text = await (await answerFeed(reader.get('/en/feeds/news/atom.xml'), feed)).text()
    const entry = text.split('<entry').find((each) => each.includes('told-in-english')) ?? ''
    return alternatesIn(entry.replaceAll('type="text/html" ', ''))
  }
  expect(await hrefs()).toEqual([
    'en /en/news/told-in-english',
    `ar /ar/news/${encodeURIComponent('قيل')}`,
    'fr /fr/news/dit-en-francais',
  ])

  await speak('en', 'fr')
  await item.saveDraft('fr', {}, { unpublish: true })
  expect(await hrefs()).toEqual(['en /en/news/told-in-english'])
  await speak('en', 'fr', 'ar')
})

test('other sites get the former names of what is public, page by page', async () => {
  const since = new Date().toISOString()
  const english = await createTestItem(payload)
  for (const slug of ['api-a', 'api-b', 'api-c']) await named(english, slug)
  await named(await named(english, 'api-fr', 'fr'), 'api-fr-2', 'fr')
  const withdrawn = await named(await named(await createTestItem(payload), 'api-x'), 'api-y')
  await withdrawn.saveDraft('en', {}, { unpublish: true })

  const seen: string[] = []
  let cursor = ''
  for (let page = 0; page < 3; page += 1) {
    const { body } = await rest(`/redirects?locale=all&since=${since}&limit=1&cursor=${cursor}`)
    const [{ locale, from, to, url }] = body.redirects
    seen.push(`${locale} ${from} > ${to} ${url}`)
    cursor = body.next ?? ''
  }
  expect(seen).toEqual([
    'en api-a > api-c http://localhost:3000/en/news/api-c',
    'en api-b > api-c http://localhost:3000/en/news/api-c',
    'fr api-fr > api-fr-2 http://localhost:3000/fr/news/api-fr-2',
  ])
  expect(cursor).toBe('')
})

test('a redirect whose end moved counts as changed, so that whoever asks for what is new stays at one hop', async () => {
  const item = await createTestItem(payload)
  for (const slug of ['end-a', 'end-b']) await named(item, slug)
  const since = new Date().toISOString()
  await named(item, 'end-c')
  const { body } = await rest(`/redirects?locale=en&collection=news&since=${since}`)

  expect(body.redirects.map(({ from, to }: { from: string; to: string }) => `${from} ${to}`)).toEqual([
    'end-a end-c',
    'end-b end-c',
  ])
})

test.for([
  ['locale=xx', 'locale'],
  ['collection=users', 'collection'],
  ['since=yesterday', 'since'],
  ['since=0000-01-01T00:00:00Z', 'since'],
  [`cursor=${Buffer.from('["2026-11-28T09:00:00Z","news","en","\\u0000"]').toString('base64url')}`, 'cursor'],
  ['limit=0', 'limit'],
  ['cursor=!', 'cursor'],
  ['cursor=W10', 'cursor'],
] as const)(
  'a list of former names asked for with %s is refused by the name of the parameter',
  async ([query, path]) => {
    const { status, body } = await rest(`/redirects?${query}`)

    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ data: { errors: [{ path }] } }])
    expect(body.errors[0].message).toMatch(new RegExp(`^${path}: `))
  },
)
