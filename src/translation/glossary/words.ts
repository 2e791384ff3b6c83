/** A word of a text, and where it stands in the text's coded form. */
interface Word {
  readonly start: number
  /** Behind its last letter. */
  readonly end: number
  /** As it is written, but for vowel signs and stretching, which Arabic may leave out or add. */
  readonly written: string
  /** The same for comparing without regard to case and to accents that capitals lose. */
  readonly folded: string
}

export interface WordsOfText {
  readonly words: readonly Word[]
  /** Between a word and the one before: only what may stand inside a term. */
  readonly isJoined: readonly boolean[]
}

const MARK = /⟦\/?\d+(\/?)⟧/gu
const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** White space, hyphens, apostrophes and the signs that join two words: no punctuation that ends anything. */
const JOINT = /^[\s\p{Pd}'’\u00ad&+/]*$/u

/** Words of a coded text. Formatting may begin or end within a word; a line break parts two. */
export function wordsIn(coded: string): WordsOfText {
  const { plain, places } = withoutMarks(coded)
  const found = [...plain.matchAll(WORD)].map((match) => ({ text: match[0], at: match.index }))
  const words = found.map(({ text, at }) => ({
    start: places[at] ?? 0,
    end: (places[at + text.length - 1] ?? 0) + 1,
    written: writtenOf(text),
    folded: folded(text),
  }))
  const isJoined = found.map(({ at }, index) => {
    const before = found[index - 1]
    return before !== undefined && JOINT.test(plain.slice(before.at + before.text.length, at))
  })
  return { words, isJoined }
}

function withoutMarks(coded: string): { readonly plain: string; readonly places: readonly number[] } {
  let plain = ''
  const places: number[] = []
  const keep = (text: string, from: number): void => {
    plain += text
    for (let offset = 0; offset < text.length; offset++) places.push(from + offset)
  }
  let at = 0
  for (const mark of coded.matchAll(MARK)) {
    keep(coded.slice(at, mark.index), at)
    if (mark[1] === '/') keep(' ', mark.index)
    at = mark.index + mark[0].length
  }
  keep(coded.slice(at), at)
  return { plain, places }
}

/** Arabic short vowels, the alef above, and the stroke that stretches a word. */
const ARABIC_SIGNS = /[\u064b-\u0652\u0670\u0640]/gu

const writtenOf = (word: string): string => word.normalize('NFC').replace(ARABIC_SIGNS, '')

/** Greek capitals have no accents; alef is written with and without hamza. */
export const folded = (text: string): string =>
  writtenOf(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=\p{Script=Greek})\p{M}+/gu, '')
    .normalize('NFC')
    .replaceAll('ς', 'σ')
    .replace(/[أإآٱ]/gu, 'ا')
