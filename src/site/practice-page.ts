import { practiceFacts } from '../content/body/practice-facts.ts'
import { practiceText } from '../content/body/practice-text.ts'
import type { Practice } from '../payload-types.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import type { ItemParts } from './item-page.ts'
import type { SiteContext } from './site-context.ts'
import { storedOf } from './stored-of.ts'

export function practiceParts(context: SiteContext, document: PublicDocument): ItemParts {
  const stored = storedOf<Practice>(document)
  return {
    text: practiceText(context, stored),
    facts: practiceFacts(context, stored),
  }
}
