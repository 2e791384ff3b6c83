import { reviewFacts, reviewText } from '../content/body/review-text.ts'
import type { PeerReview } from '../payload-types.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import type { ItemParts } from './item-page.ts'
import type { SiteContext } from './site-context.ts'
import { storedOf } from './stored-of.ts'

export function reviewParts(context: SiteContext, document: PublicDocument): ItemParts {
  const stored = storedOf<PeerReview>(document)
  return {
    text: reviewText(context, stored),
    facts: reviewFacts(context, stored),
  }
}
