import { dateLeafOf, lastsWholeDays, whenOf, zoneNameOf } from '../../emails/dates.ts'
import { firstSentences } from '../content/first-sentences.ts'
import { type Html, html } from '../content/markup/html.ts'
import { languageName, listOf, longDay } from '../i18n/dates.ts'
import { directionOf } from '../i18n/locales.ts'
import type { EventNote, PublicDocument } from '../reading/contract/document.ts'
import type { SearchHit } from '../reading/search/search-documents.ts'
import { groupOf, labelsIn, referenceOf, rowsOf, textOf } from './details.ts'
import { timesOf } from './event-times.ts'
import { localPath, picture } from './picture.ts'
import { marked } from './search/marked.ts'
import type { SiteContext } from './site-context.ts'

/** What kind of document, then where: always in this order. */
export const kindLine = (context: SiteContext, document: PublicDocument): Html =>
  html`<p class="kind"><b>${kindOf(context, document)}</b>${kindFacts(context, document)}</p>`

/** In a list that holds practices alone, each is told from the others by its place. */
const placeLine = (context: SiteContext, document: PublicDocument): Html =>
  html`<p class="kind"><b>${listOf(placesOf(context, document), context.locale)}</b>${textTags(context, document)}</p>`

/** Its own type, such as "Webinar", or what its collection holds. */
function kindOf({ terms }: SiteContext, { collection, details }: PublicDocument): string {
  if (collection === 'news' && textOf(details.type) !== null) return terms(`newsType.${textOf(details.type)}`)
  const type = collection === 'practices' ? null : referenceOf(details.type)
  return type?.label ?? terms(`kind.${collection}`)
}

function kindFacts(context: SiteContext, document: PublicDocument): Html {
  const { terms } = context
  const { event } = document
  const places = event === null ? placesOf(context, document) : []
  return html`${event !== null && html`<span>${terms(`eventMode.${event.mode}`)}</span>`}${
    event !== null &&
    event.status !== 'as-planned' &&
    html`<span class="tag">${terms(`eventStatus.${event.status}`)}</span>`
  }${places.length > 0 && html`<span>${listOf(places, context.locale)}</span>`}${textTags(context, document)}`
}

/** The place where it is done, or the countries that it concerns, as the page's language writes them. */
function placesOf({ terms }: SiteContext, { details, countries }: PublicDocument): readonly string[] {
  const { city, country: at } = groupOf(details.location)
  const country = referenceOf(at)?.label
  if (country === undefined) return countries.map(({ label }) => label)
  const name = textOf(city)
  return [name === null ? country : terms('place', { city: name, country })]
}

/** What readers must know about the text before they open it. */
const textTags = (
  { t }: SiteContext,
  { machineTranslated, sample }: Pick<PublicDocument, 'machineTranslated' | 'sample'>,
): Html =>
  html`${machineTranslated && html`<span class="tag machine">${t('item.machineTag')}</span>`}${
    sample && html`<span class="tag quiet">${t('item.sampleTag')}</span>`
  }`

/** The calendar leaf of an event. Decorative: the line below the title says the date in full. */
export function dateLeaf(event: EventNote, { locale }: SiteContext): Html {
  const { day, month } = dateLeafOf(timesOf(event), locale)
  return html`<div class="date" aria-hidden="true"><b>${day}</b>${month}</div>`
}

/**
 * "Tuesday 9 June 2026, 14:00–15:30, Central European Time". The event's own zone, and it says so; days alone have
 * none.
 */
export function eventTime(event: EventNote, { locale, t }: SiteContext): Html {
  const times = timesOf(event)
  const when = whenOf(times, locale)
  return html`<time datetime="${event.start}">${
    lastsWholeDays(times) ? when : t('event.when', { when, zone: zoneNameOf(times, locale) })
  }</time>`
}

/**
 * A title that leads to the document, in the document's own language.
 * @param shown the title, with words of it marked.
 */
