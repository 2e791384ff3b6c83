import type { PublishedItem } from '../content/published-item.ts'
import type { News } from '../payload-types.ts'
import { listOf, longDay } from './dates.ts'
import { type Fact, labelsOf } from './facts.ts'
import { type Html, html, safeHref } from './html.ts'
import type { ItemParts } from './item-page.ts'
import { richText } from './rich-text.ts'
import type { SiteContext } from './site-context.ts'

export const newsParts = (context: SiteContext, item: PublishedItem, stored: News): ItemParts => ({
  text: html`${richText(stored.body)}${sources(context, stored)}`,
  facts: facts(context, stored),
  schema: {
    '@type': 'NewsArticle',
    headline: item.title,
    datePublished: stored.date,
    dateModified: item.updatedAt.toISOString(),
  },
})

function sources({ t }: SiteContext, { sources: all, canonicalUrl }: News): Html | false {
  const links = [
    ...(all ?? []),
    ...(canonicalUrl ? [{ title: t('news.firstPublished'), url: canonicalUrl }] : []),
  ].flatMap(({ title, url }) => {
    const href = safeHref(url)
    return href === null ? [] : [html`<li><a href="${href}">${title}</a></li>`]
  })
  return links.length > 0 && html`<h2>${t('news.sources')}</h2><ul>${links}</ul>`
}

const facts = ({ locale, t, terms }: SiteContext, stored: News): readonly Fact[] => [
  [t('fact.type'), terms(`newsType.${stored.type}`)],
  [t('fact.date'), longDay(new Date(stored.date), locale)],
  [t('fact.place'), stored.place],
  [t('fact.topics'), listOf(labelsOf(stored.topics), locale)],
]
