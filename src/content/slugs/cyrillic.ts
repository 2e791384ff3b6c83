import type { Locale } from '../../i18n/locales.ts'

type Letters = Readonly<Record<string, string>>

/** Russian as in passports (ICAO Doc 9303, part 3), but that a hard sign is not written; then letters of its neighbours. */
const russian: Letters = {
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
  ґ: 'g',
  є: 'ie',
  і: 'i',
  ї: 'i',
  ў: 'u',
  ђ: 'dj',
  ѓ: 'gj',
  ѕ: 'dz',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ќ: 'kj',
  џ: 'dz',
}

/** Resolution 55 of the Cabinet of Ministers of Ukraine, 2010: https://zakon.rada.gov.ua/laws/show/55-2010-п */
const ukrainian: Letters = { ...russian, г: 'h', и: 'y' }

/** How the resolution writes a word that begins with one of these. */
const ukrainianInitials: Letters = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' }

/** Transliteration Act of Bulgaria, 2009: https://lex.bg/laws/ldoc/2135623667 */
const bulgarian: Letters = {
  ...russian,
  й: 'y',
  х: 'h',
  щ: 'sht',
  ъ: 'a',
  ь: 'y',
  ю: 'yu',
  я: 'ya',
}

/** @param text lower case, composed (NFC). Everything that is not Cyrillic stays. */
export function cyrillicToLatin(text: string, locale: Locale): string {
  switch (locale) {
    case 'uk':
      return written(
        text
          // Apostrophes are part of words and are left out: об'єднання.
          .replace(/(?<=\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic})/gu, '')
          .replace(/(?<![\p{L}\p{M}])[єїйюя]/gu, (letter) => ukrainianInitials[letter] ?? letter)
          // Or зг would read as ж.
          .replaceAll('зг', 'zgh'),
        ukrainian,
      )
    case 'bg':
      return written(text.replace(/ия(?![\p{L}\p{M}])/gu, 'ia'), bulgarian)
    default:
      return written(text, russian)
  }
}

const written = (text: string, letters: Letters): string =>
  Array.from(text, (letter) => letters[letter] ?? letter).join('')
