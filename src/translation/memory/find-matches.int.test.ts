import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { type Database, databaseOf, sql } from '../../database/database.ts'
import { seededRandom, sentences } from '../../testing/sentences.ts'
import { findMatches, type Lookup } from './find-matches.ts'
import { forgetAuthor, forgetPair } from './forget.ts'
import type { MemoryPair } from './memory-pair.ts'
import { remember, rememberImported } from './remember.ts'

const OTHERS = 20_000
const SENTENCE =
  'Each mentor meets two newcomers every week and helps them with the first 12 months of a business.'
const TARGET = 'Chaque mentor rencontre deux nouveaux arrivants chaque semaine.'

let payload: Payload
let database: Database

beforeAll(async () => {
  payload = await getPayload({ config })
  database = databaseOf(payload)
  const random = seededRandom(3)
  const english = sentences('en', random)
  const french = sentences('fr', random)
  const others = Array.from({ length: OTHERS }, () => pair({ sourceText: english(), targetText: french() }))
  for (let start = 0; start < OTHERS; start += 5000)
    await rememberImported(others.slice(start, start + 5000), database)
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await database.execute(sql`delete from translation_memory where provenance <> 'crowd'`)
})

const pair = (facts: Partial<MemoryPair> = {}): MemoryPair => ({
  sourceLocale: 'en',
  targetLocale: 'fr',
  sourceText: SENTENCE,
  targetText: TARGET,
  context: '',
  field: '',
  provenance: 'crowd',
  authorId: null,
  at: new Date('2026-11-20T10:00:00Z'),
  ...facts,
})

const own = (facts: Partial<MemoryPair> = {}): MemoryPair =>
  pair({ context: 'practices/1#title', field: 'practices.title', provenance: 'Mentors in pairs', ...facts })

const lookUp = (facts: Partial<Lookup> = {}, limit?: number) =>
  findMatches(
    {
      sourceText: SENTENCE,
      sourceLocale: 'en',
      targetLocale: 'fr',
      context: 'practices/1#title',
      field: 'practices.title',
      ...facts,
    },
    database,
    limit,
  )

const scores = async (facts: Partial<Lookup> = {}) => (await lookUp(facts)).map(({ score }) => score)

test('the same text in the same place comes first, then the same field, then anywhere, then what is similar', async () => {
  await remember(
    [
      own({ targetText: 'here' }),
      own({ context: 'practices/2#title', targetText: 'same field' }),
      own({ context: 'news/3#body#n1', field: 'news.body', targetText: 'elsewhere' }),
      own({
        sourceText: SENTENCE.replace('two', 'three'),
        context: 'practices/4#title',
        targetText: 'similar',
      }),
    ],
    database,
  )
  expect((await lookUp()).map(({ score, targetText }) => [score, targetText])).toEqual([
    [101, 'here'],
    [100, 'same field'],
    [99, 'elsewhere'],
    [92, 'similar'],
  ])
})

test('a match says where it comes from', async () => {
  const authorId = '0190a0b0-0000-7000-8000-000000000001'
  await remember([own({ authorId })], database)
  const [match] = await lookUp()
  expect(match).toEqual({
    id: match?.id,
    score: 101,
    sourceText: SENTENCE,
    targetText: TARGET,
    origin: 'approved',
    provenance: 'Mentors in pairs',
    authorId,
    context: 'practices/1#title',
    at: new Date('2026-11-20T10:00:00Z'),
  })
  await forgetAuthor(authorId, database)
  expect((await lookUp())[0]).toMatchObject({ authorId: null, targetText: TARGET })
})

test.for<[string, string]>([
  ['one word changed', SENTENCE.replace('helps', 'supports')],
  ['a long word changed', SENTENCE.replace('newcomers', 'entrepreneurs')],
  ['a number changed', SENTENCE.replace('12', '18')],
  ['words put in front', `Please note that ${SENTENCE}`],
  ['a sentence added', `${SENTENCE} It costs nothing.`],
  ['the end left out', SENTENCE.replace(' of a business', '')],
  ['words in another order', SENTENCE.split(' ').toReversed().join(' ')],
  ['an ending changed', SENTENCE.replace('newcomers', 'newcomer').replace('months', 'month')],
  ['upper case', SENTENCE.toUpperCase()],
  ['no full stop', SENTENCE.slice(0, -1)],
  ['formatting', SENTENCE.replace('two', '⟦1⟧two⟦/1⟧')],
])('a near variant is found among many: %s', async ([, sourceText]) => {
  await remember([own({ sourceText })], database)
  const [match] = await lookUp()
  expect(match?.targetText).toBe(TARGET)
  expect(match?.score).toBeGreaterThanOrEqual(70)
  expect(match?.score).toBeLessThanOrEqual(98)
})

