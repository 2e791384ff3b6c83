import { newsFacts, newsText } from '../content/body/news-text.ts'
import type { News } from '../payload-types.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import type { ItemParts } from './item-page.ts'
import type { SiteContext } from './site-context.ts'
import { storedOf } from './stored-of.ts'

export function newsParts(context: SiteContext, document: PublicDocument): ItemParts {
  const stored = storedOf<News>(document)
  return {
    text: newsText(context, stored),
    facts: newsFacts(context, stored),
  }
}
