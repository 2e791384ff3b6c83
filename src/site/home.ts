import { measure, type Unit } from '../content/body/measure.ts'
import { firstSentences } from '../content/first-sentences.ts'
import { type Html, html } from '../content/markup/html.ts'
import { icon } from '../content/markup/icons.ts'
import { languageName } from '../i18n/dates.ts'
import type { Locale } from '../i18n/locales.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { eventRow, kindLine, newsRow, publicationRow } from './cards.ts'
import { communityLine } from './community-pages.ts'
import { numberOf, rowsOf, textOf } from './details.ts'
import { feedLinks } from './feed-links.ts'
import type { Partner } from './load-network.ts'
import { partnerName, partnerRole } from './partners-page.ts'
import { localPath, picture, smallEmblem } from './picture.ts'
import { document } from './shell.ts'
import { shortSignUp } from './short-sign-up.ts'
import type { SiteContext } from './site-context.ts'
import { catalogueData } from './structured-data.ts'

export interface HomeContent {
  readonly lead: PublicDocument | null
  /** How many practices there are in this language. */
  readonly practices: number
  readonly communities: readonly PublicDocument[]
  readonly events: Shelf
  readonly publications: Shelf
  readonly news: Shelf
  readonly partners: readonly Partner[]
  /** For the choice "find support near you". */
  readonly countries: readonly Choice[]
  readonly services: readonly Choice[]
}

/** A few documents, and how many more there are that nobody has put into this language. */
export interface Shelf {
  readonly documents: readonly PublicDocument[]
  readonly elsewhere: { readonly count: number; readonly locale: Locale } | null
}

interface Choice {
  readonly code: string
  readonly label: string
}

export function homePage(context: SiteContext, content: HomeContent): Html {
  const { locale, locales, network, t, terms } = context
  const all = (collection: string) =>
    html`<a href="/${locale}/${collection}">${t(`home.all.${collection}`)}</a>`
  const main = html`<main id="main">
<div class="wrap hero"><h1>${network.tagline === '' ? network.name : network.tagline}</h1>${find(context, content)}</div>
${content.lead !== null && lead(context, content.lead)}
<div class="wrap">
${
  content.communities.length > 0 &&
  html`<section aria-labelledby="communities"><div class="section-head"><h2 id="communities">${terms(
    'collection.communities',
  )}</h2>${all('communities')}</div><ul class="communities">${content.communities.map((community) =>
    communityItem(context, community),
  )}</ul></section>`
}
<section class="two">
<div><div class="section-head"><h2>${t('home.events')}</h2>${all('events')}</div>${shelf(context, 'events', content.events, eventRow)}</div>
<div><div class="section-head"><h2>${t('home.publications')}</h2>${all('publications')}</div>${shelf(
    context,
    'publications',
    content.publications,
    publicationRow,
  )}</div>
</section>
<section aria-labelledby="news"><div class="section-head"><h2 id="news">${t('home.news')}</h2>${all('news')}</div>${shelf(
    context,
    'news',
    content.news,
    newsRow,
  )}</section>
</div>
${shortSignUp(context)}
${
  content.partners.length > 0 &&
  html`<div class="wrap"><section aria-labelledby="partners"><div class="section-head"><h2 id="partners">${t(
    'home.partners',
    { count: content.partners.length },
  )}</h2>${all('partners')}</div><ul class="partners">${content.partners.map(
    (partner) =>
      html`<li><b><bdi>${partnerName(partner)}</bdi></b><span>${partnerRole(context, partner)}</span></li>`,
  )}</ul></section></div>`
}
</main>`
  return document(context, {
    title: t('home.title'),
    description: network.tagline === '' ? null : network.tagline,
    main,
    alternates: Object.fromEntries(locales.map((other) => [other, `/${other}`])),
    defaultPath: '/',
    feeds: feedLinks(context, 'all'),
    head: catalogueData(context),
  })
}

const find = ({ locale, t }: SiteContext, { countries, services, practices }: HomeContent): Html | false =>
  countries.length > 0 &&
  html`<form class="find" action="/${locale}/practices" method="get"><h2>${t('find.title')}</h2>
<div class="fields">${select('country', t('find.country'), t('find.anyCountry'), countries)}${select(
    'service',
    t('find.service'),
    t('find.anyService'),
    services,
  )}</div>
<div class="actions"><button class="button" type="submit">${t('find.show')}${icon('arrow', 'flip')}</button><a href="/${locale}/practices">${t(
    'home.all.practices',
    { count: practices },
  )}</a></div></form>`

const select = (name: string, label: string, any: string, choices: readonly Choice[]): Html =>
  html`<div><label for="find-${name}">${label}</label><select id="find-${name}" name="${name}"><option value="">${any}</option>${choices.map(
    (choice) => html`<option value="${choice.code}">${choice.label}</option>`,
  )}</select></div>`

/** Of the lead's summary, in characters: as many whole sentences as fit. */
const LEAD = 300

function lead(context: SiteContext, practice: PublicDocument): Html {
  const { t } = context
  const { summary, title, url } = practice
  const path = localPath(url ?? '/')
  return html`<article class="lead">${picture(practice, 'lead', { first: true })}<div>${kindLine(context, practice)}<h2><a href="${path}">${title}</a></h2><p>${firstSentences(summary, LEAD, practice.locale)}</p>${figures(
    context,
    practice,
  )}<a class="button quiet" href="${path}">${t('home.readPractice')}${icon('arrow', 'flip')}</a></div></article>`
}

const FIGURES = 3

/** The first results, large: what came of it. */
function figures({ locale }: SiteContext, { details }: PublicDocument): Html | false {
  const known = rowsOf(details.results).flatMap(({ indicator, value, unit }) => {
    const [words, number] = [textOf(indicator), numberOf(value)]
    return words === null || number === null
      ? []
      : [{ words, number, unit: (textOf(unit) ?? 'number') as Unit }]
  })
  return (
    known.length > 0 &&
    html`<dl class="figures">${known
      .slice(0, FIGURES)
      .map(
        ({ words, number, unit }) =>
          html`<div><dt>${words}</dt><dd>${measure(number, unit, locale)}</dd></div>`,
      )}</dl>`
  )
}

const communityItem = (context: SiteContext, community: PublicDocument): Html =>
  html`<li>${smallEmblem(community.id)}<h3><a href="${localPath(community.url ?? '/')}">${community.title}</a></h3><p>${
    community.summary
  }</p>${communityLine(context, community)}</li>`

function shelf(
  context: SiteContext,
  collection: string,
  { documents, elsewhere }: Shelf,
  row: (context: SiteContext, document: PublicDocument) => Html,
): Html {
  const { locale, t } = context
  return html`${documents.length > 0 && html`<ul class="rows">${documents.map((each) => row(context, each))}</ul>`}${
    documents.length === 0 && elsewhere === null && html`<p class="elsewhere">${t('list.empty')}</p>`
  }${
    elsewhere !== null &&
    html`<p class="elsewhere">${t('list.elsewhere', { count: elsewhere.count })} <a href="/${
      elsewhere.locale
    }/${collection}" hreflang="${elsewhere.locale}">${t('list.elsewhereLink', {
      language: languageName(elsewhere.locale, locale),
    })}</a></p>`
  }`
}
