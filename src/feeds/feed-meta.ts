import type { Locale } from '../i18n/locales.ts'

/** What a feed says about itself. All addresses are absolute. */
export interface FeedMeta {
  /** Of every item in it. */
  readonly locale: Locale
  readonly title: string
  readonly description: string
  /** Who publishes it. */
  readonly network: string
  /** Of the feed itself. */
  readonly selfUrl: string
  /** Of the page that shows the same. */
  readonly pageUrl: string
  /** The same feed in other languages. */
  readonly alternates: Readonly<Partial<Record<Locale, string>>>
  /** Addresses of hubs that tell subscribers when it changes. Absent: none. */
  readonly hubs?: readonly string[]
  /** When the feed came to be, which is its date while it is empty. */
  readonly startedAt: Date
}

/** An entry that readers are to take out of what they keep. */
export interface Tombstone {
  /** Of the entry. */
  readonly entryId: string
  readonly at: Date
}

/** When anything in a feed last changed. The same as long as nothing does, so that the document is too. */
export const updatedAtOf = (moments: readonly Date[], { startedAt }: FeedMeta): Date =>
  moments.length === 0 ? startedAt : new Date(Math.max(...moments.map((moment) => moment.getTime())))
