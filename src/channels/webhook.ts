import { ask } from './ask.ts'
import type { Capabilities, Channel, SubmitOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'
import { pingBody, publishedBody, withdrawnBody } from './webhook-body.ts'
import { rotated, secretsAt } from './webhook-rotation.ts'
import { parseWebhookSecret, signatureHeaders } from './webhook-signature.ts'

/** A receiver drops a `webhook-id` that it has seen: the standard asks it to. */
const capabilities: Capabilities = {
  deduplicates: true,
  update: 'in-place',
  remove: 'yes',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'field',
  concurrency: 4,
  pace: null,
}

/** The standard advises to stay below, so that receivers can take it in memory. */
const MAX_BODY_BYTES = 20_000

/**
 * Tells another site what happened to an item, in one signed request to the address where it listens. The secret shared
 * with it is `whsec_` and 24 to 64 bytes in base64.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const webhook: Service = {
  name: 'webhook',
  capabilities,
  look: 'data',
  fixedUrl: null,
  settings: [],
  secrets: [{ name: 'signingSecret', required: true }],
  takes: 'summary',
  rotate: rotated,
  open,
}

function open({ baseUrl, secrets }: OpenAccount, { request }: ChannelTools): Channel {
  const url = new URL(baseUrl)
  const post = async (body: string, { key: id, now, signal }: SubmitOptions): Promise<void> => {
    const [key, ...previous] = secretsAt(secrets, now).map(parseWebhookSecret)
    if (key === undefined || key === null)
      throw new ChannelError('misconfigured', `the secret for ${url.host} is not whsec_ and 24 to 64 bytes`)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      ...signatureHeaders({ id, sentAt: now, body }, key, ...previous.filter((each) => each !== null)),
    }
    await ask(
      { url, method: 'POST', headers, body, signal },
      { request, now, effect: 'visible', reasons: { 410: 'closed' } },
    )
  }
  const submit = async (body: string, options: SubmitOptions) => {
    await post(body, options)
    return { remoteId: options.identity, remoteUrl: null, mark: null }
  }

  return {
    service: 'webhook',
    capabilities,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    compose(item, { change }) {
      const text = publishedBody(item, change === 'published' ? 'published' : 'revised')
      const report = {
        unit: 'bytes',
        used: Buffer.byteLength(text),
        limit: MAX_BODY_BYTES,
        shortened: [],
      } as const
      return { text, locale: item.locale, url: item.url, image: null, report }
    },

    async verify(options) {
      await post(pingBody(options.now), options)
      return { name: url.host, url: null }
    },

    publish: ({ post: { text } }, options) => submit(text, options),
    update: (_standing, { post: { text } }, options) => submit(text, options),
    remove: (withdrawal, options) => post(withdrawnBody(withdrawal), options),
  }
}
