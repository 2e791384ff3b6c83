import type { LetterItem } from './letter.ts'

/** One thing after the other, each with its summary; or one thing alone, large; or an event that readers are asked to. */
export type LetterDesign = 'digest' | 'announcement' | 'invitation'

/** What stands between a letter's introduction and its end. Headings may be empty. */
export type LetterPart =
  | { readonly kind: 'items'; readonly heading: string; readonly items: readonly LetterItem[] }
  | {
      readonly kind: 'text'
      readonly heading: string
      /** Paragraphs and lists as an editor typed them: see `prose`. */
      readonly body: string
      /** Null: it leads nowhere. */
      readonly link: { readonly url: string; readonly text: string } | null
    }

/** What whoever is asked to an event wants to know besides when and where. */
export interface LetterInvitation {
  /** Null: nobody need register, or can any more. */
  readonly registration: { readonly url: string; readonly until: Date | null } | null
  /** The event as a file for a calendar. Null: it takes place no more, or has no date. */
  readonly calendarUrl: string | null
  /** Names in the letter's language. */
  readonly languages: readonly string[]
  readonly interpretation: readonly string[]
}
