/** What the public API answers, as a consumer's program sees it. No import here: this file can be copied as it is. */

export type Collection =
  | 'practices'
  | 'publications'
  | 'events'
  | 'news'
  | 'peer-reviews'
  | 'pages'
  | 'faqs'
  | 'communities'
  | 'organisations'
  | 'projects'

/** Something that a document names. */
export interface Named {
  readonly collection: string
  readonly id: string
  /** In the document's language. */
  readonly label: string
  /** The same in every language. */
  readonly code: string | null
  /** In a public authority table. */
  readonly uri: string | null
  readonly url: string | null
}

/** A formatted text: `html` is safe to put into a page. `lexical` comes with `include: ['lexical']`. */
export interface RichText {
  readonly html: string
  readonly lexical?: unknown
}

export interface File {
  readonly url: string
  readonly name: string
  /** MIME type. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  readonly alt: string
  readonly credit: string | null
  readonly width: number | null
  readonly height: number | null
}

export type Value =
  | string
  | number
  | boolean
  | null
  | RichText
  | File
  | Named
  | readonly Value[]
  | { readonly [name: string]: Value }

/** Must be shown wherever the document is. */
export interface Funding {
  readonly project: string
  readonly statement: 'funded' | 'co-funded'
  readonly text: string
  readonly emblemUrl: string | null
  readonly disclaimer: { readonly text: string; readonly locale: string } | null
}

export interface EventTimes {
  /** ISO 8601, UTC. Show them in `timeZone`. */
  readonly start: string
  readonly end: string
  readonly timeZone: string
  readonly mode: 'onsite' | 'online' | 'hybrid'
  readonly status: 'as-planned' | 'postponed' | 'rescheduled' | 'moved-online' | 'cancelled'
  readonly venue: string | null
  readonly previousStart: string | null
}

export interface Picture {
  readonly url: string
  readonly width: number
  readonly height: number
  /** MIME type. */
  readonly type: string
}

/** One document in one language; every text in it is in `locale`. */
export interface Document {
  readonly collection: Collection
  readonly id: string
  /** BCP 47. */
  readonly locale: string
  readonly sourceLocale: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly url: string | null
  readonly alternates: Readonly<Record<string, string>>
  readonly publishedAt: string
  readonly updatedAt: string
  readonly image:
    | (Picture & {
        readonly alt: string
        readonly credit: string | null
        /** Smaller ones, by what they are made for: `card`, `mail`, `social`. */
        readonly variants: Readonly<Record<string, Picture | undefined>>
      })
    | null
  readonly topics: readonly Named[]
  readonly countries: readonly Named[]
  readonly communities: readonly Named[]
  readonly organisation: Named | null
  readonly licence: { readonly name: string; readonly url: string } | null
  /** The words by which to name the source. */
  readonly attribution: string
  readonly funding: readonly Funding[]
  /** To be said wherever it is shown. */
  readonly machineTranslated: boolean
  readonly sample: boolean
  readonly corrections: readonly { readonly at: string; readonly reason: string }[]
  readonly event: EventTimes | null
  /** All that its page says below title and summary, safe to put into a page. */
  readonly html: string | null
  readonly related: readonly Named[]
  readonly details: Readonly<Record<string, Value>>
}

/** In which language it is, and why. */
export interface Served {
  readonly locale: string
  readonly requested: string
  readonly reason: 'requested' | 'fallback'
}

export type ServedDocument = Document & { readonly served: Served }

/** One step of the change feed. */
export interface Change {
  readonly collection: Collection
  readonly id: string
  readonly locale: string
  /** `public`: keep the document. Otherwise forget what there is of it in this language. */
  readonly change: 'public' | 'withdrawn' | 'deleted'
  readonly at: string
  readonly document: Document | null
}
