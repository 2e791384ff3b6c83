import { directionOf, isLocale, type Locale } from '../../i18n/locales.ts'

const scripts = {
  latin: /\p{Script=Latin}/gu,
  greek: /\p{Script=Greek}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  arabic: /\p{Script=Arabic}/gu,
  hebrew: /\p{Script=Hebrew}/gu,
  ethiopic: /\p{Script=Ethiopic}/gu,
} as const

export type Script = keyof typeof scripts

/** Everything else of ours is written in Latin letters. */
const scriptByLanguage: Readonly<Record<string, Script>> = {
  el: 'greek',
  bg: 'cyrillic',
  uk: 'cyrillic',
  ru: 'cyrillic',
  ti: 'ethiopic',
}

/** Letters in which a language of ours is written. Null: a language that we do not know. */
export function scriptOf(language: string): Script | null {
  if (!isLocale(language)) return null
  return directionOf(language) === 'rtl' ? 'arabic' : (scriptByLanguage[language] ?? 'latin')
}

export const directionIn = (script: Script): ReturnType<typeof directionOf> =>
  script === 'arabic' || script === 'hebrew' ? 'rtl' : 'ltr'

/** Names, abbreviations and addresses stand in Latin letters in every language; so many in a row are a text. */
const MIN_LATIN_LETTERS = 40
/** A sign such as µ is no text. */
const MIN_LETTERS = 3

/**
 * The letters in which a text is mostly written, if it is long enough to belong to a language. Null: it is not.
 * A postal address, which has its numbers, keeps its Latin letters everywhere.
 */
export function writtenIn(words: string, letter: Locale): Script | null {
  const counts = Object.entries(scripts).map(
    ([script, letters]) => [script as Script, words.match(letters)?.length ?? 0] as const,
  )
  const [[script, letters] = ['latin', 0] as const] = counts.toSorted(([, one], [, other]) => other - one)
  if (script !== 'latin' || scriptOf(letter) === 'latin') return letters < MIN_LETTERS ? null : script
  return letters < MIN_LATIN_LETTERS || /\d/.test(words) ? null : script
}
