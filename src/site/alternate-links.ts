import { type Html, html } from '../content/markup/html.ts'
import { siteUrl } from '../content/site-url.ts'
import { chooseLocale } from '../i18n/choose-locale.ts'
import type { Locale } from '../i18n/locales.ts'
import { offered } from './languages.ts'
import type { Alternates } from './page.ts'
import type { SiteContext } from './site-context.ts'

/**
 * Tells search engines the page's own address and the same page in other languages.
 * @param defaultPath for readers of none of them. @default the network's first choice
 */
export function alternateLinks(
  { locale, chain }: Pick<SiteContext, 'locale' | 'chain'>,
  alternates: Alternates,
  defaultPath?: string,
): Html {
  const own = alternates[locale]
  const neutral = defaultPath ?? pathForAnyone(alternates, chain)
  return html`${own !== undefined && html`<link rel="canonical" href="${siteUrl(own)}">`}
${offered(alternates).map(
  (alternate) =>
    html`<link rel="alternate" hreflang="${alternate.locale}" href="${siteUrl(alternate.path)}">
`,
)}${
  neutral !== null &&
  html`<link rel="alternate" hreflang="x-default" href="${siteUrl(neutral)}">
`
}`
}

/**
 * The page for readers of none of its languages. Null where there is only one to choose.
 * https://developers.google.com/search/docs/specialty/international/localized-versions#xdefault
 */
function pathForAnyone(alternates: Alternates, chain: readonly Locale[]): string | null {
  const available = Object.keys(alternates) as Locale[]
  if (available.length < 2) return null
  const { locale } = chooseLocale([], available, { whenNone: 'any', chain })
  return locale === null ? null : (alternates[locale] ?? null)
}
