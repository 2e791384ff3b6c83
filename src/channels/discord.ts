import { z } from 'zod'

import type { PublishedItem } from '../content/published-item.ts'
import { askedToWaitUntil } from '../network/asked-to-wait.ts'
import type { Answer, Request } from '../network/request.ts'
import { announce, plainBlocks } from './announcement.ts'
import { type AskOptions, ask, parseAnswer } from './ask.ts'
import type {
  Capabilities,
  Channel,
  ComposeOptions,
  Post,
  Receipt,
  RequestOptions,
  Submission,
} from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { webhookAddress, webhookSecrets } from './chat-webhook.ts'
import { digestOf } from './digest.ts'
import { discordText } from './discord-markdown.ts'
import { droppedImage } from './dropped-image.ts'
import { isOurs } from './is-ours.ts'
import { readOwnPicture } from './own-picture.ts'
import { postImage } from './post-image.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'
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
  // Five requests in two seconds are granted to a webhook.
  pace: { submissions: 5, perMs: 2_000 },
}

const hosts = ['discord.com', 'ptb.discord.com', 'canary.discord.com', 'discordapp.com']
/** A webhook does not say which message is in its own channel: of another, it answers that it knows none. */
const standsAt = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/\d+\/\d+\/(\d+)$/
const MAX_CHARACTERS = 2_000
const imageLimits = {
  maxAltCharacters: 1_024,
  imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const UNKNOWN_MESSAGE = 10008
const problem = z.object({ code: z.number().optional(), retry_after: z.number().optional() })
const message = z.object({ id: z.string(), channel_id: z.string(), content: z.string() })
const webhook = z.object({
  name: z.string().nullish(),
  channel_id: z.string().nullish(),
  guild_id: z.string().nullish(),
})

/** A webhook of one Discord channel. https://docs.discord.com/developers/resources/webhook */
export const discord: Service = {
  name: 'discord',
  capabilities,
  look: 'message',
  fixedUrl: 'https://discord.com',
  settings: [],
  secrets: webhookSecrets,
  takes: 'summary',
  open,
}

function open(account: OpenAccount, { request, requestOwn }: ChannelTools): Channel {
  const addressOf = (path = ''): URL => {
    const url = webhookAddress(account, hosts)
    url.pathname = `${url.pathname.replace(/\/$/, '')}${path}`
    // Else it answers before it has posted, and without the name of the message.
    if (path === '') url.searchParams.set('wait', 'true')
    return url
  }
  const call = (asked: Request, effect: AskOptions['effect'], now: Date): Promise<Answer> =>
    ask(asked, {
      request,
      now,
      effect,
      // 404 speaks of the webhook, unless it says that it means the message.
      reasons: { 404: 'unauthorised', ...(effect === 'visible' && { 500: 'unconfirmed' }) },
      classify: (answer) => classify(answer, now),
    })
  const ownWebhook = async ({ signal, now }: RequestOptions) =>
    parseAnswer(
      await call({ method: 'GET', url: addressOf(), signal }, 'none', now),
      webhook,
      'misconfigured',
    )
  const submit = async (
    { post }: Submission,
    options: RequestOptions,
    { method, url }: Pick<Request, 'method' | 'url'>,
  ): Promise<Receipt> => {
    const { guild_id: server } = await ownWebhook(options)
    const encoded = new Response(
      formOf(post, post.image && (await readOwnPicture(post.image, requestOwn, options))),
    )
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' }
    const body = await encoded.bytes()
    const answer = await call({ method, url, headers, body, signal: options.signal }, 'visible', options.now)
    const { id, channel_id, content } = parseAnswer(answer, message, 'unconfirmed')
    return {
      remoteId: id,
      remoteUrl: server ? `https://discord.com/channels/${server}/${channel_id}/${id}` : null,
      mark: digestOf(content),
    }
  }
  const messageUrl = (remoteId: string): URL => addressOf(`/messages/${encodeURIComponent(remoteId)}`)
  /** What stands there. */
  const read = async (remoteId: string, { signal, now }: RequestOptions) =>
    parseAnswer(
      await call({ method: 'GET', url: messageUrl(remoteId), signal }, 'none', now),
      message,
      'unavailable',
    )

  return {
    service: 'discord',
    capabilities,
    addresses: {
      example: 'https://discord.com/channels/1100000000000000001/1100000000000000002/1100000000000000003',
      nameOf: (url) => standsAt.exec(url)?.[1] ?? null,
    },
    compose,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    async verify(options) {
      const { name, channel_id, guild_id } = await ownWebhook(options)
      const url = guild_id && channel_id ? `https://discord.com/channels/${guild_id}/${channel_id}` : null
      return { name: name ?? 'webhook', url }
    },

    publish: (submission, options) => submit(submission, options, { method: 'POST', url: addressOf() }),

    saying,

    async update(standing, submission, options) {
      const { remoteId, mark, overwrite } = standing
      if (mark !== null && !overwrite) {
        const says = digestOf((await read(remoteId, options)).content)
        if (!isOurs(standing, { mark: says, says }, submission.post, saying))
          throw new ChannelError('changed-there', 'the message has other words than ours')
      }
      return submit(submission, options, { method: 'PATCH', url: messageUrl(remoteId) })
    },

    async remove({ remoteId }, { signal, now }) {
      await call({ method: 'DELETE', url: messageUrl(remoteId), signal }, 'visible', now).catch(unlessMissing)
    },

    async probe({ remoteId, mark }, options) {
      const found = await read(remoteId, options).catch(unlessMissing)
      if (found === null) return 'gone'
      return mark === null || digestOf(found.content) === mark ? 'live' : 'changed'
    },

    words: async (remoteId, options) => (await read(remoteId, options).catch(unlessMissing))?.content ?? null,
  }
}

const saying = ({ fields }: Post): string => digestOf(fields?.content ?? '')

/** It says in the body what it is that it does not know, and how long to wait. */
function classify({ status, headers, body }: Answer, now: Date): ChannelError | null {
  const { code, retry_after: seconds } = problem.safeParse(parsed(body)).data ?? {}
  if (status === 404 && code === UNKNOWN_MESSAGE)
    return new ChannelError('missing', 'the message is gone', { status })
  if (status === 429 && seconds !== undefined) {
    const asked = askedToWaitUntil(headers, now) ?? new Date(now.getTime() + seconds * 1000)
    return new ChannelError('rate-limited', 'too many messages', { status, retryAfter: asked })
  }
  return null
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    // Not from Discord, then: it always speaks JSON.
    return null
  }
}

