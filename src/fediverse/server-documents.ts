import type { Actor } from './actors.ts'
import type { Addresses } from './addresses.ts'

/** What an account says of itself, in its language. */
export interface ActorProfile {
  readonly name: string
  readonly summary: string
  /** Its page on our site. */
  readonly url: string
  /** PNG. Null: none. */
  readonly iconUrl: string | null
}

export type Document = Readonly<Record<string, unknown>>

/** https://www.w3.org/TR/activitypub/#public-addressing */
export const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public'
const context = [
  'https://www.w3.org/ns/activitystreams',
  'https://w3id.org/security/v1',
  {
    Hashtag: 'as:Hashtag',
    manuallyApprovesFollowers: 'as:manuallyApprovesFollowers',
    toot: 'http://joinmastodon.org/ns#',
    discoverable: 'toot:discoverable',
    indexable: 'toot:indexable',
  },
]

export const inContext = (document: Document): Document => ({ '@context': context, ...document })

/** `Service`: it posts by itself, and programs mark it so. https://www.w3.org/TR/activitypub/#actor-objects */
export const actorDocument = (
  { username, publicKey }: Pick<Actor, 'username' | 'publicKey'>,
  { name, summary, url, iconUrl }: ActorProfile,
  addresses: Addresses,
): Document =>
  inContext({
    id: addresses.actor(username),
    type: 'Service',
    preferredUsername: username,
    name,
    summary,
    url,
    inbox: addresses.inbox(username),
    outbox: addresses.outbox(username),
    followers: addresses.followers(username),
    endpoints: { sharedInbox: addresses.sharedInbox },
    manuallyApprovesFollowers: false,
    discoverable: true,
    indexable: true,
    ...(iconUrl !== null && { icon: { type: 'Image', mediaType: 'image/png', url: iconUrl } }),
    publicKey: {
      id: addresses.key(username),
      type: 'Key',
      owner: addresses.actor(username),
      publicKeyPem: publicKey,
    },
  })

/** RFC 7033 */
export const webFinger = (
  { username }: Pick<Actor, 'username'>,
  page: string,
  addresses: Addresses,
): Document => ({
  subject: `acct:${username}@${addresses.host}`,
  aliases: [addresses.actor(username)],
  links: [
    { rel: 'self', type: 'application/activity+json', href: addresses.actor(username) },
    { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: page },
  ],
})

/** https://nodeinfo.diaspora.software/schema.html */
export const nodeInfoLinks = (publicUrl: string): Document => ({
  links: [
    {
      rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1',
      href: new URL('/fediverse/nodeinfo/2.1', publicUrl).href,
    },
  ],
})

export const nodeInfo = (counts: { readonly actors: number; readonly posts: number }): Document => ({
  version: '2.1',
  software: { name: 'emissary', version: '0.1.0' },
  protocols: ['activitypub'],
  services: { inbound: [], outbound: [] },
  openRegistrations: false,
  usage: { users: { total: counts.actors }, localPosts: counts.posts },
  metadata: {},
})
