import { type CheerioAPI, load } from 'cheerio'

import type { Letter } from './check.ts'
import type { EditionUnderLint } from './edition-under-lint.ts'
import { mergedLetter } from './merged-letter.ts'

export function letterUnderLint(edition: EditionUnderLint): Letter {
  const merged = mergedLetter(edition)
  let page: CheerioAPI | undefined
  return {
    ...merged,
    get page() {
      page ??= load(merged.html)
      return page
    },
  }
}