test('every text that is similar enough is found, as looking through all of them would', async () => {
  const random = seededRandom(5)
  const english = sentences('en', random)
  const asked = Array.from({ length: 40 }, () => english().split(' '))
  const variants = asked.map((words) =>
    words.map((word, at) => (at === Math.floor(words.length / 2) ? english().split(' ')[0] : word)).join(' '),
  )
  const texts = asked.map((words) => words.join(' '))
  await remember(
    variants.map((sourceText, at) =>
      own({ sourceText, context: `practices/${at}#title`, targetText: `${at}` }),
    ),
    database,
  )
  const { rows } = await database.execute<{ source_text: string; asked: string }>(sql`
    select asked, source_text from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) as asked
    join translation_memory on similarity(asked, source_text) >= 0.7 and provenance <> 'crowd'
  `)
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) {
    const found = await lookUp({ sourceText: row.asked }, 20)
    expect(found.map(({ sourceText }) => sourceText)).toContain(row.source_text)
  }
})

test('a long paragraph with some words changed is found', async () => {
  const english = sentences('en', seededRandom(9))
  const words = Array.from({ length: 20 }, english).join(' ').split(' ')
  const changed = words.map((word, at) => (at % 12 === 0 ? 'otherwise' : word))
  await remember([own({ sourceText: changed.join(' ') })], database)
  const [match] = await lookUp({ sourceText: words.join(' ') })
  expect(match?.targetText).toBe(TARGET)
})

test('white space makes no difference, punctuation and case do', async () => {
  await remember([own({ sourceText: 'Mentoring  for\u00a0newcomers ' })], database)
  expect(await scores({ sourceText: 'Mentoring for newcomers' })).toEqual([101])
  expect(await scores({ sourceText: 'Mentoring for newcomers.' })).toEqual([98])
  expect(await scores({ sourceText: 'mentoring for newcomers' })).toEqual([98])
})

test('other formatting lowers the score', async () => {
  await remember([own({ sourceText: '⟦1⟧Mentoring⟦/1⟧ for newcomers in two cities' })], database)
  expect(await scores({ sourceText: '⟦1⟧Mentoring⟦/1⟧ for newcomers in two cities' })).toEqual([101])
  expect((await scores({ sourceText: 'Mentoring for newcomers in two cities' }))[0]).toBeLessThan(96)
})

test('nothing is proposed for a text that resembles none, nor from another pair of languages', async () => {
  await remember([own()], database)
  expect(await lookUp({ sourceText: 'Opening hours change in August.' })).toEqual([])
  expect(await lookUp({ targetLocale: 'el' })).toEqual([])
  expect(await lookUp({ sourceLocale: 'de' })).toEqual([])
})

test('a text without words is found only when it is the same', async () => {
  await remember([own({ sourceText: '→ …' })], database)
  expect(await scores({ sourceText: '→ …' })).toEqual([101])
  expect(await scores({ sourceText: '→' })).toEqual([])
})

test('the same proposal is made once, with its best score', async () => {
  await remember(
    [own(), own({ context: 'practices/2#title' }), own({ sourceText: `${SENTENCE} Yes.` })],
    database,
  )
  expect((await lookUp()).map(({ score, targetText }) => [score, targetText])).toEqual([[101, TARGET]])
})

test('what was approved twice is remembered once, and the newer text of a place replaces the older', async () => {
  expect(await remember([own(), own()], database)).toBe(1)
  expect(await remember([own()], database)).toBe(0)
  expect(await remember([own({ targetText: 'newer', at: new Date('2026-11-21T10:00:00Z') })], database)).toBe(
    1,
  )
  expect(await remember([own({ targetText: 'too late' })], database)).toBe(0)
  expect((await lookUp()).map(({ targetText }) => targetText)).toEqual(['newer'])
})

test('what was said about an earlier source of the same place stays', async () => {
  await remember(
    [own(), own({ sourceText: SENTENCE.replace('two', 'three'), targetText: 'trois' })],
    database,
  )
  expect(await scores()).toEqual([101, 92])
})

test('a file never replaces what was approved here', async () => {
  await remember([own()], database)
  const later = own({ targetText: 'from a file', at: new Date('2026-11-27T10:00:00Z') })
  expect(await rememberImported([later], database)).toBe(0)
  expect((await lookUp()).map(({ targetText, origin }) => [targetText, origin])).toEqual([
    [TARGET, 'approved'],
  ])
})

test('a pair without words teaches nothing', async () => {
  expect(await remember([own({ targetText: ' ' }), own({ sourceText: '' })], database)).toBe(0)
})

test('a pair that was forgotten is proposed no more', async () => {
  await remember([own()], database)
  const [match] = await lookUp()
  expect(await forgetPair(match?.id ?? 0, database)).toBe(true)
  expect(await forgetPair(match?.id ?? 0, database)).toBe(false)
  expect(await lookUp()).toEqual([])
})
