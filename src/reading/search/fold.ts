/** Letters that are a letter with something to them, and that Unicode does not take apart. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n',
  ı: 'i',
  ς: 'σ',
  ґ: 'г',
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
}
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu')

/** Arabic and Persian digits, each ten in a row. */
const easternDigits = /[\u0660-\u0669\u06F0-\u06F9]/g

/** In letters. Longer ones are no words of a language, and an index entry has a bound. */
const LONGEST = 64

/**
 * A word without what people leave out when they type: case, accents, the vowel signs of Arabic. Letters and digits only.
 * Cyrillic й is a letter of its own and stays one. Empty for what has neither letter nor digit.
 */
export function fold(word: string): string {
  const folded = lowered(word)
    .normalize('NFKD')
    // A breve after и makes it another letter.
    .replace(/(?<!и)\p{M}|(?<=и)(?!\u0306)\p{M}/gu, '')
    .normalize('NFC')
    .replace(special, (letter) => plain[letter] ?? letter)
    .replace(easternDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[^\p{L}\p{N}]|\u0640/gu, '')
  return folded.length > LONGEST ? [...folded].slice(0, LONGEST).join('') : folded
}

/** A word as a dictionary knows it: in small letters, with its accents, without marks of typesetting. */
export const lowered = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00AD'’\u02BC]/g, '')
