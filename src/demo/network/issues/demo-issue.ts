import type { NewsletterKey } from '../newsletters.ts'
import type { ItemKey, Prose, Texts } from '../shapes.ts'

interface IssueTexts {
  readonly subject: string
  readonly preheader: string
  readonly intro: string
}

/** A part of an issue. Words that a language lacks are left out of its edition. */
export type DemoPart =
  | { readonly kind: 'items'; readonly heading?: Texts<string>; readonly items: readonly ItemKey[] }
  | { readonly kind: 'text'; readonly heading: Texts<string>; readonly body: Texts<Prose> }

export interface DemoIssue {
  readonly newsletter: NewsletterKey
  readonly number: number
  readonly design: 'digest' | 'announcement' | 'invitation'
  /** When it went out, `YYYY-MM-DDTHH:mm` UTC. Null: a draft that is ready to be sent. */
  readonly sentAt: string | null
  /** In the order of the letter, the leading item first. */
  readonly contents: readonly DemoPart[]
  /** What is not written is proposed from the leading item. */
  readonly texts: Texts<Partial<IssueTexts>>
}

/** All items of an issue, in their order. */
export const itemsOfIssue = ({ contents }: DemoIssue): readonly ItemKey[] =>
  contents.flatMap((part) => (part.kind === 'items' ? part.items : []))
