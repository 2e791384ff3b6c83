import { loopbackApi } from './loopback-api.ts'

export const searchEngineKey = 'a1b2c3d4-emissary'

/** A search engine that is told to look at pages, and believes whoever knows the key that it finds on the site. */
export async function startFakeSearchEngine() {
  const ownSite = new Map<string, string>()
  const index = new Map<string, string>()
  const told: string[] = []
  const service = await loopbackApi(({ method, url, headers, body }) => {
    if (url.pathname !== '/indexnow') return { status: 404 }
    if (method !== 'POST' || !headers['content-type']?.startsWith('application/json')) return { status: 400 }
    const { host, key, keyLocation, urlList } = JSON.parse(body)
    if (key !== searchEngineKey) return { status: 403 }
    const isOfSite = (address: string) => new URL(address).host === host
    if (
      keyLocation !== `${new URL(keyLocation).origin}/${key}.txt` ||
      ![keyLocation, ...urlList].every(isOfSite)
    )
      return { status: 422 }
    for (const page of urlList as string[]) {
      told.push(page)
      const title = ownSite.get(page)
      if (title === undefined) index.delete(page)
      else index.set(page, title)
    }
    return { status: 202 }
  })
  return {
    ...service,
    ownSite,
    told,
    standing: () => [...index.keys()],
    newestText: () => [...index.values()].at(-1) ?? '',
  }
}
