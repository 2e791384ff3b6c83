import { loopbackApi } from './loopback-api.ts'

/** A hub with a subscriber to every feed that it is told of: it fetches a feed and passes on what stands in it. */
export async function startFakeHub() {
  const ownSite = new Map<string, string>()
  const subscriber = new Map<string, string>()
  const told: string[] = []
  const service = await loopbackApi(({ method, headers, body }) => {
    const form = Object.fromEntries(new URLSearchParams(body))
    const topic = form['hub.url']
    const isForm = headers['content-type'] === 'application/x-www-form-urlencoded'
    if (method !== 'POST' || !isForm || form['hub.mode'] !== 'publish') return { status: 400 }
    const [, site, locale] =
      /^(https?:\/\/[^/]+)\/([^/]+)\/feeds\/[a-z]+\/(?:atom\.xml|rss\.xml|feed\.json)$/.exec(topic ?? '') ??
      []
    if (site === undefined || topic !== form['hub.topic']) return { status: 422 }
    told.push(topic ?? '')
    const isInFeed = (page: string) => page.startsWith(`${site}/${locale}/`)
    for (const page of subscriber.keys()) if (isInFeed(page) && !ownSite.has(page)) subscriber.delete(page)
    for (const [page, title] of ownSite) if (isInFeed(page)) subscriber.set(page, title)
    return { status: 204 }
  })
  return {
    ...service,
    ownSite,
    told,
    standing: () => [...subscriber.keys()],
    newestText: () => [...subscriber.values()].at(-1) ?? '',
  }
}
