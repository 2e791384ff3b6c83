import { type Html, html, jsonLd } from '../../content/markup/html.ts'
import { itemPath, siteUrl } from '../../content/site-url.ts'
import { listOf } from '../../i18n/dates.ts'
import { feedLinks } from '../feed-links.ts'
import type { Alternates } from '../page.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import type { FaqEntry } from './load-faqs.ts'

/** All entries of one language, below their first topic, and the way to ask what is not among them. */
export function faqPage(context: SiteContext, entries: readonly FaqEntry[], alternates: Alternates): Html {
  const { locale, t } = context
  const title = t('faq.title')
  const groups = byTopic(entries, context)
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1><p>${t('faq.intro')} <a href="/${locale}/ask">${t('ask.title')}</a></p></div>
${entries.length === 0 && html`<p>${t('faq.none')}</p>`}
${
  groups.length > 1 &&
  html`<nav aria-label="${t('faq.topics')}"><ul class="terms-list">${groups.map(
    ({ topic }, index) => html`<li><a href="#topic-${index + 1}">${topic}</a></li>`,
  )}</ul></nav>`
}
${groups.map(
  ({ topic, entries: own }, index) =>
    html`<section class="setting" aria-labelledby="topic-${index + 1}"><h2 id="topic-${index + 1}" tabindex="-1">${topic}</h2><div class="text">${own.map(
      (entry) => entryHtml(context, entry),
    )}</div></section>`,
)}</main>`
  return document(context, {
    title,
    description: t('faq.intro'),
    main,
    alternates,
    feeds: feedLinks(context, 'faqs'),
    ...(entries.length > 0 && { head: structured(context, entries) }),
  })
}

/** One entry under its own address. */
export function faqEntryPage(context: SiteContext, entry: FaqEntry, alternates: Alternates): Html {
  const { locale, t } = context
  const main = html`<main id="main" class="wrap"><div class="page-head"><p><a href="/${locale}/faq">${t('faq.title')}</a></p><h1>${entry.question}</h1>${facts(context, entry)}</div>
<article class="text">${machineNote(context, entry)}${entry.answer}</article><p><a href="/${locale}/ask">${t('ask.title')}</a></p></main>`
  return document(context, {
    title: entry.question,
    description: null,
    main,
    alternates,
    feeds: feedLinks(context, 'faqs'),
    head: structured(context, [entry]),
  })
}

interface Group {
  readonly topic: string
  readonly entries: readonly FaqEntry[]
}

/** Topics in the order of their names; what has none comes last. */
function byTopic(entries: readonly FaqEntry[], { locale, t }: SiteContext): readonly Group[] {
  const groups = new Map<string, FaqEntry[]>()
  const others: FaqEntry[] = []
  for (const entry of entries) {
    const [topic] = entry.topics
    if (topic === undefined) others.push(entry)
    else groups.set(topic, [...(groups.get(topic) ?? []), entry])
  }
  const order = new Intl.Collator(locale)
  return [
    ...[...groups]
      .sort(([one], [other]) => order.compare(one, other))
      .map(([topic, own]) => ({ topic, entries: own })),
    ...(others.length > 0 ? [{ topic: t('faq.other'), entries: others }] : []),
  ]
}

const entryHtml = (context: SiteContext, entry: FaqEntry): Html =>
  html`<article id="${entry.slug}"><h3><a href="${itemPath('faqs', entry.slug, context.locale)}">${entry.question}</a></h3>${facts(
    context,
    entry,
  )}${machineNote(context, entry)}${entry.answer}</article>`

const facts = ({ locale }: SiteContext, { countries }: FaqEntry): Html | false =>
  countries.length > 0 && html`<p class="hint">${listOf(countries, locale)}</p>`

const machineNote = ({ t }: SiteContext, { machineTranslated }: FaqEntry): Html | false =>
  machineTranslated &&
  html`<div class="note machine" role="note"><p><strong>${t('item.machine')}</strong> ${t('item.machineHint')}</p></div>`

/** https://schema.org/FAQPage */
const structured = ({ locale }: SiteContext, entries: readonly FaqEntry[]): Html =>
  jsonLd({
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: locale,
    mainEntity: entries.map(({ question, answer, slug }) => ({
      '@type': 'Question',
      name: question,
      url: siteUrl(itemPath('faqs', slug, locale)),
      acceptedAnswer: { '@type': 'Answer', text: answer.source },
    })),
  })
