import { type Html, html } from '../content/markup/html.ts'
import { prose } from '../content/markup/prose.ts'
import type { PublishedItem } from '../content/published-item.ts'
import { itemPath } from '../content/site-url.ts'
import { listRow } from './cards.ts'
import type { Community, Partner } from './home.ts'
import { smallEmblem } from './picture.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'

/** All communities of practice. */
export function communitiesPage(context: SiteContext, communities: readonly Community[]): Html {
  const { locale, locales, t, terms } = context
  const title = terms('collection.communities')
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1><p>${t('community.intro')}</p></div>
${communities.length === 0 && html`<p>${t('list.empty')}</p>`}<ul class="rows list">${communities.map(
    ({ id, slug, name, scope, leader }) =>
      html`<li>${smallEmblem(id)}<div>${leader !== null && html`<p class="kind">${t('community.leader', { organisation: leader })}</p>`}<h2><a href="${itemPath('communities', slug, locale)}">${name}</a></h2>${prose(
        scope,
      )}</div></li>`,
  )}</ul></main>`
  const alternates = Object.fromEntries(locales.map((other) => [other, `/${other}/communities`]))
  return document(context, {
    title,
    description: t('community.intro'),
    main,
    alternates,
    section: 'communities',
  })
}

/** One community and the items that came out of it. */
export function communityPage(
  context: SiteContext,
  community: Community,
  {
    items,
    alternates,
  }: { readonly items: readonly PublishedItem[]; readonly alternates: Readonly<Record<string, string>> },
): Html {
  const { locale, t, terms } = context
  const { id, leader, name, scope } = community
  const main = html`<main id="main" class="wrap">
<nav class="crumb" aria-label="${t('item.crumb')}"><ol><li><a href="/${locale}/communities">${terms(
    'collection.communities',
  )}</a></li><li aria-current="page">${name}</li></ol></nav>
<div class="community-sign">${smallEmblem(id)}</div><div class="top"><h1>${name}</h1></div><div class="text">${prose(scope)}${
    leader !== null && html`<p>${t('community.leader', { organisation: leader })}</p>`
  }</div>
<section><div class="section-head"><h2>${t('community.items')}</h2></div>${
    items.length > 0
      ? html`<ul class="rows list">${items.map((item) => listRow(context, item))}</ul>`
      : html`<p class="elsewhere">${t('list.empty')}</p>`
  }</section></main>`
  return document(context, {
    title: name,
    description: scope === '' ? null : scope,
    main,
    alternates,
    section: 'communities',
  })
}

/** Who takes part, in type: no logo is larger than another. */
export function partnersPage(context: SiteContext, partners: readonly Partner[]): Html {
  const { locales, t, terms } = context
  const title = terms('collection.partners')
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1><p>${t('partner.intro')}</p></div><ul class="partners">${partners.map(
    ({ name, role }) => html`<li><b><bdi>${name}</bdi></b><span>${role}</span></li>`,
  )}</ul></main>`
  const alternates = Object.fromEntries(locales.map((other) => [other, `/${other}/partners`]))
  return document(context, { title, description: t('partner.intro'), main, alternates })
}
