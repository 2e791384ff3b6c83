import { expect, test } from 'vitest'

import { allowedMethods } from './allowed-methods.ts'

test.for([
  ['/oai', () => import('./(site)/oai/route.ts')],
  ['/sitemap.xml', () => import('./(site)/sitemap.xml/route.ts')],
  ['/catalogue.jsonld', () => import('./(site)/catalogue.jsonld/route.ts')],
  ['/en/feeds/news/atom.xml', () => import('./(site)/[locale]/feeds/[collection]/[file]/route.ts')],
  ['/en/events/fair/event.ics', () => import('./(site)/[locale]/[collection]/[slug]/event.ics/route.ts')],
] as const)(
  'who asks what may be done at %s is told the same as who does what may not',
  async ([path, route]) => {
    const { OPTIONS } = await route()
    const { status, headers } = OPTIONS()
    expect([status, headers.get('Allow')]).toEqual([204, allowedMethods(path)])
    expect(headers.get('Access-Control-Allow-Methods')).toBe(allowedMethods(path))
  },
)
