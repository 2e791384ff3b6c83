import { z } from 'zod'

import type { PublishedItem } from '../content/published-item.ts'
import type { Answer, Request, Requester } from '../network/request.ts'
import { ask, parseAnswer } from './ask.ts'
import type { Capabilities, Channel, Post, PostLimits, Receipt, RequestOptions } from './channel.ts'
import { ChannelError, type ChannelErrorReason } from './channel-error.ts'
import { countGraphemes, cutText } from './cut-text.ts'
import { defaultLimits, instance, limitsOf } from './mastodon-limits.ts'
import { uploadImage } from './mastodon-media.ts'
import { composeText } from './mastodon-text.ts'

export interface MastodonSettings {
  /** Origin of the server. */
  readonly baseUrl: string
  readonly accessToken: string
  readonly request: Requester
  /** For our own pictures, which may lie on this machine. */
  readonly requestImage: Requester
}

/**
 * A server keeps an idempotency key for an hour only, and some that speak the same language ignore it, so the key alone
 * is no promise: https://docs.joinmastodon.org/methods/statuses/#create
 */
const capabilities: Capabilities = { deduplicates: false, update: 'in-place', remove: 'yes' }

/** Statuses of an answer to a change that may have been made. Servers have answered 500 to a repeated key. */
const perhapsDone = { 500: 'unconfirmed' } as const
const missing = { 404: 'missing', 410: 'missing' } as const

const LIMITS_KEPT_MS = 3_600_000
const knownLimits = new Map<string, { readonly limits: PostLimits; readonly readAt: number }>()

/** How far back a lost post is looked for: pages of 40 posts, the most that a server gives. */
const PAGES = 5
const PAGE_SIZE = 40

const account = z.object({ id: z.string(), acct: z.string(), url: z.string().nullish() })
const status = z.object({ id: z.string(), url: z.string().nullish() })
const statuses = z.array(
  status.extend({ content: z.string(), card: z.object({ url: z.string() }).nullish() }),
)

