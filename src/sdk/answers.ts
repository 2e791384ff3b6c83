import type { Document, Funding } from './document.ts'

/** A stretch of text; `hit` where it is what was looked for. */
export interface Segment {
  readonly text: string
  readonly hit: boolean
}

/** Something that was found, without its long texts. */
export interface Hit {
  readonly document: Omit<Document, 'html' | 'related' | 'details'>
  readonly title: readonly Segment[]
  readonly excerpt: readonly Segment[]
  /** It has no such word, but one that is written much like it. */
  readonly similar: boolean
}

export interface Hits {
  /** The best first. */
  readonly data: readonly Hit[]
  readonly next: string | null
  readonly total: number
  /** There are more than were counted. */
  readonly more: boolean
  /** What may have been meant. */
  readonly suggestion: string | null
  /** By name, for those that were asked for. */
  readonly facets: Readonly<
    Record<string, readonly { readonly code: string; readonly label: string; readonly count: number }[]>
  >
}

/** A word that documents are found by. */
export interface Word {
  readonly code: string
  readonly label: string
  /** In a public authority table. */
  readonly uri: string | null
  /** How many documents have it. Null: nobody counts. */
  readonly count: number | null
}

export interface Network {
  readonly name: string | null
  readonly tagline: string | null
  readonly url: string
  readonly contactEmail: string | null
  readonly languages: readonly {
    readonly locale: string
    /** In the language itself. */
    readonly name: string
    readonly direction: 'ltr' | 'rtl'
    readonly isDefault: boolean
    readonly url: string
  }[]
}

export interface Newsletter {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly url: string
  /** The words by which to name the source. */
  readonly attribution: string
  readonly funding: readonly Funding[]
}

/** One issue in one language. */
export interface Issue {
  readonly id: string
  readonly number: number
  readonly subject: string
  readonly preheader: string
  /** ISO 8601, UTC. */
  readonly sentAt: string
  readonly url: string
  readonly alternates: Readonly<Record<string, string>>
  /** What was wrong in it, to be said beside it. */
  readonly correction: string | null
  readonly attribution: string
  readonly funding: readonly Funding[]
  readonly machineTranslated: boolean
}

export interface IssuePage {
  /** Newest first. */
  readonly data: readonly Issue[]
  readonly next: string | null
  readonly total: number | null
}
