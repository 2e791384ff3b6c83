import type { PublishedItem } from '../content/published-item.ts'
import type { Requester } from '../network/request.ts'
import { announce, plainBlocks } from './announcement.ts'
import { type AskOptions, ask } from './ask.ts'
import type { Capabilities, Channel, ComposeOptions, Post, SubmitOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { cannotChange, webhookAddress, webhookSecrets } from './chat-webhook.ts'
import { droppedImage } from './dropped-image.ts'
import { postImage } from './post-image.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'
import { escapeSlack, slackMessage } from './slack-message.ts'

const capabilities: Capabilities = {
  deduplicates: false,
  update: 'none',
  remove: 'none',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'none',
  concurrency: 1,
  // https://docs.slack.dev/apis/web-api/rate-limits: one message a second.
  pace: { submissions: 1, perMs: 1_000 },
}

/** Longer ones are folded away: https://docs.slack.dev/reference/methods/chat.postMessage */
const MAX_CHARACTERS = 4_000
const imageLimits = { maxAltCharacters: 2_000, imageTypes: ['image/jpeg', 'image/png', 'image/gif'] }

/** What it says to a message without words, once it has recognised the address. */
const wordless = new Set(['no_text', 'missing_text_or_fallback_or_attachments'])

/** An incoming webhook of one Slack channel. https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export const slack: Service = {
  name: 'slack',
  capabilities,
  look: 'message',
  fixedUrl: 'https://hooks.slack.com',
  settings: [],
  secrets: webhookSecrets,
  takes: 'summary',
  open,
}

function open(account: OpenAccount, { request }: ChannelTools): Channel {
  const send = (body: string, way: Pick<AskOptions, 'request' | 'effect'>, { now, signal }: SubmitOptions) =>
    ask(
      {
        url: webhookAddress(account, ['hooks.slack.com']),
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body,
        signal,
      },
      // `no_service` and `no_team`: the webhook is gone. `channel_is_archived`. `rollup_error`: nobody knows.
      { ...way, now, reasons: { 404: 'unauthorised', 410: 'closed', 500: 'unconfirmed' } },
    )
  /** It refuses a message without words only once it has recognised the address, so that refusal is what we ask for. */
  const recognising: Requester = async (asked) => {
    const answer = await request(asked)
    return wordless.has(answer.body.toString().trim()) ? { ...answer, status: 200 } : answer
  }

  return {
    service: 'slack',
    capabilities,
    compose,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    async verify(options) {
      await send('{"text":""}', { request: recognising, effect: 'none' }, options)
      return { name: new URL(account.baseUrl).host, url: null }
    },

    async publish({ post }, options) {
      const { body } = await send(post.fields?.payload ?? '', { request, effect: 'visible' }, options)
      const said = body.toString().trim()
      if (said !== 'ok')
        throw new ChannelError('unconfirmed', `instead of "ok" it said: ${said.slice(0, 200)}`)
      return { remoteId: options.identity, remoteUrl: null, mark: null }
    },

    update: cannotChange,
    remove: cannotChange,
  }
}

function compose(item: PublishedItem, options: ComposeOptions): Post {
  // A word after a # is the name of a channel there.
  const { text, parts, shortened } = announce({ ...item, topics: [] }, options, {
    write: plainBlocks,
    fits: (written) => escapeSlack(written).length <= MAX_CHARACTERS,
  })
  const image = postImage(item, options, imageLimits)
  return {
    text,
    fields: { payload: slackMessage(parts, text, image) },
    locale: item.locale,
    url: item.url,
    image,
    report: {
      unit: 'code-units',
      used: escapeSlack(text).length,
      limit: MAX_CHARACTERS,
      shortened: [...shortened, ...droppedImage(item, options, image)],
    },
  }
}