export function titleLink(
  { locale }: SiteContext,
  { title, url, locale: own }: Pick<PublicDocument, 'title' | 'url' | 'locale'>,
  level: 2 | 3,
  shown: Html | string = title,
): Html {
  const language = own === locale ? null : html` lang="${own}" dir="${directionOf(own)}"`
  const link =
    url === null
      ? html`<span${language}>${shown}</span>`
      : html`<a href="${localPath(url)}"${own !== locale && html` hreflang="${own}"`}${language}>${shown}</a>`
  return level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`
}

/** An event in a short list. */
export const eventRow = (context: SiteContext, document: PublicDocument): Html =>
  html`<li>${document.event !== null && dateLeaf(document.event, context)}<div>${kindLine(context, document)}${titleLink(context, document, 3)}${
    document.event !== null && html`<p>${eventTime(document.event, context)}</p>`
  }</div></li>`

/** A publication in a short list. */
export const publicationRow = (context: SiteContext, document: PublicDocument): Html =>
  html`<li>${picture(document, 'upright')}<div>${kindLine(context, document)}${titleLink(context, document, 3)}<p>${facts(
    editionsOf(context, document),
  )}</p></div></li>`

/** A news item in a short list. */
export const newsRow = (context: SiteContext, document: PublicDocument): Html =>
  html`<li class="bare"><div><p class="kind">${publishedOn(context, document)}${textTags(context, document)}</p>${titleLink(context, document, 3)}<p>${document.summary}</p></div></li>`

/** The day that stands on it, or the day of its publishing. */
function publishedOn({ locale }: SiteContext, { details, publishedAt }: PublicDocument): Html {
  const day = textOf(details.date) ?? publishedAt
  return html`<time datetime="${day.slice(0, 10)}">${longDay(new Date(day), locale)}</time>`
}

/** In which languages it can be read, and how long it is. */
function editionsOf(context: SiteContext, document: PublicDocument): readonly string[] {
  const { t } = context
  const pages = rowsOf(document.details.editions).flatMap(({ pages: count }) => Number(count) || [])[0]
  return [
    languagesOf(context, document),
    ...(pages === undefined ? [] : [t('publication.pages', { count: pages })]),
  ].filter((each) => each !== '')
}

/** Languages that fit in a line. */
const MANY_LANGUAGES = 3

/** In which languages a document is public, in words; how many, where they are more than fit in a line. */
function languagesOf(
  { locale, locales, t }: Pick<SiteContext, 'locale' | 'locales' | 't'>,
  { alternates }: Pick<PublicDocument, 'alternates'>,
): string {
  const known = locales.filter((other) => alternates[other] !== undefined)
  return known.length > MANY_LANGUAGES
    ? t('list.languages', { count: known.length })
    : listOf(
        known.map((other) => languageName(other, locale)),
        locale,
      )
}

/** Facts side by side. */
const facts = (all: readonly string[]): Html =>
  html`<span class="run">${all.filter((each) => each !== '').map((each) => html`<span>${each}</span>`)}</span>`

/** What a list tells of a document, in characters: as many whole sentences as fit. */
const IN_LIST = 220

/** What a search found in a document. */
export type FoundTexts = Pick<SearchHit, 'title' | 'excerpt'>

/** A document in a list. With what was found in it, that is marked, and told instead of its summary. */
export function listRow(
  context: SiteContext,
  document: PublicDocument,
  { level = 2, found }: { readonly level?: 2 | 3; readonly found?: FoundTexts | undefined } = {},
): Html {
  const { details, event } = document
  const title = titleLink(context, document, level, found && marked(found.title))
  const head = html`${kindLine(context, document)}${title}`
  const text = html`<p>${found === undefined ? firstSentences(document.summary, IN_LIST, document.locale) : marked(found.excerpt)}</p>`
  switch (document.collection) {
    case 'events':
      return html`<li class="dated">${event !== null && dateLeaf(event, context)}<div>${head}${
        event !== null && html`<p>${eventTime(event, context)}</p>`
      }${text}</div></li>`
    case 'publications':
      return html`<li class="emblem">${picture(document, 'upright')}<div>${head}${text}<p class="small">${publishedOn(context, document)} ${facts(
        editionsOf(context, document),
      )}</p></div></li>`
    case 'news':
      return html`<li>${picture(document, 'square')}<div>${head}<p class="small">${publishedOn(context, document)}</p>${text}</div></li>`
    case 'practices':
      return html`<li>${picture(document, 'square')}<div>${placeLine(context, document)}${title}${text}<p class="small">${facts(
        [
          listOf(labelsIn(details.services), context.locale),
          context.terms(`evidenceLevel.${textOf(details.evidenceLevel) ?? 'described'}`),
          languagesOf(context, document),
        ],
      )}</p></div></li>`
    default:
      return html`<li class="bare"><div>${head}${text}</div></li>`
  }
}

/** Three documents side by side at the foot of another. */
export const relatedCard = (context: SiteContext, document: PublicDocument): Html =>
  html`<li>${picture(document, 'card')}${kindLine(context, document)}${titleLink(context, document, 3)}</li>`
