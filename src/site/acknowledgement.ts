import type { Acknowledgement } from '../content/published-item.ts'
import { directionOf, type Locale } from '../i18n/locales.ts'
import { type Html, html } from './html.ts'
import type { SiteContext } from './site-context.ts'

/**
 * The emblem, the statement beside it and the disclaimer (domain.md 4.2). A disclaimer without an approved text in the
 * page's language keeps its own, marked as such; it is never translated by us.
 */
export const acknowledgement = ({ locale, t, terms }: SiteContext, given: Acknowledgement): Html =>
  html`<div class="eu">${
    given.emblem &&
    html`<img src="/brand/eu-emblem.svg" width="78" height="52" alt="${t('acknowledgement.emblem')}">`
  }<span>${terms(`acknowledgement.${given.statement}`)}</span></div>${
    given.disclaimer !== null &&
    html`<p${inLanguage(given.disclaimer.locale, locale)}>${given.disclaimer.text}</p>`
  }`

/** `lang` and `dir` of a part, where its language is not the page's. */
const inLanguage = (part: Locale, page: Locale): Html | false =>
  part !== page && html` lang="${part}" dir="${directionOf(part)}"`
