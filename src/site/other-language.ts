import { type Html, html } from '../content/markup/html.ts'
import { directionOf, type Locale } from '../i18n/locales.ts'
import type { SiteContext } from './site-context.ts'

/** Marks words that are not in the page's language, so that they are read out and set right. WCAG 2.2, 3.1.2. */
export const inOtherLanguage = ({ locale }: SiteContext, language: Locale | null): Html | false =>
  language !== null && language !== locale && html` lang="${language}" dir="${directionOf(language)}"`
