import { siteUrl } from '../content/site-url.ts'
import { ask } from './ask.ts'
import type { Capabilities, Channel, Receipt, RequestOptions } from './channel.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'

/** Hearing of a change twice is hearing of it once. */
const capabilities: Capabilities = {
  deduplicates: true,
  update: 'in-place',
  remove: 'yes',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'field',
  concurrency: 1,
  pace: { submissions: 30, perMs: 60_000 },
}

/**
 * Tells search engines that a page is new, changed or gone, so that they come and look. They know that we may by a file
 * with the key on our own site: see `src/site/search-engine-key.ts`. https://www.indexnow.org/documentation
 */
export const indexnow: Service = {
  name: 'indexnow',
  capabilities,
  look: 'data',
  fixedUrl: 'https://api.indexnow.org',
  settings: [{ name: 'key', required: true, pattern: /^[A-Za-z0-9-]{8,128}$/ }],
  secrets: [],
  takes: 'summary',
  open,
}

/** Of addresses, far more than one of ours takes. */
const MAX_BYTES = 100_000

function open({ baseUrl, settings: { key = '' } }: OpenAccount, { request }: ChannelTools): Channel {
  const bodyFor = (page: string): string => {
    const { host, origin } = new URL(page)
    return JSON.stringify({ host, key, keyLocation: `${origin}/${key}.txt`, urlList: [page] })
  }
  const tell = async (body: string, { signal, now }: RequestOptions): Promise<void> => {
    await ask(
      {
        url: new URL('/indexnow', baseUrl),
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body,
        signal,
      },
      { request, now, effect: 'visible' },
    )
  }
  const told = async (page: string, options: RequestOptions): Promise<Receipt> => {
    await tell(bodyFor(page), options)
    return { remoteId: page, remoteUrl: null, mark: null }
  }

  return {
    service: 'indexnow',
    capabilities,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    compose({ locale, url, updatedAt }) {
      const text = bodyFor(url)
      const report = {
        unit: 'bytes',
        used: Buffer.byteLength(text),
        limit: MAX_BYTES,
        shortened: [],
      } as const
      // The address says nothing of an edit: without its time, there would be nothing to tell.
      return { text, fields: { version: updatedAt.toISOString() }, locale, url, image: null, report }
    },

    async verify(options) {
      // There is no other question, and to look at our first page once more harms nobody.
      await tell(bodyFor(siteUrl('/')), options)
      return { name: new URL(siteUrl('/')).host, url: null }
    },

    publish: ({ post: { url } }, options) => told(url, options),
    update: (_standing, { post: { url } }, options) => told(url, options),
    remove: ({ remoteId }, options) => tell(bodyFor(remoteId), options),
  }
}
