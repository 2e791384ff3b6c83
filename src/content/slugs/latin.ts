import type { Locale } from '../../i18n/locales.ts'

/** Letters of Latin alphabets that do not come apart into a base letter and an accent. */
export const latinLetters: Readonly<Record<string, string>> = {
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
  ŋ: 'n',
  ŧ: 't',
  ə: 'e',
}

/** Where leaving the accent off would give another word to those who read the language. */
const ownSpelling: Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>> = {
  de: { ä: 'ae', ö: 'oe', ü: 'ue' },
  da: { å: 'aa', ø: 'oe' },
}

/** As the language itself spells its letters without accents. @param text lower case, composed (NFC). */
export function spelledOut(text: string, locale: Locale): string {
  const letters = ownSpelling[locale]
  return letters === undefined ? text : Array.from(text, (letter) => letters[letter] ?? letter).join('')
}
