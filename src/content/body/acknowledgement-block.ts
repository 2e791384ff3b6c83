import { directionOf, type Locale } from '../../i18n/locales.ts'
import { type Html, html } from '../markup/html.ts'
import type { Acknowledgement } from '../published-item.ts'
import type { BodyContext } from './body-context.ts'

/**
 * The emblem, the statement beside it and the disclaimer (domain.md 4.2). A disclaimer without an approved text in the
 * page's language keeps its own, marked as such; it is never translated by us.
 * @param emblem where the picture is; mails and other sites cannot show an SVG.
 */
export const acknowledgementBlock = (
  { locale, t, terms }: Pick<BodyContext, 'locale' | 't' | 'terms'>,
  given: Acknowledgement,
  emblem = '/brand/eu-emblem.svg',
): Html =>
  html`<div class="eu">${
    given.emblem && html`<img src="${emblem}" width="78" height="52" alt="${t('acknowledgement.emblem')}"> `
  }<span>${terms(`acknowledgement.${given.statement}`)}</span></div>${
    given.disclaimer !== null &&
    html`<p${inLanguage(given.disclaimer.locale, locale)}>${given.disclaimer.text}</p>`
  }`

/** `lang` and `dir` of a part, where its language is not the page's. */
const inLanguage = (part: Locale, page: Locale): Html | false =>
  part !== page && html` lang="${part}" dir="${directionOf(part)}"`
