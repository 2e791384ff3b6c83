import config from '@payload-config'
import { load } from 'cheerio'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { projectWork } from '../../reading/documents/project-documents.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { answerSearchPage } from './answer-search-page.ts'

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'ar'])
  const item = await createTestItem(payload)
  await item.publish('en', { title: 'Loans & <b>mentors</b>', teaser: 'For founders.' })
  await item.publish('ar', { title: 'تمويل المشاريع الصغيرة', teaser: 'قروض للمهاجرين.', slug: 'tamwil' })
  await projectWork(payload)
})
afterAll(() => payload.destroy())

async function open(locale: string, query: Record<string, string> = {}) {
  const response = await answerSearchPage(
    {
      request: new Request(`http://localhost:3000/${locale}/search?${new URLSearchParams(query)}`),
      payload,
      now: new Date(),
      later: async () => undefined,
      mail: async () => undefined,
    },
    { locale },
  )
  const $ = load(await response.text())
  return { status: response.status, $, main: $('main'), heard: $('[role=status]').text() }
}

test('a page of results shows what was found, with its words marked and nothing of it as markup', async () => {
  const { main, heard } = await open('en', { q: 'mentor' })
  expect(heard).toBe('1 result')
  expect(main.find('li h2 a').text()).toBe('Loans & <b>mentors</b>')
  expect(main.find('mark').text()).toBe('mentors')
  expect(main.find('b').text()).toBe('News')
})

test('a page of results is in its language alone, in its direction', async () => {
  const { $, main } = await open('ar', { q: 'مشاريع' })
  expect($('html').attr('dir')).toBe('rtl')
  expect(main.find('li').length).toBe(1)
  expect(main.find('mark').text()).toBe('المشاريع')
  expect((await open('ar', { q: 'mentors' })).main.find('li').length).toBe(0)
})

test('what was typed stays in the form, and the collection chosen', async () => {
  const { main } = await open('en', { q: '"><script>', in: 'events' })
  expect(main.find('input[name=q]').val()).toBe('"><script>')
  expect(main.find('script').length).toBe(0)
  expect(main.find('select[name=in] option[selected]').val()).toBe('events')
})

test('a mistyped word leads to the words that were meant', async () => {
  const { main, heard } = await open('en', { q: 'mentosr' })
  expect(heard).toBe('1 result')
  expect(main.find('h2').first().text()).toBe('Similar words')
  expect(main.find('a[href*="q=mentors"]').text()).toBe('mentors')
})

test.for<Record<string, string>>([
  { q: 'zzzzzz', in: '' },
  { q: '-', in: 'nothing' },
  { q: 'a'.repeat(5000), after: 'broken' },
])('where nothing is found the page says so: $q', async (query) => {
  const { status, heard } = await open('en', query)
  expect([status, heard]).toEqual([
    200,
    'Nothing was found in this language. Check the spelling, or use fewer words.',
  ])
})

test('before anything was asked there is only the form', async () => {
  const { $, main, heard } = await open('en')
  expect(heard).toBe('')
  expect(main.find('form[role=search] input[type=search]').length).toBe(1)
  expect($('meta[name=robots]').attr('content')).toBe('noindex')
  expect($('.masthead .tool.search').text()).toBe('Search')
})
