import type { Locale } from '../i18n/locales.ts'

/** The collections whose items are disseminated. Outbox, feeds, channels and newsletters follow this list. */
export const contentCollections = ['practices', 'publications', 'events', 'news'] as const

export type ContentCollection = (typeof contentCollections)[number]

export const isContentCollection = (slug: unknown): slug is ContentCollection =>
  contentCollections.some((collection) => collection === slug)

/** One item, whatever its languages. */
export interface ItemReference {
  readonly collection: ContentCollection
  /** UUIDv7. */
  readonly id: string
}

export interface ItemImage {
  /** Absolute. */
  readonly url: string
  /** In the item's locale. Empty when the picture only decorates. */
  readonly alt: string
  readonly width: number
  readonly height: number
  /** MIME type. */
  readonly type: string
}

/** What was wrong about an item, as its readers are told. */
export interface ItemCorrection {
  readonly at: Date
  /** In the item's locale. */
  readonly reason: string
}

/** A document that belongs to an item, such as a report. */
export interface ItemFile {
  /** Absolute. */
  readonly url: string
  readonly name: string
  /** MIME type. */
  readonly type: string
  readonly bytes: number
}

/** When and where an event takes place. */
export interface EventTimes {
  readonly start: Date
  readonly end: Date
  /** IANA name, e.g. Europe/Brussels: times are always shown in the event's own zone. */
  readonly timeZone: string
  readonly mode: 'onsite' | 'online' | 'hybrid'
  readonly status: 'as-planned' | 'postponed' | 'rescheduled' | 'moved-online' | 'cancelled'
  /** Name and city, in the item's locale. Null online. */
  readonly venue: string | null
  /** Set when the event was rescheduled. */
  readonly previousStart: Date | null
}

/**
 * What must stand beside every output of a funded project (domain.md 4.2).
 * https://commission.europa.eu/funding-tenders/managing-your-project/communicating-and-raising-eu-visibility_en
 */
export interface Acknowledgement {
  readonly project: string
  readonly statement: 'funded' | 'co-funded'
  /** False until the award is signed: the emblem must not be shown before. */
  readonly emblem: boolean
  /** Approved text; `locale` differs from the item's where none is approved in the item's locale. Never machine-translated. */
  readonly disclaimer: { readonly text: string; readonly locale: Locale } | null
}

/**
 * One item in one language, published and safe to show to anyone.
 * Newsletters, channels, feeds and pages read this and nothing else.
 */
export interface PublishedItem extends ItemReference {
  readonly locale: Locale
  /** The language it was written in. */
  readonly sourceLocale: Locale
  readonly slug: string
  readonly title: string
  /** Plain text in one paragraph, at most 600 characters. */
  readonly summary: string
  /** Absolute address of the item's page in this locale. */
  readonly url: string
  /** Locale → absolute address, for each locale in which the item is public, this one included. */
  readonly alternates: Readonly<Partial<Record<Locale, string>>>
  readonly publishedAt: Date
  readonly updatedAt: Date
  /** Null: the page draws the item's pattern instead. */
  readonly image: ItemImage | null
  /** The place where it is done, or the countries it concerns, as this locale writes them. */
  readonly places: readonly string[]
  /** Names of its topics, in this locale. */
  readonly topics: readonly string[]
  readonly event: EventTimes | null
  readonly licence: { readonly name: string; readonly url: string } | null
  readonly organisation: string | null
  readonly acknowledgements: readonly Acknowledgement[]
  /** Newest first. */
  readonly corrections: readonly ItemCorrection[]
  /** Whether words in it come from a machine and no person has approved them, which is then said wherever it is shown. */
  readonly machineTranslated: boolean
  /** Whether it holds made-up content, which is then said wherever it is shown. */
  readonly sample: boolean
}
