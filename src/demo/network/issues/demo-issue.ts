import type { NewsletterKey } from '../newsletters.ts'
import type { ItemKey } from '../shapes.ts'
import type { EveryLocale } from '../taxonomies/demo-term.ts'

interface IssueTexts {
  readonly subject: string
  readonly preheader: string
  readonly intro: string
}

export interface DemoIssue {
  readonly newsletter: NewsletterKey
  readonly number: number
  /** When it went out, `YYYY-MM-DDTHH:mm` UTC. Null: a draft that is ready to be sent. */
  readonly sentAt: string | null
  /** In the order of the letter, the leading item first. */
  readonly items: readonly ItemKey[]
  readonly texts: EveryLocale<IssueTexts>
}
