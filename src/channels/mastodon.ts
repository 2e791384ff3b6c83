import { z } from 'zod'

import type { PublishedItem } from '../content/published-item.ts'
import type { Answer, Request } from '../network/request.ts'
import { ask, parseAnswer } from './ask.ts'
import type {
  Capabilities,
  Channel,
  ComposeOptions,
  Post,
  PostLimits,
  RequestOptions,
  Submission,
} from './channel.ts'
import { ChannelError, type ChannelErrorReason } from './channel-error.ts'
import { digestOf } from './digest.ts'
import { isOurs } from './is-ours.ts'
import { defaultLimits, instance, limitsOf } from './mastodon-limits.ts'
import { uploadImage } from './mastodon-media.ts'
import { idOf, languageOf, linksOf, markOf, receiptOf, source, status, statuses } from './mastodon-status.ts'
import { composeText } from './mastodon-text.ts'
import { postImage } from './post-image.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'
import { isSincePlanned } from './since-planned.ts'
import { unlessMissing } from './unless-missing.ts'

/**
 * A server keeps an idempotency key for an hour only, and some that speak the same language ignore it, so the key alone
 * is no promise: https://docs.joinmastodon.org/methods/statuses/#create
 */
const capabilities: Capabilities = {
  deduplicates: false,
  update: 'in-place',
  remove: 'yes',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'field',
  concurrency: 2,
  // 300 requests in five minutes are granted, and 30 removals in half an hour: https://docs.joinmastodon.org/api/rate-limits/
  pace: { submissions: 100, perMs: 300_000 },
  removals: { submissions: 30, perMs: 1_800_000 },
}

/** Statuses of an answer to a change that may have been made. Servers have answered 500 to a repeated key. */
const perhapsDone = { 500: 'unconfirmed' } as const
const missing = { 404: 'missing', 410: 'missing' } as const

const LIMITS_KEPT_MS = 3_600_000
const knownLimits = new Map<string, { readonly limits: PostLimits; readonly readAt: number }>()

/** How far back a lost post is looked for: pages of 40 posts, the most that a server gives. */
const PAGES = 5
const PAGE_SIZE = 40

const account = z.object({
  id: z.string(),
  acct: z.string(),
  url: z.string().nullish(),
  // Some that speak the same language leave it out, or say -1 for what they do not tell.
  followers_count: z.int().min(0).nullish().catch(null),
})

/** https://docs.joinmastodon.org/methods/statuses/ */
export const mastodon: Service = {
  name: 'mastodon',
  capabilities,
  look: 'post',
  fixedUrl: null,
  settings: [],
  secrets: [{ name: 'accessToken', required: true }],
  countsFollowers: true,
  takes: 'summary',
  open,
}

