import type { interfaceLocales, Locale } from '../i18n/locales.ts'
import { messages, namespaces } from '../i18n/translator.ts'

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const syllables = 'ka mar lo ti ben dra sou ne vi gor pa len sti ru fe mon tal he bri zo'.split(' ')
const MEDIAN_WORDS = 11
const SPREAD = 1.1
const NUMBERS = 0.04
const NAMES = 0.06
const LATEST_YEAR = 2030

/**
 * Makes sentences of a language's real words, as often as they are used, with names and numbers among them: 2 to 40 words,
 * 11 in the middle. Nobody would say them, but to a search they are like those that people say.
 */
export function sentences(locale: (typeof interfaceLocales)[number], random: () => number): () => string {
  const words = wordsIn(locale)
  const any = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const name = (): string => {
    const letters = Array.from({ length: 2 + Math.floor(random() * 2) }, () => any(syllables)).join('')
    return letters.charAt(0).toUpperCase() + letters.slice(1)
  }
  const word = (): string => {
    const kind = random()
    if (kind < NUMBERS) return String(1 + Math.floor(random() * LATEST_YEAR))
    return kind < NUMBERS + NAMES ? name() : any(words)
  }
  return () => {
    const bell = random() + random() + random() - 1.5
    const length = Math.max(2, Math.round(MEDIAN_WORDS * Math.exp(bell * SPREAD)))
    const sentence = Array.from({ length }, word).join(' ')
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
  }
}

function wordsIn(locale: Locale): string[] {
  const texts = namespaces.flatMap((namespace) => readable(locale, namespace))
  return texts.flatMap((text) => text.replace(/\{\{.*?\}\}/gu, ' ').match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [])
}

/** Not every language has every file while texts are being written. */
function readable(locale: Locale, namespace: (typeof namespaces)[number]): string[] {
  try {
    return Object.values(messages(locale, namespace))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
