import { type Html, html } from '../content/markup/html.ts'
import { icon } from '../content/markup/icons.ts'
import type { PublishedItem } from '../content/published-item.ts'
import { itemPath } from '../content/site-url.ts'
import type { Locale } from '../i18n/locales.ts'
import { eventRow, kindLine, newsRow, publicationRow } from './cards.ts'
import { feedLinks } from './feed-links.ts'
import { localPath, picture, smallEmblem } from './picture.ts'
import { document } from './shell.ts'
import { shortSignUp } from './short-sign-up.ts'
import type { SiteContext } from './site-context.ts'

export interface HomeContent {
  readonly lead: PublishedItem | null
  readonly communities: readonly Community[]
  readonly events: Shelf
  readonly publications: Shelf
  readonly news: Shelf
  readonly partners: readonly Partner[]
  /** For the choice "find support near you". */
  readonly countries: readonly Choice[]
  readonly services: readonly Choice[]
}

export interface Community {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly scope: string
  readonly leader: string | null
}

/** A few items, and how many more there are that nobody has put into this language. */
export interface Shelf {
  readonly items: readonly PublishedItem[]
  readonly elsewhere: { readonly count: number; readonly locale: Locale } | null
}

export interface Partner {
  readonly name: string
  /** What they do in the network. Empty when there is nothing to add. */
  readonly role: string
}

export interface Choice {
  readonly value: string
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
    ({ name, role }) => html`<li><b><bdi>${name}</bdi></b><span>${role}</span></li>`,
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
  })
}

const find = ({ locale, t }: SiteContext, { countries, services }: HomeContent): Html | false =>
  countries.length > 0 &&
  html`<form class="find" action="/${locale}/practices" method="get"><h2>${t('find.title')}</h2>
<div class="fields">${select('country', t('find.country'), t('find.anyCountry'), countries)}${select(
    'service',
    t('find.service'),
    t('find.anyService'),
    services,
  )}</div>
<button class="button" type="submit">${t('find.show')}${icon('arrow', 'flip')}</button></form>`

const select = (name: string, label: string, any: string, choices: readonly Choice[]): Html =>
  html`<div><label for="find-${name}">${label}</label><select id="find-${name}" name="${name}"><option value="">${any}</option>${choices.map(
    (choice) => html`<option value="${choice.value}">${choice.label}</option>`,
  )}</select></div>`

const lead = (context: SiteContext, item: PublishedItem): Html =>
  html`<article class="lead">${picture(item, 'lead')}<div>${kindLine(context, item)}<h2><a href="${localPath(item.url)}">${
    item.title
  }</a></h2><p>${item.summary}</p><a class="button quiet" href="${localPath(item.url)}">${context.t(
    'home.readPractice',
  )}${icon('arrow', 'flip')}</a></div></article>`

const communityItem = ({ locale, t }: SiteContext, { id, slug, name, scope, leader }: Community): Html =>
  html`<li>${smallEmblem(id)}<h3><a href="${itemPath('communities', slug, locale)}">${name}</a></h3><p>${scope}</p>${
    leader !== null && html`<p class="kind">${t('community.leader', { organisation: leader })}</p>`
  }</li>`

function shelf(
  context: SiteContext,
  collection: string,
  { items, elsewhere }: Shelf,
  row: (context: SiteContext, item: PublishedItem) => Html,
): Html {
  const { t } = context
  return html`${items.length > 0 && html`<ul class="rows">${items.map((item) => row(context, item))}</ul>`}${
    items.length === 0 && elsewhere === null && html`<p class="elsewhere">${t('list.empty')}</p>`
  }${
    elsewhere !== null &&
    html`<p class="elsewhere">${t('list.elsewhere', { count: elsewhere.count })} <a href="/${
      elsewhere.locale
    }/${collection}" hreflang="${elsewhere.locale}">${t('list.elsewhereLink', {
      language: new Intl.DisplayNames([context.locale], { type: 'language' }).of(elsewhere.locale),
    })}</a></p>`
  }`
}
