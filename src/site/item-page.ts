import { dayOf } from '../../emails/dates.ts'
import { type Fact, factList } from '../content/body/facts.ts'
import { isFedCollection } from '../content/feed-path.ts'
import { type Html, html, jsonLd } from '../content/markup/html.ts'
import { icon } from '../content/markup/icons.ts'
import { isContentCollection } from '../content/published-item.ts'
import { siteUrl } from '../content/site-url.ts'
import { languageName } from '../i18n/dates.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { schemaOf } from '../reading/formats/json-ld.ts'
import type { SchemaContext } from '../reading/formats/schema/node.ts'
import { kindLine, relatedCard } from './cards.ts'
import { takeAlong } from './citation/take-along.ts'
import { feedLinks } from './feed-links.ts'
import { followLink } from './follow/follow-address.ts'
import { acknowledgementsOf } from './funding.ts'
import { languageLink, offered } from './languages.ts'
import type { Alternates, Section } from './page.ts'
import { localPath, picture } from './picture.ts'
import { document as page } from './shell.ts'
import type { SiteContext } from './site-context.ts'

/** What the kinds of document add to the page that they share. */
export interface ItemParts {
  /** Below the title, where it has a second one. */
  readonly subtitle?: string | null
  /** Below the standfirst, such as an event's date. */
  readonly band?: Html | null
  readonly text: Html
  readonly facts: readonly Fact[]
}

/** What is read from other documents for an item's page. */
interface BesideItem {
  readonly related: readonly PublicDocument[]
  readonly schema: SchemaContext
}

/** A document's page: who it is, in which languages it can be read, what it says, who pays, what belongs to it. */
export function itemPage(
  context: SiteContext,
  document: PublicDocument,
  parts: ItemParts,
  { related, schema }: BesideItem,
): Html {
  const { locale, t, terms } = context
  const { collection, title, summary, image, sample, funding } = document
  const alternates = enabledAlternates(context, document)
  const hasText = parts.text.source.trim() !== ''
  const main = html`<main id="main" class="wrap">
<nav class="crumb" aria-label="${t('item.crumb')}"><ol><li><a href="/${locale}/${collection}">${terms(
    `collection.${collection}`,
  )}</a></li><li aria-current="page">${title}</li></ol></nav>
${document.machineTranslated && machineNote(context, document, alternates)}
${correctionNote(context, document)}
${sample && html`<div class="note" role="note">${icon('warning')}<p>${t('item.sample')}</p></div>`}
<div class="top">${kindLine(context, document)}<h1>${title}</h1>${parts.subtitle && html`<p class="subtitle">${parts.subtitle}</p>`}<p class="standfirst">${summary}</p>${readIn(
    context,
    document,
    alternates,
  )}</div>
${parts.band}
<figure class="cover">${picture(document, 'wide', { describes: true })}${
    image?.credit && html`<figcaption>${t('item.credit', { credit: image.credit })}</figcaption>`
  }</figure>
<div class="layout${!hasText && ' bare'}">${hasText && html`<article class="text">${parts.text}</article>`}
<aside class="side" aria-label="${t('item.facts')}"><h2>${t('item.facts')}</h2>${factList(parts.facts)}${takeAlong(
    context,
    document,
  )}${licence(context, document)}${ask(context)}${
    isContentCollection(collection) && followLink(context, { collection, id: document.id }, true)
  }</aside></div>
${
  related.length > 0 &&
  html`<section><div class="section-head"><h2>${t('item.related')}</h2></div><ul class="related">${related.map(
    (other) => relatedCard(context, other),
  )}</ul></section>`
}
</main>`
  return page(context, {
    title,
    description: summary,
    main,
    alternates,
    section: collection as Section,
    // Its own project and the organisation that answers for it, where it names them.
    ...(funding.length > 0 && { acknowledgements: acknowledgementsOf(document) }),
    feeds: isFedCollection(collection) ? feedLinks(context, collection) : [],
    image: image?.variants.social?.url ?? image?.url ?? siteUrl(`/covers/${document.id}.png?w=1200`),
    head: jsonLd(schemaOf(document, schema)),
  })
}

/** Locale → path of every language in which the document is public and the site exists. */
export const enabledAlternates = (
  { locales }: Pick<SiteContext, 'locales'>,
  { alternates }: Pick<PublicDocument, 'alternates'>,
): Alternates =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const url = alternates[locale]
      return url === undefined ? [] : [[locale, localPath(url)]]
    }),
  )

/** What was wrong and when it was put right, newest first. */
const correctionNote = ({ locale, terms }: SiteContext, { corrections }: PublicDocument): Html | false =>
  corrections.length > 0 &&
  html`<div class="note" role="note">${icon('warning')}<div>${corrections.map(
    ({ at, reason }) =>
      html`<p>${terms('correction.line', { day: dayOf(new Date(at), 'UTC', locale), reason })}</p>`,
  )}</div></div>`

/** Says that a machine wrote it, and leads to the original where that is public. */
export function machineNote(
  { locale, t }: SiteContext,
  { sourceLocale }: Pick<PublicDocument, 'sourceLocale'>,
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

function readIn({ locale, t }: SiteContext, document: PublicDocument, alternates: Alternates): Html {
  const { machineTranslated, sourceLocale } = document
  return html`<div class="available"><b>${t('item.readIn')}</b>${offered(alternates).map(
    ({ locale: other, path }) =>
      other === locale
        ? html`<span class="here" aria-current="true">${languageName(locale, locale)}${
            machineTranslated && html` <span class="tag machine">${t('item.machineTag')}</span>`
          }</span>`
        : languageLink(other, path),
  )}${
    sourceLocale !== locale &&
    html`<span class="origin">${t('item.original', { language: languageName(sourceLocale, locale) })}</span>`
  }</div>`
}

const licence = ({ t }: SiteContext, { licence: given, attribution }: PublicDocument): Html | false =>
  given !== null &&
  html`<h2>${t('item.licence')}</h2><p><a href="${given.url}" rel="license">${given.name}</a>. ${t(
    'item.attribution',
    {
      attribution,
    },
  )}</p>`

/** Somebody answers, in any language. */
const ask = ({ locale, t }: SiteContext): Html =>
  html`<h2>${t('ask.title')}</h2><p>${t('ask.text')} <a href="/${locale}/ask">${t('ask.link')}</a></p>`
