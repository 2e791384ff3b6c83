import { withoutMarks } from '../../translation/segments/coded-text.ts'

/** How much of a field a text takes up. */
export interface Length {
  /** In UTF-16 units, as the field itself counts. Marks do not count. */
  readonly characters: number
  /** How many are beyond the limit; 0 when it fits. */
  readonly over: number
}

/** @param limit null: there is none. */
export function lengthOf(text: string, limit: number | null): Length {
  const characters = withoutMarks(text).length
  return { characters, over: limit === null ? 0 : Math.max(0, characters - limit) }
}

/** Where the word begins that goes beyond the limit, in the text without its marks. */
export function overrunAt(text: string, limit: number, locale: string): number {
  const words = withoutMarks(text)
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  const [word] = Array.from(segmenter.segment(words)).filter(
    ({ index, segment }) => index <= limit && limit < index + segment.length,
  )
  return word?.index ?? limit
}
