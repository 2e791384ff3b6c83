import type { PublishedItem } from '../content/published-item.ts'
import { announce, plainBlocks } from './announcement.ts'
import { ask } from './ask.ts'
import type { Capabilities, Channel, ComposeOptions, Post, SubmitOptions } from './channel.ts'
import { cannotChange, webhookAddress, webhookSecrets } from './chat-webhook.ts'
import { droppedImage } from './dropped-image.ts'
import { postImage } from './post-image.ts'
import type { ChannelTools, OpenAccount, Service } from './service.ts'
import { emptyMessage, teamsCard } from './teams-card.ts'

const capabilities: Capabilities = {
  deduplicates: false,
  update: 'none',
  remove: 'none',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'none',
  concurrency: 1,
  // https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using#rate-limiting-for-connectors
  pace: { submissions: 4, perMs: 1_000 },
}

/** Where workflows are reached: the older addresses, and those since 2025. */
const hosts = ['.logic.azure.com', '.api.powerplatform.com']

/** A message may be 28 KB: https://learn.microsoft.com/en-us/microsoftteams/limits-specifications-teams */
const MAX_BYTES = 28_000
/** Leaves room for the card around the words. */
const MAX_TEXT_BYTES = 20_000
const imageLimits = { maxAltCharacters: 1_000, imageTypes: ['image/jpeg', 'image/png', 'image/gif'] }

/**
 * A workflow of Microsoft Teams that posts what it is sent into one channel.
 * https://support.microsoft.com/en-us/office/8ae491c7-0394-4861-ba59-055e33f75498
 */
export const teams: Service = {
  name: 'teams',
  capabilities,
  look: 'message',
  fixedUrl: 'https://teams.microsoft.com',
  settings: [],
  secrets: webhookSecrets,
  takes: 'summary',
  open,
}

function open(account: OpenAccount, { request }: ChannelTools): Channel {
  const send = (body: string, effect: 'none' | 'visible', { now, signal }: SubmitOptions) =>
    ask(
      {
        url: webhookAddress(account, hosts),
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body,
        signal,
      },
      {
        request,
        now,
        effect,
        // A workflow that its owner deleted or that went with the owner's account.
        reasons: { 404: 'unauthorised', 500: 'unconfirmed' },
        classify: ({ body: said }) => (switchedOff.test(said.toString()) ? 'unauthorised' : null),
      },
    )

  return {
    service: 'teams',
    capabilities,
    compose,
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),

    async verify(options) {
      await send(emptyMessage, 'none', options)
      return { name: webhookAddress(account, hosts).host, url: null }
    },

    async publish({ post }, options) {
      await send(post.fields?.payload ?? '', 'visible', options)
      return { remoteId: options.identity, remoteUrl: null, mark: null }
    },

    update: cannotChange,
    remove: cannotChange,
  }
}

/** What a workflow says that is switched off, or whose address lacks its signature. */
const switchedOff = /WorkflowTriggerIsNotEnabled|DirectApiAuthorizationRequired/

function compose(item: PublishedItem, options: ComposeOptions): Post {
  // Nobody can follow a hashtag there.
  const { text, parts, shortened } = announce({ ...item, topics: [] }, options, {
    write: plainBlocks,
    fits: (written) => Buffer.byteLength(JSON.stringify(written)) <= MAX_TEXT_BYTES,
  })
  const image = postImage(item, options, imageLimits)
  const payload = teamsCard(parts, item.locale, image)
  return {
    text,
    fields: { payload },
    locale: item.locale,
    url: item.url,
    image,
    report: {
      unit: 'bytes',
      used: Buffer.byteLength(payload),
      limit: MAX_BYTES,
      shortened: [...shortened, ...droppedImage(item, options, image)],
    },
  }
}
