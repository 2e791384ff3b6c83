import { env } from '../../env.ts'
import { mergeDecoded } from '../compiled-edition.ts'
import { type PlaceholderValues, segmentsOf } from '../placeholders.ts'
import type { MergedLetter } from './check.ts'
import type { EditionUnderLint } from './edition-under-lint.ts'

/** A little longer than the longest of our signed links. */
const TOKEN = 'x'.repeat(220)

export const siteOf = ({ site }: Pick<EditionUnderLint, 'site'>): string => site ?? env.PUBLIC_URL

const valuesOf = (site: string): PlaceholderValues => ({
  unsubscribe_url: new URL(`/u/${TOKEN}`, site).href,
  preferences_url: new URL(`/preferences/${TOKEN}`, site).href,
})

/** The edition as one reader gets it, with links as long as real ones. What is merged already stays as it is. */
export const mergedLetter = (edition: EditionUnderLint): MergedLetter => ({
  edition,
  ...mergeDecoded(
    { html: segmentsOf(edition.html), text: segmentsOf(edition.text) },
    valuesOf(siteOf(edition)),
  ),
})
