import { dateLeafOf, whenOf, zoneNameOf } from '../../emails/dates.ts'
import { type Html, html } from '../content/markup/html.ts'
import type { EventTimes, PublishedItem } from '../content/published-item.ts'
import { languageName, listOf, longDay } from '../i18n/dates.ts'
import { localPath, picture } from './picture.ts'
import type { SiteContext } from './site-context.ts'

/** What kind of item, then where: always in this order. */
export const kindLine = (context: SiteContext, item: PublishedItem): Html =>
  html`<p class="kind"><b>${context.terms(`kind.${item.collection}`)}</b>${kindFacts(context, item)}</p>`

/** The same without the kind, where the section's heading has said it. */
const factLine = (context: SiteContext, item: PublishedItem): Html =>
  html`<p class="kind">${kindFacts(context, item)}</p>`

function kindFacts(context: SiteContext, item: PublishedItem): Html {
  const { t, terms } = context
  const { event } = item
  return html`${event !== null && html`<span>${terms(`eventMode.${event.mode}`)}</span>`}${
    event !== null &&
    event.status !== 'as-planned' &&
    html`<span class="tag">${terms(`eventStatus.${event.status}`)}</span>`
  }${
    event === null && item.places.length > 0 && html`<span>${listOf(item.places, context.locale)}</span>`
  }${textTags(item, t)}`
}

/** What readers must know about the text before they open it. */
const textTags = ({ machineTranslated, sample }: PublishedItem, t: SiteContext['t']): Html =>
  html`${machineTranslated && html`<span class="tag machine">${t('item.machineTag')}</span>`}${
    sample && html`<span class="tag quiet">${t('item.sampleTag')}</span>`
  }`

/** The calendar leaf of an event. Decorative: the line below the title says the date in full. */
export function dateLeaf(event: EventTimes, { locale }: SiteContext): Html {
  const { day, month } = dateLeafOf(event, locale)
  return html`<div class="date" aria-hidden="true"><b>${day}</b>${month}</div>`
}

/** "Tuesday 9 June 2026, 14:00–15:30, Central European Time". The event's own zone, and it says so. */
export const eventTime = (event: EventTimes, { locale, t }: SiteContext): Html =>
  html`<time datetime="${event.start.toISOString()}">${t('event.when', {
    when: whenOf(event, locale),
    zone: zoneNameOf(event, locale),
  })}</time>`

const title = (item: PublishedItem, level: 2 | 3): Html =>
  level === 2
    ? html`<h2><a href="${localPath(item.url)}">${item.title}</a></h2>`
    : html`<h3><a href="${localPath(item.url)}">${item.title}</a></h3>`

/** An event in a short list. */
export const eventRow = (context: SiteContext, item: PublishedItem): Html =>
  html`<li>${item.event !== null && dateLeaf(item.event, context)}<div>${factLine(context, item)}${title(item, 3)}${
    item.event !== null && html`<p>${eventTime(item.event, context)}</p>`
  }</div></li>`

/** A publication in a short list. */
export const publicationRow = (context: SiteContext, item: PublishedItem): Html =>
  html`<li>${picture(item, 'upright')}<div>${factLine(context, item)}${title(item, 3)}<p>${languagesOf(item, context)}</p></div></li>`

/** A news item in a short list. */
export const newsRow = (context: SiteContext, item: PublishedItem): Html =>
  html`<li class="bare"><div><p class="kind">${publishedOn(item, context)}${textTags(item, context.t)}</p>${title(item, 3)}<p>${item.summary}</p></div></li>`

const publishedOn = ({ publishedAt }: PublishedItem, { locale }: SiteContext): Html =>
  html`<time datetime="${publishedAt.toISOString()}">${longDay(publishedAt, locale)}</time>`

/** In which languages an item is public, in words. */
const languagesOf = ({ alternates }: PublishedItem, { locale, locales }: SiteContext): string =>
  listOf(
    locales.filter((other) => alternates[other] !== undefined).map((other) => languageName(other, locale)),
    locale,
  )

/** An item in the list of its collection. */
export function listRow(context: SiteContext, item: PublishedItem): Html {
  const head = html`${kindLine(context, item)}${title(item, 2)}`
  const text = html`<p>${item.summary}</p>`
  switch (item.collection) {
    case 'events':
      return html`<li class="dated">${item.event !== null && dateLeaf(item.event, context)}<div>${head}${
        item.event !== null && html`<p>${eventTime(item.event, context)}</p>`
      }${text}</div></li>`
    case 'publications':
      return html`<li class="emblem">${picture(item, 'upright')}<div>${head}${text}<p>${languagesOf(item, context)}</p></div></li>`
    case 'news':
      return html`<li>${picture(item, 'square')}<div>${head}<p>${publishedOn(item, context)}</p>${text}</div></li>`
    case 'practices':
      return html`<li>${picture(item, 'square')}<div>${head}${text}</div></li>`
  }
}

/** Three items side by side at the foot of another. */
export const relatedCard = (context: SiteContext, item: PublishedItem): Html =>
  html`<li>${picture(item, 'card')}${kindLine(context, item)}${title(item, 3)}</li>`
