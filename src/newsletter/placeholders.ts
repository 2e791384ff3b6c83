import { type PlaceholderName, placeholderNames } from '../../emails/mjml.ts'
import type { Locale } from '../i18n/locales.ts'

export type { PlaceholderName }

/** A person's own values. Addresses are absolute. */
export interface PlaceholderValues extends Readonly<Record<Exclude<PlaceholderName, 'stands_in'>, string>> {
  /** Unset: the letter is in a language of theirs. */
  readonly stands_in?: StandsIn
}

/** What a letter is labelled with that stands in for one in its reader's language. */
export interface StandsIn {
  readonly text: string
  /** Of the text. */
  readonly locale: Locale
}

/** A stretch of text that is the same for everybody, or where a person's value goes. */
export type Segment = string | { readonly name: PlaceholderName }

/** Two braces never come from content: the templates neutralise them, in HTML and in plain text. */
const token = /\{\{([^{}]*)\}\}/g

const isPlaceholder = (name: string): name is PlaceholderName =>
  placeholderNames.some((known) => known === name)

/** Cuts a rendered text at its placeholders. What looks like one and is none stays text, for `leftoverIn` to find. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = []
  let from = 0
  for (const match of text.matchAll(token)) {
    const [whole, name = ''] = match
    if (!isPlaceholder(name)) continue
    if (match.index > from) segments.push(text.slice(from, match.index))
    segments.push({ name })
    from = match.index + whole.length
  }
  if (from < text.length) segments.push(text.slice(from))
  return segments
}

/** Ours that occur, each once. */
export const usedPlaceholders = (text: string): PlaceholderName[] =>
  placeholderNames.filter((name) => text.includes(`{{${name}}}`))

/** The first thing that looks like a placeholder but is none of ours, or null. */
export function leftoverIn(text: string): string | null {
  for (const segment of segmentsOf(text)) {
    const at = typeof segment === 'string' ? segment.indexOf('{{') : -1
    if (typeof segment === 'string' && at >= 0) return segment.slice(at, at + 40)
  }
  return null
}
