import type { ItemImage } from '../../content/published-item.ts'
import type { Locale } from '../../i18n/locales.ts'

/** The collections that the public contract answers, by the names that stand in its addresses. */
export const readableCollections = [
  'practices',
  'publications',
  'events',
  'news',
  'peer-reviews',
  'pages',
  'faqs',
  'communities',
  'organisations',
  'projects',
] as const

export type ReadableCollection = (typeof readableCollections)[number]

export const isReadable = (slug: unknown): slug is ReadableCollection =>
  readableCollections.some((collection) => collection === slug)

/** One document, whatever its languages. */
export interface DocumentReference {
  readonly collection: ReadableCollection
  /** UUIDv7. */
  readonly id: string
}

/** Something that a document names: a topic, a country, an organisation, another document. */
export interface NamedReference {
  /** Of the content model: `topics`, `terms`, `organisations`, `news` … */
  readonly collection: string
  readonly id: string
  /** In the document's locale. */
  readonly label: string
  /** Short and the same in every language: a country's ISO 3166-1 code, a topic's slug. Null: it has none. */
  readonly code: string | null
  /** Address in a public authority table. Null: it has none. */
  readonly uri: string | null
  /** Where a reader finds it. Null: nowhere. */
  readonly url: string | null
}

/** A file or picture. */
export interface FileValue {
  /** Absolute. */
  readonly url: string
  readonly name: string
  /** MIME type. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** In the document's locale; empty for what is no picture. */
  readonly alt: string
  readonly credit: string | null
  /** Pixels. Null for what is no picture. */
  readonly width: number | null
  readonly height: number | null
}

/** A formatted text. */
interface RichTextValue {
  /** Safe: made by us from the editor's document, never taken as typed. */
  readonly html: string
  /** As the editor keeps it. https://lexical.dev/docs/concepts/serialization */
  readonly lexical: unknown
}

export type PlainValue =
  | string
  | number
  | boolean
  | null
  | RichTextValue
  | FileValue
  | NamedReference
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue }

/** The picture of a document, with the smaller ones that are made of it. */
export interface DocumentImage extends ItemImage {
  /** Whom to name beside it. */
  readonly credit: string | null
  /** `card`: cut to 640 × 400; `mail`: the whole picture, at most 1120 wide; `social`: cut to 1200 × 630. */
  readonly variants: Readonly<Partial<Record<'card' | 'mail' | 'social', ImageVariant>>>
}

export interface ImageVariant {
  /** Absolute. */
  readonly url: string
  readonly width: number
  readonly height: number
  /** MIME type. */
  readonly type: string
}

/** What must stand beside every output of a funded project. */
export interface FundingNote {
  readonly project: string
  readonly statement: 'funded' | 'co-funded'
  /** The statement in words, in the document's locale. */
  readonly text: string
  /** Address of the emblem of the Union. Null until the award is signed: it must not be shown before. */
  readonly emblemUrl: string | null
  /** Approved words. `locale` is another than the document's where none is approved in it. */
  readonly disclaimer: { readonly text: string; readonly locale: Locale } | null
  /** Null: not told in public. */
  readonly grantNumber: string | null
  /** Code of the programme, the same in every language. Null: not stated. */
  readonly programme: string | null
  /** Of the project. Null: it has none. */
  readonly website: string | null
}

export interface EventNote {
  /** ISO 8601, UTC. */
  readonly start: string
  readonly end: string
  /** IANA name: an event's times are always shown in its own zone. */
  readonly timeZone: string
  readonly mode: 'onsite' | 'online' | 'hybrid'
  readonly status: 'as-planned' | 'postponed' | 'rescheduled' | 'moved-online' | 'cancelled'
  readonly venue: string | null
  readonly previousStart: string | null
}

/** One document in one language, as the public contract answers it. Every text in it is in `locale`. */
export interface PublicDocument extends DocumentReference {
  readonly locale: Locale
  /** The language it was written in. */
  readonly sourceLocale: Locale
  readonly slug: string
  readonly title: string
  /** Plain text. Empty where there is none. */
  readonly summary: string
  /** Absolute address of its page. Null: it has none of its own. */
  readonly url: string | null
  /** Locale → absolute address, for each language in which it is public, this one included. */
  readonly alternates: Readonly<Partial<Record<Locale, string>>>
  /** ISO 8601, UTC. */
  readonly publishedAt: string
  readonly updatedAt: string
  readonly image: DocumentImage | null
  readonly topics: readonly NamedReference[]
  /** The country where it takes place and those that it concerns. */
  readonly countries: readonly NamedReference[]
  readonly communities: readonly NamedReference[]
  /** Who answers for it. */
  readonly organisation: NamedReference | null
  readonly licence: { readonly name: string; readonly url: string } | null
  /** The words by which to name the source. */
  readonly attribution: string
  readonly funding: readonly FundingNote[]
  /** Whether words in it come from a machine and no person has approved them; to be said wherever it is shown. */
  readonly machineTranslated: boolean
  /** Whether it is made up; to be said wherever it is shown. */
  readonly sample: boolean
  /** Newest first. */
  readonly corrections: readonly { readonly at: string; readonly reason: string }[]
  readonly event: EventNote | null
  /** All that its page says below title and summary, as safe HTML with absolute addresses. Null: it has no text. */
  readonly html: string | null
  readonly related: readonly NamedReference[]
  /** The collection's own fields by their names in the content model. */
  readonly details: Readonly<Record<string, PlainValue>>
}
