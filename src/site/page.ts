import type { Html } from '../content/markup/html.ts'
import type { Acknowledgement } from '../content/published-item.ts'
import type { Locale } from '../i18n/locales.ts'

/** One page, without what all pages share. */
export interface Page {
  /** Without the network's name, which is added. */
  readonly title: string
  /** For search engines and link previews. Null where there is none to give. */
  readonly description: string | null
  readonly main: Html
  /** Locale → path of every language in which this page exists, this one included. Empty for a page that has no languages. */
  readonly alternates: Alternates
  /** Where readers of none of these languages are sent, when it is none of these pages. @default the network's first choice */
  readonly defaultPath?: string
  readonly section?: Section
  readonly feeds?: readonly FeedLink[]
  /** Absolute address of the picture for link previews. */
  readonly image?: string
  readonly head?: Html | false
  /** What stands in the footer. @default the network's */
  readonly acknowledgements?: readonly Acknowledgement[]
  /** What makes the page more convenient; it works without. */
  readonly script?: 'narrow'
  /** Pages for one person, and pages that say that something is missing, are for no search engine. */
  readonly unlisted?: boolean
}

export type Alternates = Readonly<Partial<Record<Locale, string>>>

export type Section = 'practices' | 'publications' | 'events' | 'news' | 'communities' | 'about'

export interface FeedLink {
  readonly title: string
  readonly path: string
  readonly type: 'application/rss+xml' | 'application/atom+xml' | 'application/feed+json' | 'text/calendar'
}
