import { translator } from '../../i18n/translator.ts'
import { leftoverIn } from '../placeholders.ts'
import { type Check, type MergedLetter, quote, when } from './check.ts'
import { siteOf } from './merged-letter.ts'

const KB = 1024

/**
 * Gmail cuts off at about 102 KB, and with the end goes the way to unsubscribe; the rest is room for what servers add on
 * the way. https://github.com/hteumeuleu/email-bugs/issues/41
 */
const MAX_HTML_BYTES = 95 * KB
const MANY_HTML_BYTES = 80 * KB

const address = / (?:href|src)="([^"]*)"/g
const webAddress = /^https?:\/\//i

export const kilobytes = (bytes: number): string => String(Math.ceil(bytes / KB))

const bytesOf = ({ html }: Pick<MergedLetter, 'html'>): number => Buffer.byteLength(html)

/** The first address that is no request to a web site. Null: there is none. */
export function unsafeAddressIn(html: string): string | null {
  for (const [, target = ''] of html.matchAll(address))
    if (target !== '' && !target.startsWith('#') && !target.startsWith('{{') && !webAddress.test(target))
      return target
  return null
}

/** Whether HTML or text lacks a person's own link, known by the beginning of its path. */
const lacks = ({ edition, html, text }: MergedLetter, path: '/u/' | '/preferences/'): boolean => {
  const start = new URL(path, siteOf(edition)).href
  return [html, text].some((part) => !part.includes(start))
}

/** What looks like a placeholder, without what stands behind it. */
const tokenOf = (found: string): readonly string[] => found.match(/^\{\{[^<\n}]*\}{0,2}/) ?? []

/** Numeric references are how our templates write quotes and braces. */
const decoded = (html: string): string =>
  html.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

/** Statements that the letter owes its readers and does not make, in HTML or in text. */
function unsaid({ edition, html, text }: MergedLetter): readonly (string | null)[] {
  if (!edition.isFunded) return []
  const isSaid = (words: string): boolean => [decoded(html), text].every((part) => part.includes(words))
  if (edition.acknowledgements !== undefined)
    return edition.acknowledgements
      .flatMap(({ statement, disclaimer }) => [statement, ...(disclaimer === null ? [] : [disclaimer.text])])
      .filter((words) => !isSaid(words))
      .map(quote)
  const terms = translator(edition.locale, 'terms')
  const statements = [terms('acknowledgement.funded'), terms('acknowledgement.co-funded')]
  return when(!statements.some(isSaid))
}

/** Needs no more than the bytes, so that each letter can be looked at before it is kept or sent. */
interface StopRule extends Check {
  readonly find: (letter: MergedLetter) => readonly (string | null)[]
}

/** What is not sent as long as one of these finds something. */
export const stopChecks = [
  { name: 'no-subject', level: 'stop', find: ({ edition }) => when(edition.subject.trim() === '') },
  {
    name: 'too-large',
    level: 'stop',
    find: (letter) => when(bytesOf(letter) > MAX_HTML_BYTES, kilobytes(bytesOf(letter))),
  },
  {
    name: 'placeholder',
    level: 'stop',
    find: ({ html, text }) => [leftoverIn(html), leftoverIn(text)].flatMap((found) => tokenOf(found ?? '')),
  },
  {
    name: 'unsafe-link',
    level: 'stop',
    find: ({ html }) => [unsafeAddressIn(html)].filter((found) => found !== null).map(quote),
  },
  { name: 'no-unsubscribe', level: 'stop', find: (letter) => when(lacks(letter, '/u/')) },
  { name: 'no-acknowledgement', level: 'stop', find: unsaid },
] as const satisfies readonly StopRule[]

export type StopCheck = (typeof stopChecks)[number]['name']

/** The same matters in their lesser degree. */
export const footChecks: readonly Check[] = [
  {
    name: 'large',
    level: 'warn',
    find: (letter) => {
      const bytes = bytesOf(letter)
      return when(bytes > MANY_HTML_BYTES && bytes <= MAX_HTML_BYTES, kilobytes(bytes))
    },
  },
  { name: 'no-preferences', level: 'warn', find: (letter) => when(lacks(letter, '/preferences/')) },
  {
    name: 'no-emblem',
    level: 'warn',
    find: ({ edition: { isFunded, acknowledgements, locale }, page }) => {
      const isOwed = isFunded && (acknowledgements?.some(({ emblem }) => emblem) ?? true)
      if (!isOwed) return []
      const words = translator(locale, 'email')('footer.emblem')
      return when(!page('img').is((_, image) => page(image).attr('alt') === words))
    },
  },
  {
    name: 'disclaimer',
    level: 'warn',
    find: ({ edition: { acknowledgements = [], locale } }) =>
      acknowledgements
        .map(({ disclaimer }) => disclaimer?.locale ?? locale)
        .filter((shownIn) => shownIn !== locale),
  },
]
