import type { PublishedItem } from '../content/published-item.ts'
import type { Requester } from '../network/request.ts'
import { announce, plainBlocks } from './announcement.ts'
import type { Capabilities, Channel, ComposeOptions, Post, PostLimits } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { droppedImage } from './dropped-image.ts'
import { pageStands } from './page-stands.ts'
import { postImage } from './post-image.ts'
import type { Service } from './service.ts'

interface ByHand {
  readonly name: string
  readonly fixedUrl: string
  readonly unit: Post['report']['unit']
  readonly limit: number
  /** As the service counts. */
  readonly lengthOf: (text: string) => number
  readonly imageLimits: Pick<PostLimits, 'maxAltCharacters' | 'imageTypes'>
  /** Where a person posts it, filled in as far as the service allows. */
  readonly openUrl: (post: { readonly text: string; readonly url: string }) => string
}

/** A person changes and removes it too: they are told what to do, and say what they did. */
const capabilities: Capabilities = {
  deduplicates: false,
  update: 'none',
  remove: 'none',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-hand',
  language: 'none',
  concurrency: 1,
  pace: null,
}

/** A service whose interface is closed to us: we compose, and a person posts. `Post.fields.openUrl` is where. */
export const byHand = (service: ByHand): Service => ({
  name: service.name,
  capabilities,
  look: 'post',
  fixedUrl: service.fixedUrl,
  settings: [],
  secrets: [],
  takes: 'summary',
  open: (_account, { request }) => channelOf(service, request),
})

function channelOf(service: ByHand, request: Requester): Channel {
  const refuse = async (): Promise<never> => {
    throw new ChannelError('misconfigured', `a person posts on ${service.name}, not we`)
  }
  return {
    service: service.name,
    capabilities,
    compose: (item, options) => compose(item, options, service),
    validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),
    // Nothing is signed in to.
    verify: async () => ({ name: new URL(service.fixedUrl).host, url: service.fixedUrl }),
    publish: refuse,
    update: refuse,
    remove: refuse,
    // A person told where it stands, and that address is its name.
    probe: ({ remoteId }, options) => pageStands(remoteId, request, options),
  }
}

function compose(item: PublishedItem, options: ComposeOptions, service: ByHand): Post {
  const { unit, limit, lengthOf, imageLimits, openUrl } = service
  const { text, shortened } = announce(item, options, {
    write: plainBlocks,
    fits: (written) => lengthOf(written) <= limit,
  })
  const { locale, url } = item
  const image = postImage(item, options, imageLimits)
  return {
    text,
    fields: { openUrl: openUrl({ text, url }) },
    locale,
    url,
    image,
    report: {
      unit,
      used: lengthOf(text),
      limit,
      shortened: [...shortened, ...droppedImage(item, options, image)],
    },
  }
}
