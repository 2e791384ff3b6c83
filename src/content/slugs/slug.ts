import type { Locale } from '../../i18n/locales.ts'
import { plainArabic } from './arabic.ts'
import { cyrillicToLatin } from './cyrillic.ts'
import { greekToLatin } from './greek.ts'
import { latinLetters, spelledOut } from './latin.ts'

/** Longer slugs are cut at a word. */
const MAX_CHARACTERS = 80

/** The same for what stands in an address percent-encoded, six characters for most letters: 40 letters of Arabic. */
const MAX_ENCODED = 240

/**
 * The part of an address that names an item. Latin, Greek and Cyrillic letters become ASCII; other scripts stay as they
 * are, since a transliteration of unvowelled Arabic reads as nothing and browsers show the letters themselves.
 * Empty when the title holds no letter and no digit.
 */
export function slugOf(title: string, locale: Locale): string {
  const lower = withoutElision(title.normalize('NFKC').toLocaleLowerCase(locale).normalize('NFC'), locale)
  const cyrillic = cyrillicToLatin(withoutStress(spelledOut(lower, locale)), locale)
  const greek = greekToLatin(cyrillic.normalize('NFD'))
  const plain = plainArabic(withoutAccents(greek), locale)
  const ascii = Array.from(plain, (letter) => latinLetters[letter] ?? letter).join('')
  return joinWords(ascii.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== ''))
}

/** In English an apostrophe is inside a word; in French or Italian it stands between two. */
const withoutElision = (text: string, locale: Locale): string =>
  locale === 'en' ? text.replace(/(?<=\p{L})['’](?=\p{L})/gu, '') : text

/** Marks that tell a Cyrillic reader where the stress is; those of й, ё and ї are part of the letter. */
const withoutStress = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Cyrillic})[\u0300\u0301]/gu, '')
    .normalize('NFC')

/** @param text decomposed. @returns it composed, without accents on Latin letters and what was Greek. */
const withoutAccents = (text: string): string =>
  text.replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '').normalize('NFC')

function joinWords(words: readonly string[]): string {
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (!fits(longer) && slug !== '') return slug
    slug = longer
  }
  return cut(slug)
}

const fits = (slug: string): boolean =>
  slug.length <= MAX_CHARACTERS && encodeURIComponent(slug).length <= MAX_ENCODED

/** A single word that is too long loses its end. */
function cut(word: string): string {
  const letters = Array.from(word)
  while (!fits(letters.join(''))) letters.pop()
  return letters.join('')
}
