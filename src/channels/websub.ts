import { z } from 'zod'

import { feedPathsWith } from '../content/feed-path.ts'
import type { ContentCollection } from '../content/published-item.ts'
import { siteUrl } from '../content/site-url.ts'
import { type Locale, sourceLocale } from '../i18n/locales.ts'
import { ask } from './ask.ts'
import type { Capabilities, Channel, Receipt, RequestOptions, SubmitOptions } from './channel.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'

/** A hub that is told twice fetches twice, and passes on what is new. */
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

/** Ten edits become one call, and the hub fetches feeds that have the last of them. */
const SETTLES_AFTER_MS = 30_000

/**
 * Tells a hub which of our feeds changed. The hub fetches them, and passes what is new to everybody who subscribed there:
 * readers hear of it within a minute or two. Our feeds name the hub: see `src/site/hubs.ts`.
 * How a hub is told is not part of the standard; this is what hubs agree on. https://www.w3.org/TR/websub/#publishing
 */
export const websub: Service = {
  name: 'websub',
  capabilities,
  look: 'data',
  fixedUrl: null,
  settings: [],
  secrets: [],
  settlesAfterMs: SETTLES_AFTER_MS,
  takes: 'summary',
  open,
}

/** Of addresses, far more than ours take. */
const MAX_BYTES = 10_000

/** Topic → when we began to tell the hub of it last. */
const toldTimes = z.record(z.string(), z.coerce.date()).catch({})

function open({ baseUrl }: OpenAccount, { request, session }: ChannelTools): Channel {
  const hub = new URL(baseUrl)
  /** One after the other: a repeated name in one form is understood by some hubs only. Each may be repeated. */
  const tell = async (topics: readonly string[], { signal, now }: RequestOptions): Promise<void> => {
    for (const topic of topics)
      await ask(
        {
          url: hub,
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({
            'hub.mode': 'publish',
            'hub.url': topic,
            'hub.topic': topic,
          }).toString(),
          signal,
        },
        { request, now, effect: 'visible' },
      )
  }
  /** Of all that changed in one feed, the hub is told once: whatever had settled when it was told, it fetched then. */
  const tellOnce = async (topics: readonly string[], options: SubmitOptions): Promise<void> => {
    const { now, occurredAt = now } = options
    const kept = await session.current()
    const told = toldTimes.parse(kept === null ? {} : JSON.parse(kept))
    const settledAt = occurredAt.getTime() + SETTLES_AFTER_MS
    const untold = topics.filter((topic) => (told[topic]?.getTime() ?? 0) < settledAt)
    if (untold.length === 0) return
    await tell(untold, options)
    const value = JSON.stringify({ ...told, ...Object.fromEntries(untold.map((topic) => [topic, now])) })
    // Where another process told it of something meanwhile, it is told once more than it need be.
    await session.renew(kept, async () => ({ value, expiresAt: null }))
  }
  const told = async (text: string, page: string, options: SubmitOptions): Promise<Receipt> => {
    await tellOnce(text.split('\n'), options)
    return { remoteId: page, remoteUrl: null, mark: null }
  }

  return {
    service: 'websub',
    capabilities,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    compose({ collection, locale, url, updatedAt }) {
      const text = topicsOf(collection, locale, url).join('\n')
      const report = {
        unit: 'bytes',
        used: Buffer.byteLength(text),
        limit: MAX_BYTES,
        shortened: [],
      } as const
      // The feeds are the same at every edit: without its time, there would be nothing to tell.
      return { text, fields: { version: updatedAt.toISOString() }, locale, url, image: null, report }
    },

    async verify(options) {
      // It finds nothing new in the feed, and so has nothing to pass on.
      await tell(topicsOf('news', sourceLocale, siteUrl('/')).slice(0, 1), options)
      return { name: hub.host, url: null }
    },

    publish: ({ post: { text, url } }, options) => told(text, url, options),
    update: (_standing, { post: { text, url } }, options) => told(text, url, options),
    remove: ({ remoteId, item, locale }, options) =>
      tellOnce(topicsOf(item.collection, locale, remoteId), options),
  }
}

/** @param page any address on our site. */
const topicsOf = (collection: ContentCollection, locale: Locale, page: string): string[] =>
  feedPathsWith(collection, locale).map((path) => new URL(path, page).href)
