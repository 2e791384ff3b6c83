import { correctionLines } from '../content/correction-lines.ts'
import type { PublishedItem } from '../content/published-item.ts'
import { siteUrl } from '../content/site-url.ts'
import { kindLine, relatedCard } from './cards.ts'
import { languageName } from './dates.ts'
import { type Fact, factList } from './facts.ts'
import { feedLinks } from './feed-links.ts'
import { followLink } from './follow/follow-address.ts'
import { type Html, html, jsonLd } from './html.ts'
import { icon } from './icons.ts'
import { languageLink, offered } from './languages.ts'
import type { Alternates } from './page.ts'
import { localPath, picture } from './picture.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'

/** What the kinds of item add to the page that they share. */
export interface ItemParts {
  /** Below the title, where it has a second one. */
  readonly subtitle?: string | null
  /** Below the standfirst, such as an event's date. */
  readonly band?: Html | null
  readonly text: Html
  readonly facts: readonly Fact[]
  /** Further headings beside the text. */
  readonly beside?: Html | null
  /** schema.org, without what all items have. */
  readonly schema: Readonly<Record<string, unknown>>
}

/** An item's page: who it is, in which languages it can be read, what it says, who pays, what belongs to it. */
export function itemPage(
  context: SiteContext,
  item: PublishedItem,
  parts: ItemParts,
  related: readonly PublishedItem[],
): Html {
  const { locale, t, terms } = context
  const alternates = enabledAlternates(context, item)
  const main = html`<main id="main" class="wrap">
<nav class="crumb" aria-label="${t('item.crumb')}"><ol><li><a href="/${locale}/${item.collection}">${terms(
    `collection.${item.collection}`,
  )}</a></li><li aria-current="page">${item.title}</li></ol></nav>
${item.machineTranslated && machineNote(context, item, alternates)}
${correctionNote(item)}
${item.sample && html`<div class="note" role="note">${icon('warning')}<p>${t('item.sample')}</p></div>`}
<div class="top">${kindLine(context, item)}<h1>${item.title}</h1>${parts.subtitle && html`<p class="subtitle">${parts.subtitle}</p>`}<p class="standfirst">${item.summary}</p>${readIn(
    context,
    item,
    alternates,
  )}</div>
${parts.band}
<figure class="cover">${picture(item, 'wide', true)}</figure>
<div class="layout${parts.text.source.trim() === '' && ' bare'}">${parts.text.source.trim() !== '' && html`<article class="text">${parts.text}</article>`}
<aside class="side" aria-label="${t('item.facts')}"><h2>${t('item.facts')}</h2>${factList(parts.facts)}${parts.beside}${licence(
    context,
    item,
  )}${followLink(context, item, true)}</aside></div>
${
  related.length > 0 &&
  html`<section><div class="section-head"><h2>${t('item.related')}</h2></div><ul class="related">${related.map(
    (other) => relatedCard(context, other),
  )}</ul></section>`
}
</main>`
  return document(context, {
    title: item.title,
    description: item.summary,
    main,
    alternates,
    section: item.collection,
    // Its own project and the organisation that answers for it, where it names them.
    ...(item.acknowledgements.length > 0 && { acknowledgements: item.acknowledgements }),
    feeds: feedLinks(context, item.collection),
    image: item.image?.url ?? siteUrl(`/covers/${item.id}.png?w=1200`),
    head: jsonLd(schemaOf(context, item, parts.schema)),
  })
}

/** Locale → path of every language in which the item is public and the site exists. */
const enabledAlternates = ({ locales }: SiteContext, { alternates }: PublishedItem): Alternates =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const url = alternates[locale]
      return url === undefined ? [] : [[locale, localPath(url)]]
    }),
  )

/** What was wrong and when it was put right, newest first. */
const correctionNote = (item: PublishedItem): Html | false =>
  item.corrections.length > 0 &&
  html`<div class="note" role="note">${icon('warning')}<div>${correctionLines(item).map(
    (line) => html`<p>${line}</p>`,
  )}</div></div>`

/** Says that a machine wrote it, and leads to the original where that is public. */
function machineNote(
  { locale, t }: SiteContext,
  { sourceLocale }: PublishedItem,
  alternates: Alternates,
): Html {
  const original = alternates[sourceLocale]
  return html`<div class="note machine" role="note">${icon('warning')}<p><strong>${t('item.machine')}</strong> ${t(
    'item.machineHint',
  )}${
    original !== undefined &&
    html` <a href="${original}" hreflang="${sourceLocale}">${t('item.machineOriginal', {
      language: languageName(sourceLocale, locale),
    })}</a>`
  }</p></div>`
}

function readIn({ locale, t }: SiteContext, item: PublishedItem, alternates: Alternates): Html {
  const choices = offered(alternates)
  return html`<div class="available"><b>${t('item.readIn')}</b>${choices.map(({ locale: other, path }) =>
    other === locale
      ? html`<span class="here" aria-current="true">${languageName(locale, locale)}${
          item.machineTranslated && html` <span class="tag machine">${t('item.machineTag')}</span>`
        }</span>`
      : languageLink(other, path),
  )}${
    item.sourceLocale !== locale &&
    html`<span class="origin">${t('item.original', { language: languageName(item.sourceLocale, locale) })}</span>`
  }</div>`
}

const licence = (
  { network, t }: SiteContext,
  { licence: given, title, publishedAt }: PublishedItem,
): Html | false =>
  given !== null &&
  html`<h2>${t('item.licence')}</h2><p><a href="${given.url}" rel="license">${given.name}</a>. ${t(
    'item.cite',
    {
      network: network.name,
      title,
      year: publishedAt.getUTCFullYear(),
    },
  )}</p>`

const schemaOf = (
  { locale, network }: SiteContext,
  item: PublishedItem,
  own: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => ({
  '@context': 'https://schema.org',
  name: item.title,
  description: item.summary,
  url: item.url,
  inLanguage: locale,
  ...(item.image !== null && { image: item.image.url }),
  ...(item.licence !== null && { license: item.licence.url }),
  publisher: { '@type': 'Organization', name: item.organisation ?? network.name },
  ...own,
})
