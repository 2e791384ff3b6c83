import type { Locale } from '../i18n/locales.ts'
import type { Addresses } from './addresses.ts'
import { type Document, inContext, PUBLIC } from './server-documents.ts'

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
