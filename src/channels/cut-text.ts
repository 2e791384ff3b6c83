import type { Locale } from '../i18n/locales.ts'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Addresses as they stand in running text, up to the sign that ends the sentence around them. */
export const address = /https?:\/\/\S*[^\s.,;:!?'"’”»()[\]{}،؛؟…]/gu

/** Of a mention, what leads to another server: https://docs.joinmastodon.org/user/posting/#mentions */
const elsewhere = /(?<=(?<![\w/=])@\w[\w.-]*)@[\w-]+(?:\.[\w-]+)+/g

/** How long a reader finds a text: in graphemes, each address at the price that the service sets, mentions without their server. */
export function lengthOf(text: string, charactersPerUrl: number): number {
  const addresses = text.match(address)?.length ?? 0
  const words = text.replace(address, '').replace(elsewhere, '')
  return countGraphemes(words) + addresses * charactersPerUrl
}

export const countGraphemes = (text: string): number => [...graphemes.segment(text)].length

/**
 * The longest beginning of a text that fits: whole sentences, if they fill at least half of the room; else whole words
 * and an ellipsis; else, where one word is too long, whole characters. Never part of an address. Empty when nothing fits.
 * @param fits whether a beginning is short enough. Must hold for every beginning of one that fits.
 */
export function cutText(text: string, locale: Locale, fits: (beginning: string) => boolean): string {
  if (fits(text)) return text
  const longest = longestBeginning(text, 'word', locale, (beginning) => fits(`${beginning}…`))
  const sentences = longestBeginning(text, 'sentence', locale, fits)
  if (sentences !== '' && countGraphemes(sentences) * 2 >= countGraphemes(longest)) return sentences
  if (longest !== '') return `${longest}…`
  const characters = longestBeginning(text, 'grapheme', locale, (beginning) => fits(`${beginning}…`))
  return characters === '' ? '' : `${characters}…`
}

function longestBeginning(
  text: string,
  granularity: 'word' | 'sentence' | 'grapheme',
  locale: Locale,
  fits: (beginning: string) => boolean,
): string {
  const whole = new Set([...graphemes.segment(text)].map(({ index }) => index)).add(text.length)
  let longest = ''
  for (const { index, segment } of new Intl.Segmenter(locale, { granularity }).segment(text)) {
    const end = index + segment.length
    // A word may end within a character, as ICU has it: before a Thai vowel that follows a full stop.
    if (!whole.has(end) || splitsAddress(text, end)) continue
    const beginning = tidyEnd(text.slice(0, end), granularity)
    if (!fits(beginning)) break
    longest = beginning
  }
  return longest
}

const splitsAddress = (text: string, end: number): boolean =>
  [...text.matchAll(address)].some(({ 0: found, index }) => index < end && end < index + found.length)

/** A cut sentence does not end in the comma or the bracket that introduced what was cut off. */
const tidyEnd = (beginning: string, granularity: string): string =>
  granularity === 'sentence' ? beginning.trimEnd() : beginning.replace(/[\s\p{Ps}\p{Pi}\p{Pd},;:،؛]+$/u, '')
