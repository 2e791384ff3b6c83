import type { LetterAcknowledgement, LetterItem } from '../../emails/letter.ts'
import type { Acknowledgement, PublishedItem } from '../content/published-item.ts'
import { directionOf, type Locale } from '../i18n/locales.ts'

const languageOf = (locale: Locale) => ({ locale, direction: directionOf(locale) })

/** An item as the templates of mails take it, in the language in which it is shown. */
export const letterItem = (item: PublishedItem, shownLocale: Locale): LetterItem => ({
  ...item,
  alternates: definedOf(item.alternates),
  language: languageOf(shownLocale),
})

const definedOf = (alternates: PublishedItem['alternates']): Record<string, string> =>
  Object.fromEntries(Object.entries(alternates).filter(([, url]) => url !== undefined))

/**
 * What must stand in a mail for the projects that funded what it tells of: each project once, in the wording approved in
 * the mail's language where any of its items brings that. Projects that say the very same share one emblem.
 */
export function letterAcknowledgements(
  locale: Locale,
  given: readonly Acknowledgement[],
): LetterAcknowledgement[] {
  const byProject = new Map<string, Acknowledgement>()
  for (const each of given) {
    const known = byProject.get(each.project)
    if (known === undefined || (isIn(locale, each) && !isIn(locale, known))) byProject.set(each.project, each)
  }
  const bySaying = new Map<string, Acknowledgement>()
  for (const each of byProject.values())
    bySaying.set(JSON.stringify([each.statement, each.emblem, each.disclaimer?.text]), each)
  return [...bySaying.values()].map(({ statement, emblem, disclaimer }) => ({
    statement,
    emblem,
    disclaimer: disclaimer && { text: disclaimer.text, language: languageOf(disclaimer.locale) },
  }))
}

const isIn = (locale: Locale, { disclaimer }: Acknowledgement): boolean => disclaimer?.locale === locale
