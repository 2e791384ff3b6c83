import { type Html, html } from '../content/markup/html.ts'
import { directionOf, endonymOf, type Locale } from '../i18n/locales.ts'

/** Languages to choose from, each in its own name. */
export const languageOptions = (locales: readonly Locale[], chosen: Locale | null): Html =>
  html`${locales.map(
    (locale) =>
      html`<option value="${locale}" lang="${locale}" dir="${directionOf(locale)}"${locale === chosen && html` selected`}>${endonymOf(
        locale,
      )}</option>`,
  )}`
