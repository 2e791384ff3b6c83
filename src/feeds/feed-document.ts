import type { PublicDocument } from '../reading/contract/document.ts'
import { atom } from './atom.ts'
import { type FeedMeta, type Tombstone, updatedAtOf } from './feed-meta.ts'
import { jsonFeed } from './json-feed.ts'
import { rss } from './rss.ts'

/** The documents that others fetch to hear what is new. */
export type FeedKind = 'rss' | 'atom' | 'json'

/** Those that newsletters have too. */
export const xmlFeedKinds = ['rss', 'atom'] as const satisfies readonly FeedKind[]
export type XmlFeedKind = (typeof xmlFeedKinds)[number]

export interface FeedDocument {
  readonly body: string
  readonly contentType: string
  /** When anything in it last changed. */
  readonly updatedAt: Date
}

export const feedTypes = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const satisfies Readonly<Record<FeedKind, string>>

/** Pure: the same items give the same bytes, so that a reader that has them is told so. */
export function feedDocument(
  kind: FeedKind,
  documents: readonly PublicDocument[],
  meta: FeedMeta,
  gone: readonly Tombstone[] = [],
): FeedDocument {
  const updatedAt = updatedAtOf(
    [...documents.map(({ updatedAt }) => new Date(updatedAt)), ...gone.map(({ at }) => at)],
    meta,
  )
  const write = { rss, atom, json: jsonFeed }[kind]
  return { body: write({ documents, gone, updatedAt }, meta), contentType: feedTypes[kind], updatedAt }
}
