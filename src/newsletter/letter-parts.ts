import type { Language, LetterAcknowledgement, LetterItem } from '../../emails/letter.ts'
import type { Acknowledgement, PublishedItem } from '../content/published-item.ts'
import { directionOf, type Locale } from '../i18n/locales.ts'

export const languageOf = (locale: Locale): Language => ({ locale, direction: directionOf(locale) })

/** An item as a letter shows it, in the language in which it stands there. */
export const letterItem = (item: PublishedItem, shownLocale: Locale): LetterItem => ({
  ...item,
  alternates: definedOf(item.alternates),
  language: languageOf(shownLocale),
})

/** What a letter in the locale must say about those who funded what it tells of. */
export const letterAcknowledgements = (
  locale: Locale,
  given: readonly Acknowledgement[],
): LetterAcknowledgement[] =>
  acknowledgementsIn(locale, given).map(({ statement, emblem, disclaimer }) => ({
    statement,
    emblem,
    disclaimer: disclaimer && { text: disclaimer.text, language: languageOf(disclaimer.locale) },
  }))

/**
 * Each project once, in the wording approved in the edition's language where any of its items brings that. Projects
 * that say the very same share one emblem.
 */
function acknowledgementsIn(locale: Locale, given: readonly Acknowledgement[]): Acknowledgement[] {
  const byProject = new Map<string, Acknowledgement>()
  for (const each of given) {
    const known = byProject.get(each.project)
    if (known === undefined || (isIn(locale, each) && !isIn(locale, known))) byProject.set(each.project, each)
  }
  const bySaying = new Map<string, Acknowledgement>()
  for (const each of byProject.values())
    bySaying.set(JSON.stringify([each.statement, each.emblem, each.disclaimer?.text]), each)
  return [...bySaying.values()]
}

const isIn = (locale: Locale, { disclaimer }: Acknowledgement): boolean => disclaimer?.locale === locale

const definedOf = (alternates: PublishedItem['alternates']): Record<string, string> =>
  Object.fromEntries(Object.entries(alternates).filter(([, url]) => url !== undefined))