/** https://docs.joinmastodon.org/methods/statuses/ */
export function mastodon({ baseUrl, accessToken, request, requestImage }: MastodonSettings): Channel {
  interface Call extends Omit<Request, 'url'> {
    readonly path: string
    readonly now: Date
    readonly effect?: 'none' | 'visible'
    readonly reasons?: Readonly<Partial<Record<number, ChannelErrorReason>>>
  }
  const call = ({ path, now, effect = 'none', reasons = {}, headers, ...rest }: Call): Promise<Answer> =>
    ask(
      {
        ...rest,
        url: new URL(path, baseUrl),
        headers: { authorization: `Bearer ${accessToken}`, ...headers },
      },
      { request, now, effect, reasons },
    )
  const ownAccount = async (options: RequestOptions) =>
    parseAnswer(
      await call({ path: '/api/v1/accounts/verify_credentials', method: 'GET', ...only(options) }),
      account,
      'misconfigured',
    )
  /** Everything that a post needs, uploaded; then the one request that readers see. */
  const submit = async (
    post: Post,
    options: RequestOptions,
    visible: Pick<Call, 'path' | 'method' | 'headers' | 'reasons'>,
  ) => {
    const askService = (upload: Omit<Request, 'url'> & { path: string }) =>
      call({ ...upload, now: options.now })
    const image =
      post.image === null ? [] : [await uploadImage(post.image, { requestImage, askService }, options)]
    const answer = await call({
      ...visible,
      headers: { 'content-type': 'application/json', ...visible.headers },
      body: JSON.stringify({
        status: post.text,
        language: languageOf(post.locale),
        media_ids: image,
        ...(visible.method === 'POST' && { visibility: 'public' }),
      }),
      effect: 'visible',
      ...only(options),
    })
    return receiptOf(parseAnswer(answer, status, 'unconfirmed'))
  }

  return {
    service: 'mastodon',
    capabilities,
    compose: (item, { limits = defaultLimits }) => compose(item, limits),
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    async verify(options) {
      const { acct, url } = await ownAccount(options)
      return { name: `@${acct}`, url: url ?? null }
    },

    async limits(options) {
      const known = knownLimits.get(baseUrl)
      if (known !== undefined && options.now.getTime() - known.readAt < LIMITS_KEPT_MS) return known.limits
      const answer = await call({
        path: '/api/v2/instance',
        method: 'GET',
        reasons: missing,
        ...only(options),
      }).catch(unlessMissing)
      // A server that does not know the question is older than the right to configure limits.
      const limits =
        answer === null ? defaultLimits : limitsOf(parseAnswer(answer, instance, 'misconfigured'))
      knownLimits.set(baseUrl, { limits, readAt: options.now.getTime() })
      return limits
    },

    publish: (post, options) =>
      submit(post, options, {
        path: '/api/v1/statuses',
        method: 'POST',
        headers: { 'idempotency-key': options.key },
        reasons: perhapsDone,
      }),

    update: (remoteId, post, options) =>
      submit(post, options, {
        path: `/api/v1/statuses/${encodeURIComponent(remoteId)}`,
        method: 'PUT',
        reasons: { ...perhapsDone, ...missing },
      }),

    async remove({ remoteId }, options) {
      await call({
        path: `/api/v1/statuses/${encodeURIComponent(remoteId)}`,
        method: 'DELETE',
        effect: 'visible',
        reasons: { ...perhapsDone, ...missing },
        ...only(options),
      }).catch(unlessMissing)
    },

    async find({ url }, options) {
      const { id } = await ownAccount(options)
      let before = ''
      for (let page = 0; page < PAGES; page++) {
        const path = `/api/v1/accounts/${id}/statuses?limit=${PAGE_SIZE}&exclude_reblogs=true${before}`
        const answer = await call({ path, method: 'GET', ...only(options) })
        const posts = parseAnswer(answer, statuses, 'unavailable')
        const found = posts.find(({ content, card }) => card?.url === url || linksOf(content).includes(url))
        if (found !== undefined) return receiptOf(found)
        const last = posts.at(-1)
        if (last === undefined) return null
        before = `&max_id=${last.id}`
      }
      return null
    },
  }
}

/** A key belongs to one request of a change, not to all that it takes. */
const only = ({ signal, now }: RequestOptions): RequestOptions => ({ signal, now })

const receiptOf = ({ id, url }: z.infer<typeof status>): Receipt => ({ remoteId: id, remoteUrl: url ?? null })

function unlessMissing(error: unknown): null {
  if (error instanceof ChannelError && error.reason === 'missing') return null
  throw error
}

function compose(item: PublishedItem, limits: PostLimits): Post {
  const { text, report } = composeText(item, limits)
  const image = imageOf(item, limits)
  const dropped = item.image !== null && image === null ? (['image'] as const) : []
  return {
    text,
    locale: item.locale,
    url: item.url,
    image,
    report: { ...report, shortened: [...report.shortened, ...dropped] },
  }
}

/** A picture goes along only with words for those who do not see it; one that merely decorates stays at home. */
function imageOf(
  { image, locale }: PublishedItem,
  { maxAltCharacters, imageTypes }: PostLimits,
): Post['image'] {
  if (image === null || image.alt.trim() === '' || !imageTypes.includes(image.type)) return null
  const alt = cutText(image.alt, locale, (beginning) => countGraphemes(beginning) <= maxAltCharacters)
  return { url: image.url, alt, type: image.type }
}

/** ISO 639: with a region, as in fa-AF, the server would take the account's own language instead. */
const languageOf = (locale: string): string => new Intl.Locale(locale).language

/** Addresses that a post links to. Servers shorten what is shown, never where it leads. */
const linksOf = (html: string): string[] =>
  [...html.matchAll(/\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
