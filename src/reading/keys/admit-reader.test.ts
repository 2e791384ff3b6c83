import { expect, test } from 'vitest'

import { admitReader } from './admit-reader.ts'

const times = (count: number, address: string, hasCredentials = false, path = '/v1/news') =>
  Array.from({ length: count }, () => admitReader({ path, address, hasCredentials }, 0)?.isAdmitted)

test('a network has 600 requests a minute, however many addresses of it ask', () => {
  expect(times(300, '198.51.100.1')).not.toContain(false)
  expect(times(300, '198.51.100.200')).not.toContain(false)
  expect(times(1, '198.51.100.7')).toEqual([false])
  expect(times(1, '198.51.101.7')).toEqual([true])
})

test('who brings credentials, right or wrong, has limits too, and others than the public', () => {
  expect(times(3000, '203.0.113.1', true)).not.toContain(false)
  expect(times(1, '203.0.113.1', true)).toEqual([false])
  expect(times(1, '203.0.113.1')).toEqual([true])
})

test('covers have limits of their own, wide enough for those who read mail', () => {
  expect(times(3000, '203.0.113.129', false, '/covers/x.png')).not.toContain(false)
  expect(times(1, '203.0.113.129', false, '/covers/x.png')).toEqual([false])
})

test.for([
  '/v1',
  '/v1/news',
  '/api/news',
  '/api/graphql',
  '/oai',
  '/catalogue.jsonld',
  '/sitemap.xml',
  '/en/search',
  '/fa-AF/search/',
])('%s is limited', (path) => {
  expect(times(1, '192.0.2.1', false, path)).toEqual([true])
})

test.for(['/', '/en', '/v10', '/oaix', '/en/news/search', '/apiary', '/admin', '/en/feeds/all/atom.xml'])(
  '%s is not',
  (path) => {
    expect(times(1, '192.0.2.1', false, path)).toEqual([undefined])
  },
)
