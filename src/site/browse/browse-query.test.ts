import { expect, test } from 'vitest'

import { browseAddress, facetGroups, readBrowseQuery, toggled, without } from './browse-query.ts'

const read = (query: string) => {
  const found = readBrowseQuery('practices', new URLSearchParams(query))
  if (found === null) throw new RangeError(`no query in ${query}`)
  return found
}

test.for([
  ['country=BE&country=FR&service=mentoring', 'service=mentoring&country=BE&country=FR'],
  ['country=BE,FR', 'country=BE&country=FR'],
  ['country=&service=', ''],
  ['country=<script>&nothing=x&sort=worst&when=past', 'when=past'],
  ['q=+a++shop+&page=1&sort=title', 'q=a+shop&sort=title'],
] as const)('%s is read, and written as short as it can be', ([query, written]) => {
  expect(browseAddress('/en/practices', read(query))).toBe(
    written === '' ? '/en/practices' : `/en/practices?${written}`,
  )
})

test.for(['0', '-1', '1.5', 'x', '1001'])('page %s is none', (page) => {
  expect(readBrowseQuery('news', new URLSearchParams({ page }))).toBeNull()
})

test('several values of one name stand for any of them, several names for all', () => {
  expect(facetGroups(read('country=BE&country=FR&service=finance'))).toEqual([
    ['service:finance'],
    ['country:BE', 'country:FR'],
  ])
})

test('a choice is made and taken back by the same link, and the list starts again at its first page', () => {
  const query = read('country=BE&page=3')
  const more = toggled(query, 'service', 'finance')

  expect(browseAddress('', more)).toBe('?country=BE&service=finance')
  expect(browseAddress('', toggled(more, 'service', 'finance'))).toBe('?country=BE')
  expect(browseAddress('', without(more, 'country', 'BE'))).toBe('?service=finance')
})
