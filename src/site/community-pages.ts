import type { Payload } from 'payload'

import { type Html, html, safeHref } from '../content/markup/html.ts'
import { prose } from '../content/markup/prose.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { browseDocuments, documentsOf } from '../reading/documents/browse-documents.ts'
import { listRow } from './cards.ts'
import { referenceOf, referencesOf, textOf } from './details.ts'
import { enabledAlternates } from './item-page.ts'
import { partnerCard } from './partners-page.ts'
import { localPath, smallEmblem } from './picture.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'
import { structuredData } from './structured-data.ts'

/** All communities of practice. */
export function communitiesPage(context: SiteContext, communities: readonly PublicDocument[]): Html {
  const { locales, t, terms } = context
  const title = terms('collection.communities')
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1><p>${t('community.intro')}</p></div>
${communities.length === 0 && html`<p>${t('list.empty')}</p>`}<ul class="rows list communities-list">${communities.map(
    (community) =>
      html`<li>${smallEmblem(community.id)}<div>${communityLine(context, community)}<h2><a href="${localPath(
        community.url ?? '/',
      )}">${community.title}</a></h2>${prose(textOf(community.details.scope))}</div></li>`,
  )}</ul></main>`
  return document(context, {
    title,
    description: t('community.intro'),
    main,
    alternates: Object.fromEntries(locales.map((other) => [other, `/${other}/communities`])),
    head: structuredData(communities),
    section: 'communities',
  })
}

/** Who leads it, from where. */
export function communityLine({ t }: SiteContext, { details }: PublicDocument): Html | false {
  const leader = referenceOf(details.leader)?.label
  const seat = textOf(details.seat)
  if (leader === undefined) return false
  return html`<p class="kind">${t('community.leader', {
    organisation: seat === null ? leader : `${leader}, ${seat}`,
  })}</p>`
}

const shelves = ['practices', 'publications', 'events', 'news'] as const
const ITEMS = 4

export interface CommunityContent {
  readonly community: PublicDocument
  /** The leader first. */
  readonly members: readonly PublicDocument[]
  readonly shelves: readonly {
    readonly collection: (typeof shelves)[number]
    readonly documents: readonly PublicDocument[]
    readonly total: number
  }[]
}

/** A community with who belongs to it and what came out of it. */
export async function loadCommunity(
  payload: Payload,
  { locale }: SiteContext,
  community: PublicDocument,
): Promise<CommunityContent> {
  const { leader, members } = community.details
  const people = [...[referenceOf(leader)].filter((each) => each !== null), ...referencesOf(members)]
  const ids = [...new Set(people.map(({ id }) => id))]
  const found: CommunityContent['shelves'][number][] = []
  for (const collection of shelves) {
    const facets = [[`community:${community.slug}`]]
    const page = await browseDocuments(
      payload,
      { collections: [collection], locale, facets },
      { perPage: ITEMS },
    )
    if (page.total > 0) found.push({ collection, ...page })
  }
  return {
    community,
    members: await documentsOf(
      payload,
      ids.map((id) => ({ collection: 'organisations', id })),
      locale,
    ),
    shelves: found,
  }
}

/** One community, its members, and what came out of it. */
export function communityPage(context: SiteContext, content: CommunityContent): Html {
  const { locale, t, terms } = context
  const { community, members } = content
  const { id, title, summary, details } = community
  const calendar = textOf(details.calendar)
  const main = html`<main id="main" class="wrap">
<nav class="crumb" aria-label="${t('item.crumb')}"><ol><li><a href="/${locale}/communities">${terms(
    'collection.communities',
  )}</a></li><li aria-current="page">${title}</li></ol></nav>
<div class="community-sign">${smallEmblem(id)}</div><div class="top"><h1>${title}</h1></div><div class="text">${prose(
    textOf(details.scope),
  )}${communityLine(context, community)}${
    calendar !== null && html`<p><a href="${safeHref(calendar)}">${t('community.calendar')}</a></p>`
  }</div>
${content.shelves.map(
  ({ collection, documents, total }) =>
    html`<section aria-labelledby="c-${collection}"><div class="section-head"><h2 id="c-${collection}">${terms(
      `collection.${collection}`,
    )}</h2>${total > documents.length && html`<a href="/${locale}/${collection}?community=${community.slug}">${t('community.more', { count: total - documents.length })}</a>`}</div><ul class="rows list">${documents.map(
      (each) => listRow(context, each, { level: 3 }),
    )}</ul></section>`,
)}${content.shelves.length === 0 && html`<p class="elsewhere">${t('list.empty')}</p>`}
${
  members.length > 0 &&
  html`<section aria-labelledby="members"><div class="section-head"><h2 id="members">${t(
    'community.members',
  )}</h2></div><ul class="organisations">${members.map((each) => partnerCard(context, each))}</ul></section>`
}</main>`
  return document(context, {
    title,
    description: summary === '' ? null : summary,
    main,
    alternates: enabledAlternates(context, community),
    head: structuredData([community]),
    section: 'communities',
  })
}