/** A picture is sent along, because one that is only pointed at has no words for those who do not see it. */
function formOf({ fields, image }: Post, picture: Buffer | null): FormData {
  const form = new FormData()
  const name = image === null ? '' : `picture.${image.type.replace('image/', '')}`
  const attachments = image === null ? [] : [{ id: 0, filename: name, description: image.alt }]
  const body = { content: fields?.content, allowed_mentions: { parse: [] }, attachments }
  form.set('payload_json', JSON.stringify(body))
  if (image !== null && picture !== null)
    form.set('files[0]', new Blob([new Uint8Array(picture)], { type: image.type }), name)
  return form
}

function compose(item: PublishedItem, options: ComposeOptions): Post {
  const image = postImage(item, options, imageLimits)
  // A word after a # is no hashtag there.
  const {
    text: content,
    parts,
    shortened,
  } = announce({ ...item, topics: [] }, options, {
    write: (parts) => discordText(parts, image !== null),
    fits: (written) => written.length <= MAX_CHARACTERS,
  })
  return {
    text: plainBlocks(parts),
    fields: { content },
    locale: item.locale,
    url: item.url,
    image,
    report: {
      unit: 'code-units',
      used: content.length,
      limit: MAX_CHARACTERS,
      shortened: [...shortened, ...droppedImage(item, options, image)],
    },
  }
}
