import type { Locale } from '../src/i18n/locales.ts'
import { messages, namespaces } from '../src/i18n/translator.ts'
import { type TextWord, wordsIn } from '../src/reading/search/words-in.ts'
import { seededRandom } from '../src/testing/seeded-random.ts'

/** Latin, Greek, Cyrillic and Arabic; with a dictionary of Postgres and without; with joined nouns. */
export const searchedLocales = ['en', 'fr', 'de', 'el', 'bg', 'pl', 'fi', 'ar'] as const satisfies Locale[]

/** Words of a language: those of our own texts, and as many made of them as a network's texts have in all. */
export const VOCABULARY = 20_000

/** A word's place is its place by frequency. */
export function vocabularyOf(locale: Locale): readonly TextWord[] {
  const made = vocabularies.get(locale) ?? makeVocabulary(locale, seededRandom(searchedLocales.length))
  vocabularies.set(locale, made)
  return made
}

const vocabularies = new Map<Locale, readonly TextWord[]>()

/** Real words first, then such as begin like one of them and end like another. */
function makeVocabulary(locale: Locale, random: () => number): readonly TextWord[] {
  const text = namespaces.flatMap((namespace) => Object.values(messages(locale, namespace))).join(' ')
  const words = new Map(
    wordsIn(text.replace(/\{\{.*?\}\}/g, '')).flatMap((word) =>
      word.folded.length > 2 ? [[word.folded, word] as const] : [],
    ),
  )
  const real = [...words.values()]
  while (words.size < VOCABULARY) {
    const part = () => real[Math.floor(random() * real.length)]?.lowered ?? ''
    const [made] = wordsIn(`${part().slice(0, 5)}${part().slice(-6)}`)
    if (made !== undefined) words.set(made.folded, made)
  }
  return [...words.values()].slice(0, VOCABULARY)
}
