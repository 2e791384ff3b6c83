import type { Locale } from '../i18n/locales.ts'
import type { ContentCollection } from './published-item.ts'

/** The items of one collection, or of all. */
export type FeedScope = ContentCollection | 'all'

const feedFiles = ['atom.xml', 'rss.xml', 'feed.json'] as const
export type FeedFile = (typeof feedFiles)[number]

export const isFeedFile = (file: string): file is FeedFile => feedFiles.some((each) => each === file)

/** Where on the site a feed is. */
export const feedPath = (locale: Locale, scope: FeedScope, file: FeedFile): string =>
  `/${locale}/feeds/${scope}/${file}`

/** Where on the site the calendar of all events in a language is. */
export const calendarPath = (locale: Locale): string => `/${locale}/feeds/events/calendar.ics`

/**
 * Every feed that changes with an item and that a hub is told of. Those that hold a choice of it are not: there is one for
 * each combination, so they name no hub either, and readers ask for them anew.
 */
export const feedPathsWith = (collection: ContentCollection, locale: Locale): readonly string[] =>
  ([collection, 'all'] as const).flatMap((scope) => feedFiles.map((file) => feedPath(locale, scope, file)))
