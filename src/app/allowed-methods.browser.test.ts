import { expect, test } from 'vitest'

import { ownProduct } from '../testing/own-product.ts'

const { url } = ownProduct()

test.for([
  ['DELETE', '/en', 'GET, HEAD, OPTIONS'],
  ['POST', '/en/news', 'GET, HEAD, OPTIONS'],
  ['PUT', '/en/feeds/news/atom.xml', 'GET, HEAD, OPTIONS'],
  ['PATCH', '/oai', 'GET, HEAD, POST, OPTIONS'],
  ['DELETE', '/en/subscribe', 'GET, HEAD, POST, OPTIONS'],
  ['GET', '/fediverse/inbox', 'POST, OPTIONS'],
  ['GET', '/api/graphql', 'POST, OPTIONS'],
  ['POST', '/v1/news', 'GET, HEAD, OPTIONS'],
] as const)('whoever tries to %s %s is told what may be done', async ([method, path, allowed]) => {
  const { status, headers } = await fetch(url + path, { method })
  expect([status, headers.get('allow')]).toEqual([405, allowed])
})
