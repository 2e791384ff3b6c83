import type { CheerioAPI } from 'cheerio'

import { type Check, quote } from './check.ts'
import { contrastOf } from './colour.ts'
import { pageColours, type Scheme } from './page-colours.ts'
import { shownTexts } from './shown-texts.ts'

/** https://www.w3.org/TR/WCAG22/#contrast-minimum, for text of any size. */
const MIN_CONTRAST = 4.5

function paleTexts(page: CheerioAPI, scheme: Scheme): string[] {
  const { inkOf, groundOf } = pageColours(page, scheme)
  return shownTexts(page)
    .filter(({ path }) => contrastOf(inkOf(path), groundOf(path)) < MIN_CONTRAST)
    .map(({ words }) => quote(words))
}

export const contrastChecks: readonly Check[] = [
  { name: 'contrast', level: 'warn', find: ({ page }) => paleTexts(page, 'light') },
  { name: 'dark-contrast', level: 'warn', find: ({ page }) => paleTexts(page, 'dark') },
]
