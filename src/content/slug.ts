import type { Locale } from '../i18n/locales.ts'

/** Longer slugs are cut at a word. */
const MAX_CHARACTERS = 80

/** Letters of Latin alphabets that do not come apart into a base letter and an accent. */
const latin: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ə: 'e',
}

/** ELOT 743 without its context rules, which matter for reading aloud and not for an address. */
const greek: Readonly<Record<string, string>> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
}

/** Diphthongs come first: ου is one sound. */
const greekPairs: readonly (readonly [RegExp, string])[] = [
  [/ου/gu, 'ou'],
  [/αυ/gu, 'av'],
  [/ευ/gu, 'ev'],
  [/μπ/gu, 'b'],
  [/ντ/gu, 'nt'],
  [/γγ/gu, 'ng'],
]

const russian: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
}

/** Resolution 55 of the Cabinet of Ministers of Ukraine, 2010: https://zakon.rada.gov.ua/laws/show/55-2010-п */
const ukrainian: Readonly<Record<string, string>> = {
  ...russian,
  г: 'h',
  ґ: 'g',
  є: 'ie',
  и: 'y',
  і: 'i',
  ї: 'i',
}

/** Transliteration Act of Bulgaria, 2009: https://lex.bg/laws/ldoc/2135623667 */
const bulgarian: Readonly<Record<string, string>> = {
  ...russian,
  й: 'y',
  х: 'h',
  щ: 'sht',
  ъ: 'a',
  ь: 'y',
  ю: 'yu',
  я: 'ya',
}

const cyrillicOf = (locale: Locale): Readonly<Record<string, string>> => {
  if (locale === 'uk') return ukrainian
  return locale === 'bg' ? bulgarian : russian
}

/**
 * The part of an address that names an item. Latin, Greek and Cyrillic letters become ASCII; other scripts stay as they
 * are, since a transliteration of unvowelled Arabic reads as nothing and browsers show the letters themselves.
 * Empty when the title holds no letter and no digit.
 */
export function slugOf(title: string, locale: Locale): string {
  const letters = title.normalize('NFKC').toLocaleLowerCase(locale).replaceAll('ـ', '')
  const ascii = transliterate(letters, { ...latin, ...greek, ...cyrillicOf(locale) })
  const words = ascii.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '')
  return joinWords(words)
}

function transliterate(letters: string, table: Readonly<Record<string, string>>): string {
  const paired = greekPairs.reduce(
    (text, [pair, sound]) => text.replace(pair, sound),
    withoutAccents(letters),
  )
  return Array.from(paired, (letter) => table[letter] ?? letter).join('')
}

/** Accents of Latin and Greek go; й and ї are letters of their own; vowel marks of Arabic go, letters with a hamza stay. */
function withoutAccents(letters: string): string {
  return letters
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .replace(/[\u064b-\u065f\u0670]/gu, '')
}

function joinWords(words: readonly string[]): string {
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > MAX_CHARACTERS && slug !== '') return slug
    slug = longer
  }
  return Array.from(slug).slice(0, MAX_CHARACTERS).join('')
}
