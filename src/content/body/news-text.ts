import { listOf, longDay } from '../../i18n/dates.ts'
import type { News } from '../../payload-types.ts'
import { type Html, html, safeHref } from '../markup/html.ts'
import { richText } from '../markup/rich-text.ts'
import type { BodyContext } from './body-context.ts'
import { type Fact, labelsOf } from './facts.ts'

/** All that news say below title and summary. */
export const newsText = (context: BodyContext, stored: News): Html =>
  html`${richText(stored.body)}${sources(context, stored)}`

function sources({ t }: BodyContext, { sources: all, canonicalUrl }: News): Html | false {
  const links = [
    ...(all ?? []),
    ...(canonicalUrl ? [{ title: t('news.firstPublished'), url: canonicalUrl }] : []),
  ].flatMap(({ title, url }) => {
    const href = safeHref(url)
    return href === null ? [] : [html`<li><a href="${href}">${title}</a></li>`]
  })
  return links.length > 0 && html`<h2>${t('news.sources')}</h2><ul>${links}</ul>`
}

/** What kind, when and where. */
export const newsFacts = ({ locale, t, terms }: BodyContext, stored: News): readonly Fact[] => [
  [t('fact.type'), terms(`newsType.${stored.type}`)],
  [t('fact.date'), longDay(new Date(stored.date), locale)],
  [t('fact.place'), stored.place],
  [t('fact.topics'), listOf(labelsOf(stored.topics), locale)],
]
