import { type TextWord, wordsIn } from './words-in.ts'

/** A piece of a text. A text is its pieces one after the other; none of them is markup. */
export interface TextSegment {
  readonly text: string
  /** Whether it is what was searched for. */
  readonly hit: boolean
}

/** Which words of a text are to be marked. */
export interface Marks {
  /** Folded. */
  readonly words: ReadonlySet<string>
  /** Folded: words that begin like one of these. */
  readonly beginnings: readonly string[]
}

const isMarked = ({ folded }: TextWord, { words, beginnings }: Marks): boolean =>
  words.has(folded) || beginnings.some((beginning) => folded.startsWith(beginning))

export function markedText(text: string, marks: Marks): TextSegment[] {
  const segments: TextSegment[] = []
  let at = 0
  for (const word of wordsIn(text).filter((each) => isMarked(each, marks))) {
    if (word.start > at) segments.push({ text: text.slice(at, word.start), hit: false })
    segments.push({ text: text.slice(word.start, word.end), hit: true })
    at = word.end
  }
  return at < text.length ? [...segments, { text: text.slice(at), hit: false }] : segments
}

/** In words. */
const EXCERPT = 32
const BEFORE_FIRST = 8

/** A part of the first of these texts that has a marked word, around it; the beginning of the first when none has. */
export function excerptOf(texts: readonly string[], marks: Marks): TextSegment[] {
  for (const text of texts) {
    const words = wordsIn(text)
    const first = words.findIndex((word) => isMarked(word, marks))
    if (first !== -1) return markedText(cut(text, words, Math.max(0, first - BEFORE_FIRST)), marks)
  }
  const text = texts.find((each) => each.trim() !== '') ?? ''
  return markedText(cut(text, wordsIn(text), 0), marks)
}

function cut(text: string, words: readonly TextWord[], from: number): string {
  const start = words.length <= EXCERPT ? 0 : Math.min(from, words.length - EXCERPT)
  const end = start + EXCERPT
  const begin = start === 0 ? 0 : (words[start]?.start ?? 0)
  const isWhole = end >= words.length
  const part = text.slice(begin, isWhole ? text.length : (words[end - 1]?.end ?? text.length))
  return `${start === 0 ? '' : '… '}${part.replace(/\s+/g, ' ').trim()}${isWhole ? '' : ' …'}`
}
