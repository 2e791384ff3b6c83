import type { Locale } from '../i18n/locales.ts'
import type { Actor } from './actors.ts'
import type { Addresses } from './addresses.ts'

/** A post as it is kept: see `FederatedPost` of the channels. */
export interface FederatedNote {
  readonly locale: Locale
  /** The item's page. */
  readonly url: string
  /** Safe to show. */
  readonly html: string
  /** Each with its `#`. */
  readonly hashtags: readonly string[]
  readonly image: { readonly url: string; readonly alt: string; readonly type: string } | null
}

/** A post that stands, or stood. */
export interface FederatedObject {
  readonly id: string
  /** Null: it was withdrawn. */
  readonly note: FederatedNote | null
  readonly revision: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly removedAt: Date | null
}

/** What an account says of itself, in its language. */
export interface ActorProfile {
  readonly name: string
  readonly summary: string
  /** Its page on our site. */
  readonly url: string
  /** PNG. Null: none. */
  readonly iconUrl: string | null
}

type Document = Readonly<Record<string, unknown>>

/** https://www.w3.org/TR/activitypub/#public-addressing */
const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public'
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

const inContext = (document: Document): Document => ({ '@context': context, ...document })

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

/**
 * No `summary`: on a note, programs take it for a warning and hide the rest behind it. The language is the one that the
 * text is in, and no other: a translation is a post of its own.
 */
function noteOf(
  { id, note, revision, createdAt, updatedAt }: FederatedObject,
  username: string,
  addresses: Addresses,
) {
  if (note === null) return tombstoneOf(id, null, addresses)
  const { locale, html, url, hashtags, image } = note
  return {
    id: addresses.post(id),
    type: 'Note',
    attributedTo: addresses.actor(username),
    ...audience(username, addresses),
    content: html,
    contentMap: { [locale]: html },
    url,
    published: createdAt.toISOString(),
    ...(revision > 0 && { updated: updatedAt.toISOString() }),
    tag: hashtags.map((name) => ({ type: 'Hashtag', name, href: url })),
    attachment:
      image === null
        ? []
        : [
            {
              type: 'Document',
              mediaType: image.type,
              url: image.url,
              name: image.alt,
              nameMap: { [locale]: image.alt },
            },
          ],
  }
}

const tombstoneOf = (id: string, removedAt: Date | null, addresses: Addresses) => ({
  id: addresses.post(id),
  type: 'Tombstone',
  formerType: 'Note',
  ...(removedAt !== null && { deleted: removedAt.toISOString() }),
})

const audience = (username: string, addresses: Addresses) => ({
  to: [PUBLIC],
  cc: [addresses.followers(username)],
})

/** A post, or what is left of it. */
export const objectDocument = (object: FederatedObject, username: string, addresses: Addresses): Document =>
  inContext(
    object.note === null
      ? tombstoneOf(object.id, object.removedAt, addresses)
      : noteOf(object, username, addresses),
  )

/** What an activity is called: the same however often it is delivered. */
export const activityAddress = {
  create: (objectId: string, addresses: Addresses): string => `${addresses.post(objectId)}#create`,
  update: (objectId: string, revision: number, addresses: Addresses): string =>
    `${addresses.post(objectId)}#update-${revision}`,
  delete: (objectId: string, addresses: Addresses): string => `${addresses.post(objectId)}#delete`,
}

/** Tells of a post as it is now: an activity that arrives late brings the newest words. */
export function postActivity(
  {
    id,
    kind,
    object,
    username,
  }: {
    readonly id: string
    readonly kind: 'create' | 'update' | 'delete'
    readonly object: FederatedObject
    readonly username: string
  },
  addresses: Addresses,
): Document {
  const about = { id, actor: addresses.actor(username), ...audience(username, addresses) }
  if (kind === 'delete' || object.note === null)
    return inContext({
      ...about,
      type: 'Delete',
      object: tombstoneOf(object.id, object.removedAt, addresses),
    })
  return inContext({
    ...about,
    type: kind === 'create' ? 'Create' : 'Update',
    published: (kind === 'create' ? object.createdAt : object.updatedAt).toISOString(),
    object: noteOf(object, username, addresses),
  })
}

/** The follow that is accepted, as far as its sender knows it again by. */
export interface Follow {
  readonly id: string
  /** Who follows. */
  readonly actor: string
}

export const acceptActivity = (
  id: string,
  { id: follow, actor }: Follow,
  username: string,
  addresses: Addresses,
): Document =>
  inContext({
    id,
    type: 'Accept',
    actor: addresses.actor(username),
    to: [actor],
    object: { id: follow, type: 'Follow', actor, object: addresses.actor(username) },
  })

/** How many follow is told, who they are is not. */
export const followersDocument = (username: string, total: number, addresses: Addresses): Document =>
  inContext({
    id: addresses.followers(username),
    type: 'OrderedCollection',
    totalItems: total,
    orderedItems: [],
  })

/** @param newest the newest posts, newest first. */
export const outboxDocument = (
  username: string,
  total: number,
  newest: readonly FederatedObject[],
  addresses: Addresses,
): Document =>
  inContext({
    id: addresses.outbox(username),
    type: 'OrderedCollection',
    totalItems: total,
    orderedItems: newest.map((object) => {
      const id = activityAddress.create(object.id, addresses)
      const { '@context': _, ...activity } = postActivity({ id, kind: 'create', object, username }, addresses)
      return activity
    }),
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
