import type { Frequency } from '../../audience/choices.ts'
import type { EndedHow } from '../../audience/end-subscriptions.ts'
import type { interfaceLocales, Locale } from '../../i18n/locales.ts'
import type { NewsletterKey } from './newsletters.ts'
import type { AudienceKey, TopicKey } from './shapes.ts'

export interface DemoSubscriber {
  /** At a domain that can never belong to anyone. https://www.rfc-editor.org/rfc/rfc2606 */
  readonly email: string
  readonly locale: Locale
  /** Languages read besides, the better one first. */
  readonly furtherLocales: readonly Locale[]
  readonly newsletters: readonly NewsletterKey[]
  readonly frequency: Frequency
  /** Empty: all. */
  readonly topics: readonly TopicKey[]
  /** By their two letters. Empty: all. */
  readonly countries: readonly string[]
  /** Null: not said. */
  readonly role: AudienceKey | null
  /** A topic that they follow besides. Null: none. */
  readonly follows: TopicKey | null
  /** Whether they were on the list that was brought in. */
  readonly isImported: boolean
  readonly confirmedAt: Date
  readonly pausedUntil: Date | null
}

/** Somebody who came and is no longer there. */
export interface DemoFormerReader extends DemoSubscriber {
  readonly leftAt: Date
  /** Erased: nothing is left of them but the hash. */
  readonly how: EndedHow | 'erased'
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

/** Any number will do, as long as it stays: every machine then has the same readers. */
const SEED = 20_171_001
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const FIRST_DAY = Date.UTC(2024, 0, 8, 9, 0)
const LAST_DAYS = 320
const LAST_DAY = Date.UTC(2026, 10, 23, 9, 0)
/** After something that people heard of, more of them come. */
const busyDays = [
  Date.UTC(2026, 0, 20),
  Date.UTC(2026, 4, 12),
  Date.UTC(2026, 8, 22),
  Date.UTC(2026, 9, 27),
] as const
/** One in this many is on holiday. */
const PAUSED = 50
const pauseEnds = new Date('2027-02-01T00:00:00Z')

/** When the list of a meeting was brought in. */
export const importedAt = new Date('2026-03-17T10:00:00Z')
/** One in this many was on it: forty in all. */
const IMPORTED = 5

/** The favourites first. */
const wantedTopics: readonly TopicKey[] = [
  'microfinance',
  'microfinance',
  'microfinance',
  'mentoring',
  'mentoring',
  'women-entrepreneurs',
  'women-entrepreneurs',
  'legal-advice',
  'digital-skills',
  'digital-skills',
  'incubation',
  'local-policy',
]
const wantedCountries = ['DE', 'DE', 'FR', 'FR', 'GR', 'IT', 'ES', 'BE', 'UA', 'PL'] as const
const roles: readonly AudienceKey[] = [
  'industry',
  'local-authorities',
  'local-authorities',
  'regional-authorities',
  'innovators',
]

/** Invented readers, the same on every machine. Nobody of that name or address exists. */
export function demoSubscribers(): readonly DemoSubscriber[] {
  const below = dice(SEED)
  const other = dice(SEED + 1)
  const languages = Object.entries(readers).flatMap(([locale, count]) =>
    Array.from({ length: count }, () => locale as Locale),
  )
  return languages.map((locale, index) => {
    const isImported = index % IMPORTED === IMPORTED - 1
    return {
      ...person(locale, index, below),
      ...interests(other),
      isImported,
      confirmedAt: isImported ? importedAt : confirmedAt(other),
      pausedUntil: index % PAUSED === PAUSED - 1 ? pauseEnds : null,
    }
  })
}

/** By which ways those left who are no longer there. */
const ways: readonly DemoFormerReader['how'][] = [
  ...Array.from({ length: 7 }, () => 'one-click' as const),
  ...Array.from({ length: 3 }, () => 'page' as const),
  'preferences',
  'preferences',
  'complaint',
  'complaint',
  'bounce',
  'bounce',
  'bounce',
  'erased',
  'erased',
]

/** Those who left: their addresses are none of the readers'. */
export function demoFormerReaders(): readonly DemoFormerReader[] {
  const below = dice(SEED + 2)
  const locales = Object.keys(readers) as Locale[]
  return ways.map((how, index) => {
    const came = confirmedAt(below)
    const days = Math.floor((LAST_DAY - came.getTime()) / DAY_MS)
    return {
      ...person(pick(locales, below), Object.values(readers).length + 1000 + index, below),
      ...interests(below),
      isImported: false,
      confirmedAt: came,
      pausedUntil: null,
      leftAt: new Date(came.getTime() + (1 + below(Math.max(days, 1))) * DAY_MS + below(8) * HOUR_MS),
      how,
    }
  })
}

type Dice = (limit: number) => number

function dice(seed: number): Dice {
  const next = numbers(seed)
  return (limit) => Math.floor(next() * limit)
}

const person = (locale: Locale, index: number, below: Dice) => ({
  email: `${pick(things, below)}.${pick(doings, below)}.${index + 1}@${pick(domains, below)}`,
  locale,
  furtherLocales: furtherLocales(locale, below),
  newsletters: chosen(below(10)),
})

/** Most want every issue, and half of them everything. */
const interests = (below: Dice) => ({
  frequency: frequencyOf(below(20)),
  topics: some(wantedTopics, below(2) === 0 ? 0 : 1 + below(3), below),
  countries: some(wantedCountries, below(3) === 0 ? 1 + below(2) : 0, below),
  role: below(5) < 3 ? pick(roles, below) : null,
  follows: below(16) === 0 ? pick(wantedTopics, below) : null,
})

function frequencyOf(die: number): Frequency {
  if (die < 17) return 'every-issue'
  return die < 19 ? 'weekly' : 'monthly'
}

/** Two in five came in the years before; of the others most when there was something to hear of. */
function confirmedAt(below: Dice): Date {
  const within = (first: number, days: number): Date =>
    new Date(first + below(days) * DAY_MS + below(8) * HOUR_MS)
  const die = below(10)
  if (die < 4) return within(FIRST_DAY, 690)
  return die < 8 ? within(pick(busyDays, below), 12) : within(LAST_DAY - LAST_DAYS * DAY_MS, LAST_DAYS)
}

/** So many different ones at most. */
const some = <Choice>(choices: readonly Choice[], count: number, below: Dice): Choice[] => [
  ...new Set(Array.from({ length: count }, () => pick(choices, below))),
]

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
