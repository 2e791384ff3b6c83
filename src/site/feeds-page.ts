import { fedCollections } from '../content/feed-path.ts'
import { type Html, html } from '../content/markup/html.ts'
import { siteUrl } from '../content/site-url.ts'
import { type FeedFilter, type FilterName, filterNames } from '../feeds/feed-filter.ts'
import { newsletterFeedLinks } from './archive/newsletter-feed-links.ts'
import type { FeedChoices } from './feed-choices.ts'
import { feedLinks } from './feed-links.ts'
import type { NamedNewsletter } from './newsletter-pages.ts'
import type { FeedLink } from './page.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'

interface FeedsContent {
  readonly newsletters: readonly NamedNewsletter[]
  readonly choices: FeedChoices
  /** What the addresses on the page are narrowed to. */
  readonly filter: FeedFilter
}

/** Which feeds there are in this language, what they can be narrowed to, and where the rest for other sites is. */
export function feedsPage(context: SiteContext, { newsletters, choices, filter }: FeedsContent): Html {
  const { locales, t, terms } = context
  const title = t('feeds.heading')
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1><p>${t('feeds.intro')}</p></div>
${filterForm(context, choices, filter)}
<div class="text"><p>${t('feeds.copy')}</p>${(['all', ...fedCollections] as const).map((scope) =>
    addresses(
      scope === 'all' ? t('feeds.all') : terms(`collection.${scope}`),
      feedLinks(context, scope).map((link) => ({ ...link, path: `${link.path}${filter.query}` })),
    ),
  )}${newsletters.map((newsletter) => addresses(newsletter.name, newsletterFeedLinks(context, newsletter)))}<h2>${t(
    'feeds.apiHeading',
  )}</h2><p>${t('feeds.api')}</p><ul class="files">${forPrograms.map(
    ({ name, path }) => html`<li>${name}: ${address(path)}</li>`,
  )}</ul></div></main>`
  const alternates = Object.fromEntries(locales.map((other) => [other, `/${other}/feeds`]))
  return document(context, {
    title,
    description: t('feeds.intro'),
    main,
    alternates,
    feeds: feedLinks(context, 'all'),
  })
}

/** Names of formats are the same in every language. */
const forPrograms = [
  { name: 'OAI-PMH', path: '/oai?verb=Identify' },
  { name: 'DCAT-AP', path: '/catalogue.jsonld' },
  { name: 'OpenAPI', path: '/v1/openapi.json' },
] as const

const formats: Readonly<Record<FeedLink['type'], string>> = {
  'application/atom+xml': 'Atom',
  'application/rss+xml': 'RSS',
  'application/feed+json': 'JSON Feed',
  'text/calendar': 'iCalendar',
}

const addresses = (name: string, links: readonly FeedLink[]): Html =>
  html`<h2>${name}</h2><ul class="files">${links.map(
    ({ path, type }) => html`<li>${formats[type]}: ${address(path, type)}</li>`,
  )}</ul>`

/** The whole of it is to be read, so that it can be copied. */
const address = (path: string, type?: string): Html =>
  html`<a href="${path}"${type !== undefined && html` type="${type}"`}><bdi dir="ltr">${siteUrl(path)}</bdi></a>`

/** Without a script: the page is asked for anew, with the addresses of what was chosen. */
function filterForm({ t }: SiteContext, choices: FeedChoices, { chosen }: FeedFilter): Html | false {
  const offered = filterNames.filter((name) => choices[name].length > 0)
  if (offered.length === 0) return false
  const isChosen = (name: FilterName, code: string) =>
    chosen.some((each) => each.name === name && each.code === code)
  return html`<h2>${t('feeds.narrow')}</h2><form class="filters" method="get">${offered.map(
    (name) =>
      html`<div><label for="${name}">${t(`feeds.${name}`)}</label><select id="${name}" name="${name}"><option value="">${t(
        'feeds.any',
      )}</option>${choices[name].map(
        ({ value, label }) =>
          html`<option value="${value}"${isChosen(name, value) && html` selected`}>${label}</option>`,
      )}</select></div>`,
  )}<button class="button quiet" type="submit">${t('feeds.show')}</button></form>`
}
