/** A word of the glossary that no engine translates. */
export interface KeptWord {
  readonly term: string
  readonly caseSensitive: boolean
}

interface Part {
  readonly text: string
  /** Must come back as it is. */
  readonly isProtected: boolean
}

/** Placeholders of texts, web addresses, e-mail addresses. A full stop after an address is not part of it. */
const PATTERNS = [
  '\\{\\{\\s*[\\w.-]+\\s*\\}\\}',
  'https?:\\/\\/[^\\s<>⟦⟧"]*[^\\s<>⟦⟧".,;:!?)\\]]',
  'www\\.[^\\s<>⟦⟧"]*[^\\s<>⟦⟧".,;:!?)\\]]',
  '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+',
]

/** Divides a text at what an engine must not touch. The parts in order make up the text. */
export function protectedParts(text: string, keep: readonly KeptWord[]): Part[] {
  // The longer word first: `EMEN network` before `EMEN`.
  const terms = [...keep]
    .filter(({ term }) => term.trim() !== '')
    .sort((one, other) => other.term.length - one.term.length)
    .map(({ term, caseSensitive }) => {
      const literal = term.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
      return `(?<![\\p{L}\\p{N}])${caseSensitive ? literal : `(?i:${literal})`}(?![\\p{L}\\p{N}])`
    })
  const pattern = new RegExp([...PATTERNS, ...terms].join('|'), 'gu')
  const parts: Part[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(pattern)) {
    parts.push({ text: text.slice(end, index), isProtected: false }, { text: found, isProtected: true })
    end = index + found.length
  }
  parts.push({ text: text.slice(end), isProtected: false })
  return parts.filter((part) => part.text !== '')
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** How many words there are to translate: without marks and without what stays as it is. */
export function translatableWords(text: string, keep: readonly KeptWord[]): number {
  const open = protectedParts(text.replace(/⟦\/?\d+\/?⟧/gu, ' '), keep).filter(
    ({ isProtected }) => !isProtected,
  )
  return open.flatMap(({ text: part }) =>
    [...segmenter.segment(part)].filter(({ isWordLike, segment }) => isWordLike && /\p{L}/u.test(segment)),
  ).length
}
