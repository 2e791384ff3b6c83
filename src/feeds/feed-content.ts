import type { PublicDocument } from '../reading/contract/document.ts'
import type { Tombstone } from './feed-meta.ts'

/** What is in a feed, newest first. */
export interface FeedContent {
  readonly documents: readonly PublicDocument[]
  /** What was in it and is not public any more. */
  readonly gone: readonly Tombstone[]
  readonly updatedAt: Date
}
