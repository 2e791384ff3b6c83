import { expect, test } from 'vitest'

import type { Locale } from '../../i18n/locales.ts'
import type { DigestOffer } from './digest-offer.ts'
import { cutDigest, type DigestReader, type Match, matchDigests } from './match-digests.ts'

const entry = (item: number, locale: Locale) => ({
  collection: 'news',
  id: `item-${item}`,
  locale,
  why: 'new',
})

/** Item 0 about finance in Greece, in English and Greek; item 1 about nothing and nowhere, in English. */
const offer: DigestOffer = {
  publications: [
    { item: 0, position: 1, reader: 'en', topics: ['finance'], countries: ['greece'] },
    { item: 1, position: 2, reader: 'en', topics: [], countries: [] },
    { item: 0, position: 3, reader: 'el', topics: ['finance'], countries: ['greece'] },
  ],
  items: [],
  entries: [
    { item: 0, reader: 'en', entry: entry(0, 'en') },
    { item: 0, reader: 'el', entry: entry(0, 'el') },
    { item: 1, reader: 'en', entry: entry(1, 'en') },
  ],
  issued: [],
}

const reader = (choices: Partial<DigestReader>): DigestReader => ({
  id: 'reader',
  languages: ['en'],
  topics: [],
  countries: [],
  cursor: 0,
  ...choices,
})

test.for<readonly [string, Partial<DigestReader>, readonly string[]]>([
  ['who chose nothing gets all', {}, ['item-0 en', 'item-1 en']],
  ['who chose a topic gets nothing that has none', { topics: ['finance'] }, ['item-0 en']],
  ['another topic is not theirs', { topics: ['premises'] }, []],
  ['an item without countries is for all of them', { countries: ['spain'] }, ['item-1 en']],
  ['what is theirs by one country is theirs', { countries: ['spain', 'greece'] }, ['item-0 en', 'item-1 en']],
  [
    'each item comes once, in the first of their languages',
    { languages: ['el', 'en'] },
    ['item-0 el', 'item-1 en'],
  ],
  ['what was considered before does not come', { cursor: 1 }, ['item-1 en']],
  [
    'what is public in a further language since is new',
    { languages: ['en', 'el'], cursor: 2 },
    ['item-0 en'],
  ],
  ['nothing is shown in a language that they do not read', { languages: ['fr'] }, []],
])('%s', ([, choices, expected]) => {
  const [group] = matchDigests([reader(choices)], offer)
  expect(group?.matches.map((match) => `${match.entry.id} ${match.entry.locale}`)).toEqual(expected)
})

test('people with the same choices are matched once', () => {
  const readers = ['a', 'b', 'c'].map((id) => reader({ id, topics: id === 'c' ? ['finance'] : [] }))
  expect(matchDigests(readers, offer).map(({ ids }) => ids)).toEqual([['a', 'b'], ['c']])
})

const many = (count: number): Match[] =>
  Array.from({ length: count }, (_, item) => ({ item, position: item + 10, entry: entry(item, 'en') }))

test('a digest holds twenty items, the oldest, and says where the next one begins', () => {
  const { items, last } = cutDigest(many(25), undefined)
  expect([items.length, items.at(-1)?.id, last]).toEqual([20, 'item-19', 29])
  expect(cutDigest(many(20), undefined).last).toBeNull()
})

test('what the person has had makes room for others', () => {
  const { items, last } = cutDigest(many(22), new Set([0, 1]))
  expect([items[0]?.id, items.length, last]).toEqual(['item-2', 20, null])
})
