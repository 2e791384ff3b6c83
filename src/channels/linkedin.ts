import { z } from 'zod'

import type { Answer, Request } from '../network/request.ts'
import { type AskOptions, ask, parseAnswer } from './ask.ts'
import type { Capabilities, Channel, Post, RequestOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { isOurs } from './is-ours.ts'
import {
  areWordsOf,
  classify,
  isCardRight,
  markOf,
  pageOf,
  receiptOf,
  unlessGhost,
  urnIn,
} from './linkedin-answers.ts'
import { uploadImage } from './linkedin-image.ts'
import { composeLinkedIn, linkedInBody } from './linkedin-post.ts'
import { readLittle } from './linkedin-text.ts'
import { linkedInTokens } from './linkedin-token.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'
import { isSincePlanned } from './since-planned.ts'
import { unlessMissing } from './unless-missing.ts'

const capabilities: Capabilities = {
  deduplicates: false,
  update: 'in-place',
  remove: 'yes',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'none',
  concurrency: 1,
  // The quota is told nowhere but in the application's own pages; this is far below the smallest known one.
  pace: { submissions: 100, perMs: 24 * 3_600_000 },
}

/** Holds for about a year: https://learn.microsoft.com/en-us/linkedin/marketing/versioning */
const VERSION = '202604'

const missing = { 404: 'missing', 410: 'missing' } as const

/** How far back a lost post is looked for. */
const PAGES = 3
const PAGE_SIZE = 100

const organization = z.object({ localizedName: z.string() })
const article = z.object({
  source: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  thumbnailAltText: z.string().optional(),
})
const standingPost = z.object({
  commentary: z.string().default(''),
  content: z.object({ article: article.optional() }).optional(),
})
const posts = z.object({
  elements: z.array(standingPost.extend({ id: z.string(), createdAt: z.number().optional() })),
})

/** Posts of an organisation's page. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api */
export const linkedin: Service = {
  name: 'linkedin',
  capabilities,
  look: 'post',
  fixedUrl: 'https://api.linkedin.com',
  settings: [
    { name: 'pageId', required: true, pattern: /^\d{1,20}$/ },
    { name: 'clientId', required: false },
    { name: 'apiVersion', required: false, pattern: /^20\d{4}$/ },
  ],
  secrets: [
    { name: 'accessToken', required: true },
    { name: 'refreshToken', required: false },
    { name: 'clientSecret', required: false },
  ],
  takes: 'summary',
  open,
}

function open(account: OpenAccount, tools: ChannelTools): Channel {
  const { baseUrl, settings } = account
  const { request, requestOwn } = tools
  const author = `urn:li:organization:${settings.pageId ?? ''}`
  const version = settings.apiVersion || VERSION
  const tokens = linkedInTokens(account, tools)

  type Call = Omit<Request, 'signal'> & Pick<AskOptions, 'effect' | 'reasons'>
  const call = async (
    { effect, reasons, headers, ...rest }: Call,
    options: RequestOptions,
  ): Promise<Answer> => {
    const asked = (token: string): Promise<Answer> =>
      ask(
        {
          ...rest,
          headers: {
            authorization: `Bearer ${token}`,
            'linkedin-version': version,
            'x-restli-protocol-version': '2.0.0',
            ...headers,
          },
          signal: options.signal,
        },
        {
          request,
          now: options.now,
          effect,
          reasons: { ...(effect === 'visible' && { 500: 'unconfirmed' }), ...reasons },
          classify: (answer) => classify(answer, version),
        },
      )
    const token = await tokens.current()
    return asked(token).catch(async (error: unknown) => {
      // Refused at the door, so nothing happened.
      const isRefused = error instanceof ChannelError && error.status === 401
      if (!isRefused || tokens.renew === null) throw error
      return asked(await tokens.renew(token, options))
    })
  }
  const postUrl = (urn: string): URL => new URL(`/rest/posts/${encodeURIComponent(urn)}`, baseUrl)
  const read = async (urn: string, options: RequestOptions) =>
    parseAnswer(
      await call({ url: postUrl(urn), method: 'GET', effect: 'none', reasons: missing }, options),
      standingPost,
      'unavailable',
    )
  const page = async (start: number, count: number, options: RequestOptions) => {
    const query = new URLSearchParams({ q: 'author', author, start: `${start}`, count: `${count}` })
    const url = new URL(`/rest/posts?${query}`, baseUrl)
    const headers = { 'x-restli-method': 'FINDER' }
    return parseAnswer(
      await call({ url, method: 'GET', headers, effect: 'none' }, options),
      posts,
      'unavailable',
    ).elements
  }

  return {
    service: 'linkedin',
    capabilities,
    addresses: { example: pageOf('urn:li:share:7100000000000000000'), nameOf: urnIn },
    compose: composeLinkedIn,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    async verify(options) {
      await page(0, 1, options)
      // Its name is for administrators of the page alone to read; posting takes less.
      const url = new URL(`/rest/organizations/${settings.pageId}`, baseUrl)
      const named = await call({ url, method: 'GET', effect: 'none', reasons: { 403: 'missing' } }, options)
        .then((answer) => parseAnswer(answer, organization, 'unavailable').localizedName)
        .catch(unlessMissing)
      return {
        name: named ?? author,
        url: `https://www.linkedin.com/company/${settings.pageId}/`,
        expiresAt: await tokens.expiry(options),
      }
    },

    async prepare({ image }, options) {
      if (image === null) return []
      const askService = (asked: Request) => call({ ...asked, effect: 'none' }, options)
      return [
        await uploadImage(image, { requestImage: requestOwn, askService, baseUrl, owner: author }, options),
      ]
    },

    async publish({ post, media: [thumbnail] }, options) {
      const { headers } = await call(
        {
          url: new URL('/rest/posts', baseUrl),
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(linkedInBody(post, author, thumbnail)),
          effect: 'visible',
        },
        options,
      ).catch(unlessGhost(read, options))
      const urn = headers.get('x-restli-id')
      if (!urn) throw new ChannelError('unconfirmed', 'the post was taken, but its name was not told')
      return receiptOf(urn, post)
    },

    saying,

    async update(standing, { post }, options) {
      const { remoteId, mark } = standing
      const { commentary = '' } = post.fields ?? {}
      const found = await read(remoteId, options)
      const isAsLeft = mark !== null && areWordsOf(found.commentary, mark)
      const says = markOf(found.commentary)
      if (!isOurs(standing, { mark: isAsLeft ? mark : says, says }, post, saying))
        throw new ChannelError('changed-there', 'the post has other words than ours')
      await call(
        {
          url: postUrl(remoteId),
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-restli-method': 'PARTIAL_UPDATE' },
          body: JSON.stringify({ patch: { $set: { commentary } } }),
          effect: 'visible',
          reasons: missing,
        },
        options,
      )
      const isPartial = !isCardRight(found.content?.article, post, mark)
      return { ...receiptOf(remoteId, post), ...(isPartial && { isPartial }) }
    },

    async remove({ remoteId }, options) {
      const headers = { 'x-restli-method': 'DELETE' }
      await call(
        { url: postUrl(remoteId), method: 'DELETE', headers, effect: 'visible', reasons: missing },
        options,
      ).catch(unlessMissing)
    },

    async find({ url }, options) {
      for (let start = 0; start < PAGES * PAGE_SIZE; start += PAGE_SIZE) {
        const elements = await page(start, PAGE_SIZE, options)
        const found = elements.find(
          ({ content, createdAt: made }) =>
            content?.article?.source === url &&
            isSincePlanned(made === undefined ? null : new Date(made), options),
        )
        if (found !== undefined)
          return {
            remoteId: found.id,
            remoteUrl: pageOf(found.id),
            mark: markOf(found.commentary),
            says: markOf(found.commentary),
          }
        if (elements.length < PAGE_SIZE) return null
      }
      return null
    },

    async probe({ remoteId, mark }, options) {
      const found = await read(remoteId, options).catch(unlessMissing)
      if (found === null) return 'gone'
      return mark === null || areWordsOf(found.commentary, mark) ? 'live' : 'changed'
    },

    async words(remoteId, options) {
      const found = await read(remoteId, options).catch(unlessMissing)
      return found === null ? null : readLittle(found.commentary)
    },
  }
}

const saying = ({ fields }: Post): string => markOf(fields?.commentary ?? '')
