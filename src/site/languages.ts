import { type Html, html } from '../content/markup/html.ts'
import { icon } from '../content/markup/icons.ts'
import { directionOf, endonymOf, type Locale } from '../i18n/locales.ts'
import type { Alternates } from './page.ts'

/** The locales of a page as they are offered: right-to-left scripts last, so that the columns stay even. */
export const offered = (alternates: Alternates): readonly { locale: Locale; path: string }[] =>
  Object.entries(alternates)
    .map(([locale, path]) => ({ locale: locale as Locale, path }))
    .sort(
      (one, other) =>
        directionOf(one.locale).localeCompare(directionOf(other.locale)) ||
        one.locale.localeCompare(other.locale),
    )

/** A link to the same page in another language, in that language's own name, script and direction. */
export const languageLink = (locale: Locale, path: string, current = false): Html =>
  html`<a href="${path}" lang="${locale}" hreflang="${locale}" dir="${directionOf(locale)}"${
    current && html` aria-current="true"`
  }>${endonymOf(locale)}${current && icon('check')}</a>`