function open(
  { baseUrl, secrets: { accessToken = '' } }: OpenAccount,
  { request, requestOwn }: ChannelTools,
): Channel {
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
  const read = async <T>(path: string, shape: z.ZodType<T>, options: RequestOptions): Promise<T> =>
    parseAnswer(await call({ path, method: 'GET', reasons: missing, ...only(options) }), shape, 'unavailable')
  /** Statuses of an account that come before one, newest first. Null: the newest. */
  const latest = async (
    accountId: string,
    { size, before }: { readonly size: number; readonly before: string | null },
    options: RequestOptions,
  ) => {
    const older = before === null ? '' : `&max_id=${before}`
    const path = `/api/v1/accounts/${accountId}/statuses?limit=${size}&exclude_reblogs=true${older}`
    return parseAnswer(await call({ path, method: 'GET', ...only(options) }), statuses, 'unavailable')
  }
  /** Of the words as they were written. Empty: the server does not tell them. */
  const says = async (path: string, options: RequestOptions): Promise<string> => {
    const written = await read(`${path}/source`, source, options).catch(unlessMissing)
    return written === null ? '' : digestOf(written.text)
  }
  /** The one request that readers see. */
  const submit = async (
    { post, media }: Submission,
    options: RequestOptions,
    visible: Pick<Call, 'path' | 'method' | 'headers' | 'reasons'>,
  ) => {
    const answer = await call({
      ...visible,
      headers: { 'content-type': 'application/json', ...visible.headers },
      body: JSON.stringify({
        status: post.text,
        language: languageOf(post.locale),
        media_ids: media,
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
    addresses: {
      example: new URL('/@name/114000000000000001', baseUrl).href,
      nameOf: (url) => nameIn(url, baseUrl),
    },
    compose,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    async verify(options) {
      const { id, acct, url } = await ownAccount(options)
      // A lost post is looked for there, and a change is made to what is read there: a token may lack the right to.
      await latest(id, { size: 1, before: null }, options)
      return { name: `@${acct}`, url: url ?? null }
    },

    followers: async (options) => (await ownAccount(options)).followers_count ?? null,

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

    async prepare({ image }, options) {
      if (image === null) return []
      const askService = (upload: Omit<Request, 'url'> & { path: string }) =>
        call({ ...upload, now: options.now })
      return [await uploadImage(image, { requestImage: requestOwn, askService }, options)]
    },

    saying,

    publish: (submission, options) =>
      submit(submission, options, {
        path: '/api/v1/statuses',
        method: 'POST',
        headers: { 'idempotency-key': options.identity },
        reasons: perhapsDone,
      }),

    async update(standing, submission, options) {
      const { mark, overwrite } = standing
      const path = pathOf(standing.remoteId)
      const isAsLeft = overwrite || mark === null || markOf(await read(path, status, options)) === mark
      const found = isAsLeft ? null : { mark: null, says: await says(path, options) }
      if (found !== null && !isOurs(standing, found, submission.post, saying))
        throw new ChannelError('changed-there', `somebody changed ${path}`)
      return submit(submission, options, { path, method: 'PUT', reasons: { ...perhapsDone, ...missing } })
    },

    async remove({ remoteId }, options) {
      await call({
        path: pathOf(remoteId),
        method: 'DELETE',
        effect: 'visible',
        reasons: { ...perhapsDone, ...missing },
        ...only(options),
      }).catch(unlessMissing)
    },

    async find({ url }, options) {
      const { id } = await ownAccount(options)
      let before: string | null = null
      for (let page = 0; page < PAGES; page++) {
        const posts: z.infer<typeof statuses> = await latest(id, { size: PAGE_SIZE, before }, options)
        const found = posts.find(
          ({ content, card, created_at: made }) =>
            (card?.url === url || linksOf(content).includes(url)) &&
            isSincePlanned(made ? new Date(made) : null, options),
        )
        if (found !== undefined)
          return {
            ...receiptOf(found),
            // It is as we posted it unless somebody edited it.
            ...(found.edited_at && { says: await says(pathOf(found.id), options) }),
          }
        const last = posts.at(-1)
        if (last === undefined) return null
        before = last.id
      }
      return null
    },

    async probe({ remoteId, mark }, options) {
      const standing = await read(pathOf(remoteId), status, options).catch(unlessMissing)
      if (standing === null) return 'gone'
      const found = markOf(standing)
      return mark === null || found === null || found === mark ? 'live' : 'changed'
    },

    async words(remoteId, options) {
      const standing = await read(`${pathOf(remoteId)}/source`, source, options).catch(unlessMissing)
      return standing?.text ?? null
    },
  }
}

const saying = ({ text }: Post): string => digestOf(text)

/** All servers that speak the language end it with the name, which one writes in digits and another in letters too. */
function nameIn(url: string, server: string): string | null {
  const { host, pathname } = new URL(url)
  const [, id] = /\/([\w-]+)\/?$/.exec(pathname) ?? []
  return host === new URL(server).host ? (id ?? null) : null
}

const pathOf = (remoteId: string): string => `/api/v1/statuses/${encodeURIComponent(idOf(remoteId))}`

/** A key belongs to one request of a change, not to all that it takes. */
const only = ({ signal, now }: RequestOptions): RequestOptions => ({ signal, now })

function compose(item: PublishedItem, options: ComposeOptions): Post {
  const { limits = defaultLimits } = options
  const { text, report } = composeText(item, limits, options)
  const image = postImage(item, options, limits)
  const { ownImage: wanted = item.image } = options
  const dropped = wanted !== null && image === null ? (['image'] as const) : []
  return {
    text,
    locale: item.locale,
    url: item.url,
    image,
    report: { ...report, shortened: [...report.shortened, ...dropped] },
  }
}
