/** ELOT 743, the standard of Greek passports and road signs; ISO 843, type 2. */
const letters: Readonly<Record<string, string>> = {
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

/**
 * Letters that are one sound together, told by their neighbours. An accent on the first of two vowels or a diaeresis on
 * the second parts them, so this goes by text whose marks stand apart (NFD): U+0301 is the accent, U+0308 the diaeresis.
 */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/ου(?!\u0308)/gu, 'ou'],
  [/([αεη])υ(?!\u0308)(\u0301?)(?=[θκξπσςτφχψ]|$|[^\p{L}\p{M}])/gu, '$1f'],
  [/([αεη])υ(?!\u0308)(\u0301?)/gu, '$1v'],
  [/(?<![\p{L}\p{M}])μπ|μπ(?![\p{L}\p{M}])/gu, 'b'],
  [/γ(?=[γξχ])/gu, 'n'],
]

/** @param text lower case, decomposed (NFD). Everything that is not Greek stays. */
export const greekToLatin = (text: string): string =>
  Array.from(
    pairs.reduce((paired, [pair, sound]) => paired.replace(pair, sound), text),
    (letter) => letters[letter] ?? letter,
  ).join('')
