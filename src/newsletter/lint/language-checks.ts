import { directionOf } from '../../i18n/locales.ts'
import { type Check, type Letter, quote, when } from './check.ts'
import { directionIn, scriptOf, writtenIn } from './script-of.ts'
import { type ShownText, shownTexts } from './shown-texts.ts'

const nearest = ({ path }: ShownText, name: 'lang' | 'dir'): string | undefined =>
  path.map(({ attribs }) => attribs[name]).find((value) => value !== undefined && value !== '')

/** Texts in letters that something about the place where they stand does not fit. */
const textsOutOfPlace = (
  { edition: { locale }, page }: Letter,
  fits: (text: ShownText, script: NonNullable<ReturnType<typeof writtenIn>>) => boolean,
): string[] =>
  shownTexts(page)
    .filter((text) => {
      const script = writtenIn(text.words, locale)
      return script !== null && !fits(text, script)
    })
    .map(({ words }) => quote(words))

export const languageChecks: readonly Check[] = [
  {
    name: 'language',
    level: 'warn',
    find: ({ edition: { locale }, page }) => {
      const { lang, dir } = page('html').get(0)?.attribs ?? {}
      return when(lang !== locale || dir !== directionOf(locale))
    },
  },
  {
    name: 'part-language',
    level: 'warn',
    find: (letter) =>
      textsOutOfPlace(letter, (text, script) => {
        const expected = scriptOf(nearest(text, 'lang') ?? letter.edition.locale)
        return expected === null || expected === script
      }),
  },
  {
    name: 'part-direction',
    level: 'warn',
    find: (letter) =>
      textsOutOfPlace(letter, (text, script) => {
        const isolated = text.path[0]?.tagName === 'bdi'
        return isolated || (nearest(text, 'dir') ?? 'ltr') === directionIn(script)
      }),
  },
]
