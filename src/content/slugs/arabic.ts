import type { Locale } from '../../i18n/locales.ts'

/** Languages that write yeh and kaf as Persian does. On an Arabic keyboard they come out as the Arabic letters. */
const persianLetters: readonly Locale[] = ['fa', 'fa-AF', 'ps', 'ur', 'ckb']

/** U+0660 and U+06F0: the first of the ten digits in each of the two rows. */
const ZEROS = [0x660, 0x6f0] as const

/**
 * Arabic script as one spelling of a word: without vowel marks and stretching, yeh and kaf as the language writes them,
 * digits that are read in every script. Letters with a hamza stay: without it they are another word.
 * @param text composed (NFC).
 */
export function plainArabic(text: string, locale: Locale): string {
  const bare = text
    // Stretching, then vowel marks.
    .replace(/[\u0640\u064b-\u0652\u0656-\u065f\u0670]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, digit)
  return persianLetters.includes(locale) ? bare.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : bare
}

function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  return String(code - (code < ZEROS[1] ? ZEROS[0] : ZEROS[1]))
}
