import type { Choices, Offer, OfferedTerm } from '../../audience/choices.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { directionOf, endonymOf } from '../../i18n/locales.ts'
import type { SiteContext } from '../site-context.ts'

/** What was chosen besides letters, before somebody says yes to it: languages in order, rhythm, and what to read about. */
export function chosenList(
  { locale, t, terms }: SiteContext,
  offer: Offer,
  { locale: first, furtherLocales, interests }: Choices,
): Html | false {
  if (interests === null) return false
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' })
  const labels = (ids: readonly string[], offered: readonly OfferedTerm[]): string =>
    list.format(offered.filter(({ id }) => ids.includes(id)).map(({ label }) => label))
  const topics = labels(interests.topics, offer.topics)
  const countries = labels(interests.countries, offer.countries)
  return html`<dl class="chosen"><dt>${t('subscribe.languages')}</dt><dd>${[first, ...furtherLocales].map(
    (each, index) =>
      html`${index > 0 && ' · '}<span lang="${each}" dir="${directionOf(each)}">${endonymOf(each)}</span>`,
  )}</dd><dt>${t('subscribe.frequency')}</dt><dd>${terms(`frequency.${interests.frequency}`)}</dd>${
    topics !== '' && html`<dt>${t('fact.topics')}</dt><dd>${topics}</dd>`
  }${countries !== '' && html`<dt>${t('subscribe.countries')}</dt><dd>${countries}</dd>`}</dl>`
}
