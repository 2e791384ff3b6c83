import type { CheerioAPI } from 'cheerio'

import type { EditionUnderLint } from './edition-under-lint.ts'

/** An edition as one reader gets it. */
export interface MergedLetter {
  readonly edition: EditionUnderLint
  /** With a person's own links in it. */
  readonly html: string
  /** With a person's own links in it. */
  readonly text: string
}

/** The same, and what checks read off its HTML. */
export interface Letter extends MergedLetter {
  /** The HTML as a browser reads it. Parsed when it is first asked for. */
  readonly page: CheerioAPI
}

/** One thing that is looked for. Every check that finds nothing passes. */
export interface Check {
  /** Also the end of its text's key, `views.finding.<name>`. */
  readonly name: string
  /** `stop`: what has it is not sent. */
  readonly level: 'stop' | 'warn'
  /** Where it was found: a few words of the letter or a number, or null when there is no more to say. Empty: nowhere. */
  readonly find: (letter: Letter) => readonly (string | null)[]
}

/** For checks of which the letter as a whole has the fault or not. */
export const when = (found: boolean, part: string | null = null): readonly (string | null)[] =>
  found ? [part] : []

const MAX_QUOTE = 60

/** The beginning of a text, cut between words, on one line. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= MAX_QUOTE) return line
  const start = line.slice(0, MAX_QUOTE)
  return `${start.includes(' ') ? start.slice(0, start.lastIndexOf(' ')) : start.replace(/\p{M}*.$/su, '')} …`
}
