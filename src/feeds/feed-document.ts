import type { PublishedItem } from '../content/published-item.ts'
import { atom } from './atom.ts'
import type { FeedMeta } from './feed-meta.ts'
import { rss } from './rss.ts'

/** The documents that others fetch to hear what is new. */
export const feedKinds = ['rss', 'atom'] as const
export type FeedKind = (typeof feedKinds)[number]

export interface FeedDocument {
  readonly body: string
  readonly contentType: string
}

/** Pure: the same items give the same bytes, so that a reader that has them is told so. */
export function feedDocument(kind: FeedKind, items: readonly PublishedItem[], meta: FeedMeta): FeedDocument {
  switch (kind) {
    case 'rss':
      return { body: rss(items, meta), contentType: 'application/rss+xml; charset=utf-8' }
    case 'atom':
      return { body: atom(items, meta), contentType: 'application/atom+xml; charset=utf-8' }
  }
}
