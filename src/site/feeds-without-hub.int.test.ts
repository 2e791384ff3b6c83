import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { paragraph } from '../testing/paragraph.ts'
import { visitor } from '../testing/visitor.ts'
import { answerFaq } from './faq/faq-answers.ts'
import { answerFeed } from './feed-answer.ts'

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
  await payload.create({
    collection: 'faqs',
    locale: 'en',
    draft: false,
    data: {
      title: 'May I work while I wait?',
      body: paragraph('After six months.'),
      sourceLocale: 'en',
      _status: 'published',
    },
  })
  await projectWork(payload)
})
afterAll(() => payload.destroy())

const feed = (locale: string, collection: string) =>
  answerFeed(visitor(payload).get('/'), { locale, collection, file: 'feed.json' })
const read = async (locale: string, collection: string) =>
  JSON.parse(await (await feed(locale, collection)).text())

test('what is asked often has a feed with the answers, in the languages in which they are public', async () => {
  const { items, home_page_url: page } = await read('en', 'faqs')

  expect(page).toBe('http://localhost:3000/en/faq')
  expect(items).toMatchObject([
    { title: 'May I work while I wait?', content_html: expect.stringContaining('<p>After six months.</p>') },
  ])
  expect((await read('fr', 'faqs')).items).toEqual([])
  expect(await (await answerFaq(visitor(payload).get('/'), { locale: 'en' })).text()).toContain(
    'href="/en/feeds/faqs/atom.xml"',
  )
})

test('peer reviews have a feed, and what has no page of its own has none', async () => {
  expect(await read('en', 'peer-reviews')).toMatchObject({
    title: expect.stringContaining('Peer reviews'),
    items: [],
  })
  expect((await feed('en', 'organisations')).status).toBe(404)
})
