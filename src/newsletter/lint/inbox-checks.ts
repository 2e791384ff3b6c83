import { type Check, quote, when } from './check.ts'
import { kilobytes } from './stop-checks.ts'

/** In characters. Phones show about 45 of a subject, the widest inboxes 60 to 70. */
const MAX_SUBJECT = 60
/** Attachments as large as this make mail servers refuse and readers wait. */
const MAX_ATTACHED_BYTES = 1024 * 1024

const graphemes = new Intl.Segmenter()
const charactersOf = (text: string): number => [...graphemes.segment(text)].length

const sameWords = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** A bidi mark is no part of what is said, and neither is how lines are broken. */
const plainWords = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Of programs that send letters, and of designers. */
const typed = /\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|\*\|[^|\n]{1,80}\|\*|\blorem ipsum\b/giu

/** What a reader sees before the letter is open, or in place of it. */
export const inboxChecks: readonly Check[] = [
  {
    name: 'long-subject',
    level: 'warn',
    find: ({ edition: { subject } }) => {
      const characters = charactersOf(subject)
      return when(characters > MAX_SUBJECT, String(characters))
    },
  },
  {
    // What somebody typed for a name that they wanted to stand there: the templates never obey it, so readers would see it.
    name: 'typed-placeholder',
    level: 'warn',
    find: ({ edition: { subject, preheader }, text }) =>
      // The templates part two braces by a joiner.
      [subject, preheader, text.replaceAll('\u2060', '')]
        .flatMap((words) => words.match(typed) ?? [])
        .map(quote),
  },
  { name: 'no-preheader', level: 'warn', find: ({ edition }) => when(edition.preheader.trim() === '') },
  {
    name: 'same-preheader',
    level: 'warn',
    find: ({ edition: { subject, preheader } }) =>
      when(preheader.trim() !== '' && sameWords(subject, preheader)),
  },
  {
    name: 'attachments',
    level: 'warn',
    find: ({ edition: { attachmentsBytes = 0 } }) =>
      when(attachmentsBytes > MAX_ATTACHED_BYTES, kilobytes(attachmentsBytes)),
  },
  { name: 'no-text', level: 'warn', find: ({ text }) => when(plainWords(text) === '') },
  {
    // Every heading that leads somewhere is an item; those who read plain text get its name and its address too.
    name: 'text-lacks',
    level: 'warn',
    find: ({ text, page }) => {
      const words = plainWords(text)
      if (words === '') return []
      return page(':is(h1,h2,h3,h4) a[href]')
        .toArray()
        .map((link) => ({ title: plainWords(page(link).text()), url: page(link).attr('href') ?? '' }))
        .filter(({ title, url }) => !words.includes(title) || !words.includes(url))
        .map(({ title }) => quote(title))
    },
  },
]
