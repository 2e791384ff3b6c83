import { createHash } from 'node:crypto'

import type { Locale } from '../../i18n/locales.ts'

/** What one text says in another language. */
export interface MemoryPair {
  readonly sourceLocale: Locale
  readonly targetLocale: Locale
  /** In coded form. */
  readonly sourceText: string
  /** In coded form. */
  readonly targetText: string
  /** `practices/<id>#howItWorks#<node>`; empty when it came from elsewhere. */
  readonly context: string
  /** `practices.howItWorks`; empty when it came from elsewhere. */
  readonly field: string
  /** Title of the item, or the name of the file it came from. */
  readonly provenance: string
  /** Null: nobody of ours. */
  readonly authorId: string | null
  /** When it was approved, or last changed where it came from. */
  readonly at: Date
}

/** approved: by an editor of ours. tmx: came in a file. */
export type MemoryOrigin = 'approved' | 'tmx'

/** Of one piece of one item or page: the context that its pairs are remembered under. */
export const contextOf = (collection: string, itemId: string, key: string): string =>
  `${collection}/${itemId}#${key}`

/** Texts that differ in white space alone are the same. */
const withPlainSpaces = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Of a text as it stands, marks and punctuation included, but for white space. */
export const sourceHashOf = (text: string): string =>
  createHash('sha256').update(withPlainSpaces(text)).digest('base64url')

/** The marks of a coded text, sorted: two texts with the same formatting and links have the same. */
export const marksOf = (text: string): string => (text.match(/⟦\/?\d+\/?⟧/gu) ?? []).toSorted().join('')
