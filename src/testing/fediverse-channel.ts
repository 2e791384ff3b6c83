import type { Payload } from 'payload'

import { activitypub } from '../channels/activitypub.ts'
import { openService } from '../channels/channel-for.ts'
import type { PublishedItem } from '../content/published-item.ts'
import { ownFederation } from '../dissemination/fediverse/own-federation.ts'
import { deliverDue } from '../fediverse/deliver.ts'
import { placeAt } from '../fediverse/place.ts'
import { startFediversePeer } from './fediverse-peer.ts'
import { startFediverseSite } from './fediverse-site.ts'
import { practiceInEnglish } from './items.ts'
import { submitOptions as options, publishPost, updatePost } from './submit-post.ts'

/** Our site, a channel of it, and a server whose readers can follow. */
export async function startFediverseChannel(
  payload: Payload,
  channelId: string,
  more: Parameters<typeof startFediversePeer>[0] = {},
) {
  const peer = await startFediversePeer(more)
  const site = await startFediverseSite(payload, [peer.host])
  const channel = openService(
    activitypub,
    { baseUrl: 'https://fediverse.invalid/', settings: { accountName: 'news' }, secrets: {} },
    { allowedPrivateHosts: [], publicUrl: site.url, federation: ownFederation(payload, channelId, site.url) },
  )
  await channel.verify(options())
  const place = placeAt(payload, site.url, [peer.host])
  return {
    site,
    peer,
    channel,
    actor: (username: string) => `${site.url}/fediverse/actors/${username}`,
    deliver: () => deliverDue(place, { signal: AbortSignal.timeout(30_000) }),
    publish: (item: PublishedItem, key = 'k1') =>
      publishPost(channel, channel.compose(item, { change: 'published' }), options(key)),
    revise: (remoteId: string, item: PublishedItem, key: string) =>
      updatePost(channel, { remoteId }, channel.compose(item, { change: 'revised' }), options(key)),
    withdraw: (remoteId: string, key = 'k9') =>
      channel.remove(
        { remoteId, item: practiceInEnglish, locale: 'en', occurredAt: new Date(), reason: null },
        options(key),
      ),
    async [Symbol.asyncDispose]() {
      await peer[Symbol.asyncDispose]()
      await site[Symbol.asyncDispose]()
    },
  }
}
