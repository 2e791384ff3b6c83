import type { Locale } from '../i18n/locales.ts'
import { type ContentCollection, contentCollections } from './published-item.ts'

/** Collections that have a feed each. */
export const fedCollections = [...contentCollections, 'peer-reviews', 'faqs'] as const
export type FedCollection = (typeof fedCollections)[number]

export const isFedCollection = (name: string): name is FedCollection =>
  fedCollections.some((each) => each === name)

/** What one collection has, or all of them. */
export type FeedScope = FedCollection | 'all'

const feedFiles = ['atom.xml', 'rss.xml', 'feed.json'] as const
export type FeedFile = (typeof feedFiles)[number]

export const isFeedFile = (file: string): file is FeedFile => feedFiles.some((each) => each === file)

/** Where on the site a feed is. */
export const feedPath = (locale: Locale, scope: FeedScope, file: FeedFile): string =>
  `/${locale}/feeds/${scope}/${file}`

/** Where on the site the calendar of all events in a language is. */
export const calendarPath = (locale: Locale): string => `/${locale}/feeds/events/calendar.ics`

/**
 * Every feed that changes with an item and that a hub is told of. Of what is in `all` and is no item (reviews, answers) hubs
 * are told nothing: it reaches their readers with the next item, or when they look. Those that hold a choice of it are not: there is one for
 * each combination, so they name no hub either, and readers ask for them anew.
 */
export const feedPathsWith = (collection: ContentCollection, locale: Locale): readonly string[] =>
  ([collection, 'all'] as const).flatMap((scope) => feedFiles.map((file) => feedPath(locale, scope, file)))
