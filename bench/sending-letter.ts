import { renderEdition } from '../src/newsletter/render-edition.ts'
import { editionProps, newsItem, paper, practice, shown, webinar } from '../src/testing/editions.ts'

/** HTML of one letter, in bytes. */
export const LETTER_BYTES = 60_000

interface BenchLetter {
  readonly html: string
  readonly text: string
}

const kinds = [practice, webinar, paper, newsItem].map((item) => shown(item))

const digestOf = (items: number): Promise<BenchLetter> =>
  renderEdition(
    editionProps({ items: Array.from({ length: items }, (_, index) => kinds[index % 4] ?? shown(practice)) }),
  )

/**
 * A digest as the product renders it, with as many items as make it that large: its markup is what costs whoever encodes it
 * for each person. Two links of a person's own stand in both of its parts, so that four values are merged.
 */
export async function benchLetter(bytes: number): Promise<BenchLetter> {
  const [few, more] = [await digestOf(4), await digestOf(8)]
  const sizes = [few, more].map(({ html }) => Buffer.byteLength(html))
  const [small = 0, large = 0] = sizes
  return digestOf(Math.max(1, Math.round(4 + ((bytes - small) * 4) / (large - small))))
}

/** As small as can be: the two links alone. */
export const smallestLetter = (): BenchLetter => ({
  html: '<html lang="en"><body><p><a href="{{preferences_url}}">Preferences</a> <a href="{{unsubscribe_url}}">Leave</a></p></body></html>',
  text: '{{preferences_url}}\n{{unsubscribe_url}}\n',
})
