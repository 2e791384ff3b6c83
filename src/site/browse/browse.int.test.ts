import { load } from 'cheerio'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import type { Locale } from '../../i18n/locales.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../../testing/create-practice.ts'
import { type Visitor, visitor } from '../../testing/visitor.ts'
import { answerItem } from '../public-answers.ts'
import { answerSearchPage } from '../search/answer-search-page.ts'
import { answerList } from './browse-answer.ts'

let payload: Payload
let reader: Visitor
let around: Surroundings
let mentoring: string

beforeAll(async () => {
  payload = await getPayload({ config })
  reader = visitor(payload)
  around = await createSurroundings(payload, ['en', 'fr'])
  const { id } = await payload.create({
    collection: 'terms',
    locale: 'en',
    data: { vocabulary: 'services', code: 'mentoring', label: 'Mentoring' },
  })
  mentoring = id
  await practice('Lyon', { evidenceLevel: 'monitored' })
  await practice('Athens', { evidenceLevel: 'evaluated', services: [mentoring] })
  await practice('Secret', { _status: 'draft' })
  await practice('Marseille', {}, 'fr')
})
afterAll(() => payload.destroy())

async function practice(word: string, data: Record<string, unknown>, locale: Locale = 'en'): Promise<void> {
  await payload.create({
    collection: 'practices',
    locale,
    data: {
      ...practiceFacts(around),
      ...practiceTexts(word),
      sourceLocale: locale,
      _status: 'published',
      ...data,
    } as never,
  })
}

const open = async (query: string, locale: Locale = 'en') => {
  const answer = await answerList(reader.get(`/${locale}/practices${query}`), {
    locale,
    collection: 'practices',
  })
  return { answer, $: load(await answer.text()) }
}

const titles = ($: Awaited<ReturnType<typeof open>>['$']) =>
  $('.found > .rows h2')
    .toArray()
    .map((each) => $(each).text())
    .sort()

test('a list says how many there are, and how many each choice would leave', async () => {
  const { $ } = await open('')

  expect(titles($)).toEqual(['Athens title', 'Lyon title'])
  expect($('[role=status]').text()).toBe('2 results')
  const choice = $('.choice input[name=service][value=mentoring]').parent()
  expect([choice.find('span').text(), choice.find('small').text()]).toEqual(['Mentoring', '1'])
})

test('what is chosen narrows the list, is told above it, and is left out again by one link', async () => {
  const { $ } = await open('?service=mentoring&evidence=evaluated')

  expect(titles($)).toEqual(['Athens title'])
  expect($('.choice input[name=service][value=mentoring]').attr('checked')).toBe('checked')
  const chips = $('.chip').toArray()
  expect(chips.map((each) => $(each).attr('href'))).toEqual([
    '/en/practices?evidence=evaluated',
    '/en/practices?service=mentoring',
  ])
  expect($('.clear').attr('href')).toBe('/en/practices')
})

test('several values of one choice stand for any of them', async () => {
  expect(titles((await open('?service=mentoring&service=sample')).$)).toEqual(['Athens title', 'Lyon title'])
})

test('where nothing is left, each choice that stands in the way can be taken back', async () => {
  const { answer, $ } = await open('?service=mentoring&evidence=monitored')

  expect(answer.status).toBe(200)
  expect(
    $('.nothing li')
      .toArray()
      .map((each) => [$(each).find('a').attr('href'), $(each).find('span').text()]),
  ).toEqual([
    ['/en/practices?evidence=monitored', '1 result'],
    ['/en/practices?service=mentoring', '1 result'],
  ])
})

test('what nobody has put into this language is named in its own, and its words are not in the list', async () => {
  const { $ } = await open('')
  const link = $('section.elsewhere h3 a')

  expect([link.text(), link.attr('lang'), link.attr('href')]).toEqual([
    'Marseille title',
    'fr',
    '/fr/practices/marseille-title',
  ])
  expect(titles((await open('', 'fr')).$)).toEqual(['Marseille title'])
})

test('the map and the list beside it have the same numbers, and no colour says what no word says', async () => {
  const { $ } = await open('')

  expect($('.as-list li').text()).toBe('Sample of countries 2')
  expect($('.map svg [aria-label]').length).toBe(0)
})

test('a draft is in no list, no count and no search', async () => {
  const pages = [
    await answerList(reader.get('/en/practices'), { locale: 'en', collection: 'practices' }),
    await answerSearchPage(reader.get('/en/search?q=Secret'), { locale: 'en' }),
  ]
  for (const page of pages) expect(await page.text()).not.toContain('Secret title')
})

test('words are found in what is chosen, and in this language alone', async () => {
  expect(titles((await open('?q=athens')).$)).toEqual(['Athens title'])
  expect(titles((await open('?q=athens&service=sample')).$)).toEqual([])
  const found = load(
    await (await answerSearchPage(reader.get('/en/search?q=marseille'), { locale: 'en' })).text(),
  )
  expect(found('.rows h2').length).toBe(0)
})

test('words that were looked for are marked in a list, and nothing of what was found is markup', async () => {
  await practice('Riga', { title: 'Riga <b>& mentors</b>', summary: 'A <i>mentor</i> for Riga.' })
  const { $ } = await open('?q=riga+mentor')
  const row = $('.found > .rows li')

  expect(
    row
      .find('h2 mark')
      .toArray()
      .map((each) => $(each).text()),
  ).toEqual(['Riga', 'mentors'])
  expect(row.find('h2').text()).toBe('Riga <b>& mentors</b>')
  expect(row.find('p:not(.kind):not(.small) mark').text()).toBe('mentorRiga')
  expect(row.find('h2 b, i').length).toBe(0)
  expect((await open('')).$('mark').length).toBe(0)
})

test('a list that was narrowed is for no search engine; all pages say what they are made of', async () => {
  const plain = await open('')
  const narrowed = await open('?service=mentoring')

  expect(plain.$('meta[name=robots]').length).toBe(0)
  expect(narrowed.$('meta[name=robots]').attr('content')).toBe('noindex')
  expect(plain.answer.headers.get('Cache-Tag')?.split(',')).toEqual(
    expect.arrayContaining(['practices', 'network']),
  )
  expect(plain.answer.headers.get('Cache-Control')).toMatch(/^public, /)
})

test('an item is found under its id no longer than it takes to send its reader to its name', async () => {
  const { docs } = await payload.find({
    collection: 'practices',
    where: { title: { equals: 'Lyon title' } },
    locale: 'en',
  })
  const slug = docs[0]?.id ?? ''
  const answer = await answerItem(reader.get(`/en/practices/${slug}`), {
    locale: 'en',
    collection: 'practices',
    slug,
  })

  expect([200, 301, 404]).toContain(answer.status)
  expect(answer.status).not.toBe(200)
})
