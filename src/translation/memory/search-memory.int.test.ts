import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf } from '../../database/database.ts'
import { contextOf, type MemoryPair } from './memory-pair.ts'
import { remember } from './remember.ts'
import { type MemorySearch, searchMemory } from './search-memory.ts'

let payload: Payload
const EVERYTHING: MemorySearch = { text: null, from: null, to: null, before: null }

beforeAll(async () => {
  payload = await getPayload({ config })
  const { id } = await payload.create({
    collection: 'users',
    data: { email: 'eva@example.org', password: crypto.randomUUID(), name: 'Eva Editor', roles: ['editor'] },
  })
  const pair = (at: number, facts: Partial<MemoryPair>): MemoryPair => ({
    sourceLocale: 'en',
    targetLocale: 'el',
    sourceText: `Text ${at}`,
    targetText: `Κείμενο ${at}`,
    context: contextOf('news', String(at), 'title'),
    field: 'news.title',
    provenance: 'Sample',
    authorId: String(id),
    at: new Date('2026-11-20T10:00:00Z'),
    ...facts,
  })
  const many = Array.from({ length: 60 }, (_, at) => pair(at, {}))
  const special = [
    pair(100, { sourceText: 'A share of 100% of mentors' }),
    pair(101, { targetLocale: 'fr', targetText: 'Une_personne' }),
    pair(102, { sourceLocale: 'de', authorId: null }),
  ]
  await remember([...many, ...special], databaseOf(payload))
})
afterAll(() => payload.destroy())

const find = (search: Partial<MemorySearch>) =>
  searchMemory({ ...EVERYTHING, ...search }, databaseOf(payload))

test('the memory is listed page by page, what came in last first, each pair once', async () => {
  const first = await find({})
  const second = await find({ before: first.next })
  expect([first.count, first.pairs.length, second.pairs.length, second.next]).toEqual([63, 50, 13, null])
  expect(new Set([...first.pairs, ...second.pairs].map(({ id }) => id)).size).toBe(63)
})

test.for<[string, Partial<MemorySearch>, number]>([
  ['words of a source, whatever their case', { text: 'MENTORS' }, 1],
  ['words of a translation', { text: 'κείμενο 5' }, 11],
  ['a sign that means something to a database', { text: '100%' }, 1],
  ['another such sign', { text: 'e_p' }, 1],
  ['a source language', { from: 'de' }, 1],
  ['a target language', { to: 'fr' }, 1],
  ['both and words', { from: 'en', to: 'el', text: 'share' }, 1],
  ['what is not there', { text: 'absent' }, 0],
])('pairs are found by %s', async ([, search, count]) => {
  expect((await find(search)).count).toBe(count)
})

test('a pair says who approved it, as long as they are known', async () => {
  expect((await find({ from: 'de' })).pairs[0]?.authorName).toBe(null)
  expect((await find({ to: 'fr' })).pairs[0]?.authorName).toBe('Eva Editor')
})
