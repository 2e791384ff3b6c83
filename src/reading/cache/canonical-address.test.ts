import { expect, test } from 'vitest'

import { canonicalAddress } from './canonical-address.ts'

test.for([
  ['/api/news?locale=en&depth=1', '/api/news?depth=1&locale=en'],
  ['/en/news?&page=2&', '/en/news?page=2'],
  ['/en/news?', '/en/news'],
  ['/en/news?utm_source=letter&page=2&fbclid=x', '/en/news?page=2'],
  ['/en/news?utm_source=letter', '/en/news'],
] as const)('%s is asked for as %s', ([url, canonical]) => {
  expect(canonicalAddress(url)).toBe(canonical)
})

test.for([
  ['/api/news?sort=b&sort=a'],
  ['/api/news?where[or][1][x]=1&where[or][0][x]=2'],
  ['/api/news?where%5Bor%5D[1]=1&where[or][0]=2'],
] as const)('parameters of one name stay in the order they came in: %s', ([url]) => {
  expect(canonicalAddress(url)).toBe(url)
})

test('the order of other parameters makes no difference', () => {
  expect(canonicalAddress('/v1/news?b=2&where[z]=1&a=1&where[y]=0')).toBe(
    canonicalAddress('/v1/news?where[z]=1&where[y]=0&a=1&b=2'),
  )
})

test.for([
  ['/v1/../admin'],
  ['/v1/%2e%2e/admin'],
  ['/v1/.%2E'],
  ['//evil.example/v1'],
  ['/v1\\..\\admin'],
  ['http://evil.example/v1/news'],
  ['/v1/news?key=mine'],
  ['/v1/news?Api_Key=mine'],
  [`/v1/news?q=${'x'.repeat(2_048)}`],
] as const)('what leads elsewhere, names the caller or is too long is not kept: %s', ([url]) => {
  expect(canonicalAddress(url)).toBeNull()
})
