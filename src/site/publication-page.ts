import { publicationFacts, publicationText } from '../content/body/publication-text.ts'
import type { Publication } from '../payload-types.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import type { ItemParts } from './item-page.ts'
import type { SiteContext } from './site-context.ts'
import { storedOf } from './stored-of.ts'

export function publicationParts(context: SiteContext, document: PublicDocument): ItemParts {
  const stored = storedOf<Publication>(document)
  return {
    subtitle: stored.subtitle ?? null,
    text: publicationText(context, document, stored),
    facts: publicationFacts(context, stored),
  }
}
