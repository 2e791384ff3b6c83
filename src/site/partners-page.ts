import { type Html, html, safeHref } from '../content/markup/html.ts'
import { prose } from '../content/markup/prose.ts'
import { listOf } from '../i18n/dates.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { referenceOf, textOf } from './details.ts'
import type { Partner } from './load-network.ts'
import { localPath } from './picture.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'
import { structuredData } from './structured-data.ts'

/** By what it is called in a list: its short name where it has one. */
export const partnerName = ({ organisation }: Partner): string =>
  textOf(organisation.details.acronym) ?? organisation.title

/** What it does in the network. */
export function partnerRole({ locale, t }: SiteContext, { leads, role }: Partner): string {
  if (role === 'coordinator') return t('partner.coordinator')
  return role === 'partner'
    ? t('partner.partner')
    : t('partner.leads', {
        community: listOf(
          leads.map(({ title }) => title),
          locale,
        ),
      })
}

const groups = ['coordinator', 'leader', 'partner'] as const

/** Who takes part, grouped by what they do: no logo is larger than another. */
export function partnersPage(context: SiteContext, partners: readonly Partner[]): Html {
  const { locales, t, terms } = context
  const title = terms('collection.partners')
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1><p>${t('partner.intro')}</p></div>${groups.map(
    (role) => {
      const members = partners.filter((each) => each.role === role)
      return (
        members.length > 0 &&
        html`<section aria-labelledby="g-${role}"><div class="section-head"><h2 id="g-${role}">${t(
          `partner.group.${role}`,
          { count: members.length },
        )}</h2></div><ul class="organisations">${members.map((partner) =>
          partnerCard(
            context,
            partner.organisation,
            role === 'leader' ? partnerRole(context, partner) : null,
          ),
        )}</ul></section>`
      )
    },
  )}</main>`
  return document(context, {
    title,
    description: t('partner.intro'),
    main,
    alternates: Object.fromEntries(locales.map((other) => [other, `/${other}/partners`])),
    head: structuredData(partners.map(({ organisation }) => organisation)),
    section: 'about',
  })
}

/** An organisation: where it is, what it is, how to reach it. Its address on this page is its slug. */
export function partnerCard(
  { t, terms }: SiteContext,
  { details, image, slug, title }: PublicDocument,
  role: string | null = null,
): Html {
  const country = referenceOf(details.country)?.label
  const city = textOf(details.city)
  const place = country !== undefined && city !== null ? terms('place', { city, country }) : country
  const acronym = textOf(details.acronym)
  const website = safeHref(textOf(details.website) ?? '')
  const kind = referenceOf(details.type)?.label
  return html`<li id="${slug}">${
    image !== null &&
    html`<img class="logo" src="${localPath(image.url)}" alt="" width="${image.width}" height="${image.height}" loading="lazy">`
  }<p class="kind">${place !== undefined && html`<b>${place}</b>`}${kind !== undefined && html`<span>${kind}</span>`}</p><h3><bdi>${title}</bdi>${
    acronym !== null && acronym !== title && html` <small><bdi>${acronym}</bdi></small>`
  }</h3>${role !== null && html`<p>${role}</p>`}${prose(textOf(details.description))}${
    website !== null &&
    html`<p><a href="${website}">${t('partner.website')}<span class="hidden">: ${title}</span></a></p>`
  }</li>`
}
