import { expect, test } from 'vitest'

import { keptRoute } from './route.ts'

const id = '01980000-0000-7000-8000-000000000000'

test.for([
  ['/api/news', 'payload'],
  ['/api/peer-reviews/count', 'payload'],
  [`/api/media/${id}`, 'payload'],
  ['/api/globals/network', 'payload'],
  ['/api/graphql', 'graphql'],
  ['/v1/news', 'stated'],
  ['/oai', 'stated'],
  ['/catalogue.jsonld', 'stated'],
  ['/en/search', 'stated'],
  ['/en/about', 'stated'],
  ['/en', 'stated'],
  ['/fa-AF/practices/x', 'stated'],
  ['/en/events/x/event.ics', 'stated'],
  ['/el/feeds/all/rss.xml', 'stated'],
  ['/en/newsletters/policy/3', 'stated'],
  ['/en/feeds/newsletters/policy/rss.xml', 'stated'],
] as const)('answers of %s may be kept', ([path, kind]) => {
  expect(keptRoute(path)).toEqual({ kind, maxAgeMs: 60_000 })
})

test.for([
  ['/'],
  ['/admin'],
  ['/admin/login'],
  ['/api/users'],
  ['/api/users/me'],
  ['/api/news/versions'],
  [`/api/news/versions/${id}`],
  ['/api/channels'],
  ['/api/globals/retention'],
  ['/api/media/file/report.pdf'],
  ['/api/access'],
  ['/en/subscribe'],
  ['/en/subscribe/embed'],
  ['/en/confirm/secret'],
  ['/en/follow'],
  ['/en/ask'],
  ['/preferences/secret'],
  ['/u/secret'],
  ['/l/code'],
  ['/my-data/secret/data.json'],
  ['/change-address/secret'],
  ['/xx/news'],
  ['/english/news'],
] as const)('answers of %s are never kept', ([path]) => {
  expect(keptRoute(path)).toBeNull()
})
