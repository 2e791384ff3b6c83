import { type CheerioAPI, load } from 'cheerio'

import { env } from '../../env.ts'
import { mergeDecoded } from '../compiled-edition.ts'
import { type PlaceholderValues, segmentsOf } from '../placeholders.ts'
import type { Letter } from './check.ts'
import type { EditionUnderLint } from './edition-under-lint.ts'

/** A little longer than the longest of our signed links. */
const TOKEN = 'x'.repeat(220)

export const siteOf = ({ site }: Pick<EditionUnderLint, 'site'>): string => site ?? env.PUBLIC_URL

const valuesOf = (site: string): PlaceholderValues => ({
  unsubscribe_url: new URL(`/u/${TOKEN}`, site).href,
  preferences_url: new URL(`/preferences/${TOKEN}`, site).href,
})

/** HTML and text as one reader gets them, with links as long as real ones. What is merged already stays as it is. */
export const mergedSample = (
  { html, text }: Pick<EditionUnderLint, 'html' | 'text'>,
  site: string,
): { readonly html: string; readonly text: string } =>
  mergeDecoded({ html: segmentsOf(html), text: segmentsOf(text) }, valuesOf(site))

export function letterUnderLint(edition: EditionUnderLint): Letter {
  const merged = mergedSample(edition, siteOf(edition))
  let page: CheerioAPI | undefined
  return {
    edition,
    ...merged,
    get page() {
      page ??= load(merged.html)
      return page
    },
  }
}
