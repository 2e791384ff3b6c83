import type { interfaceLocales, Locale } from '../../i18n/locales.ts'
import type { NewsletterKey } from './newsletters.ts'

export interface DemoSubscriber {
  /** At a domain that can never belong to anyone. https://www.rfc-editor.org/rfc/rfc2606 */
  readonly email: string
  readonly locale: Locale
  /** Languages read besides, the better one first. */
  readonly furtherLocales: readonly Locale[]
  readonly newsletters: readonly NewsletterKey[]
  readonly confirmedAt: Date
  readonly pausedUntil: Date | null
}

/** How many read in each language: two hundred in all, a few of them in languages that the network does not publish in. */
const readers = {
  en: 46,
  fr: 34,
  de: 28,
  el: 20,
  es: 18,
  ar: 18,
  it: 16,
  uk: 12,
  pl: 3,
  ro: 2,
  tr: 2,
  fa: 1,
} as const satisfies Partial<Record<(typeof interfaceLocales)[number], number>>

const domains = [
  'example.org',
  'example.com',
  'example.net',
  'mail.example.org',
  'workshop.example.com',
  'town.example.net',
]
const things = [
  'lamp',
  'oven',
  'thread',
  'bridge',
  'orchard',
  'ladder',
  'harbour',
  'mint',
  'copper',
  'market',
]
const doings = [
  'baker',
  'tailor',
  'grower',
  'roofer',
  'printer',
  'joiner',
  'cook',
  'driver',
  'weaver',
  'fixer',
]

/** Second languages by how often they are chosen. */
const secondLanguages: readonly Locale[] = [
  'en',
  'en',
  'en',
  'en',
  'fr',
  'fr',
  'de',
  'es',
  'it',
  'ar',
  'el',
  'uk',
]

/** Any number will do, as long as it stays: every machine then has the same two hundred. */
const SEED = 20_171_001
const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2024, 0, 8, 9, 0)
const DAYS = 1030
/** One in this many is on holiday. */
const PAUSED = 50
const pauseEnds = new Date('2027-02-01T00:00:00Z')

/** Invented readers, the same on every machine. Nobody of that name or address exists. */
export function demoSubscribers(): readonly DemoSubscriber[] {
  const next = numbers(SEED)
  const below = (limit: number): number => Math.floor(next() * limit)
  const languages = Object.entries(readers).flatMap(([locale, count]) =>
    Array.from({ length: count }, () => locale as Locale),
  )
  return languages.map((locale, index) => ({
    email: `${pick(things, below)}.${pick(doings, below)}.${index + 1}@${pick(domains, below)}`,
    locale,
    furtherLocales: furtherLocales(locale, below),
    newsletters: chosen(below(10)),
    confirmedAt: new Date(FIRST_DAY + below(DAYS) * DAY_MS + below(DAY_MS / 3)),
    pausedUntil: index % PAUSED === PAUSED - 1 ? pauseEnds : null,
  }))
}

/** Everyone who reads in a language that nothing is published in names another; of the rest about half do. */
function furtherLocales(first: Locale, below: (limit: number) => number): Locale[] {
  const wanted = ['pl', 'ro', 'tr', 'fa'].includes(first) ? 1 + below(2) : below(3)
  const found = new Set<Locale>()
  for (let tries = 0; tries < 2 * wanted; tries++) found.add(pick(secondLanguages, below))
  found.delete(first)
  return [...found].slice(0, wanted)
}

function chosen(die: number): NewsletterKey[] {
  if (die < 5) return ['emen-letter']
  if (die < 7) return ['emen-letter', 'calls-and-events']
  if (die < 8) return ['finance-for-founders']
  return ['emen-letter', 'finance-for-founders', 'calls-and-events']
}

function pick<Choice>(choices: readonly Choice[], below: (limit: number) => number): Choice {
  const choice = choices[below(choices.length)]
  if (choice === undefined) throw new RangeError('nothing to choose from')
  return choice
}

/** Mulberry32: numbers from 0 to below 1 that follow from the seed. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
