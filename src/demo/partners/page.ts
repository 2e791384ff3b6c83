import { type Html, html, trusted } from '../../content/markup/html.ts'
import { directionOf, isLocale } from '../../i18n/locales.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import type { PartnerState } from './kept-state.ts'
import { contentOf } from './mastodon-content.ts'
import type { MastodonMedia, MastodonStatus } from './mastodon-state.ts'
import { pageStyle } from './page-style.ts'
import type { MastodonAccount, WebhookSite } from './partner-accounts.ts'
import type { ReceivedEvent } from './webhook-receiver.ts'

interface PageContents {
  readonly accounts: readonly MastodonAccount[]
  readonly sites: readonly WebhookSite[]
  readonly state: PartnerState
}

const t = toolTexts

/** On a page of everything, each channel shows this many of its newest. */
const NEWEST = 20

/** What a path shows: everything, one account, one post, or one site. Null: there is no such thing. */
export function partnersPage(path: string, { accounts, sites, state }: PageContents): string | null {
  if (path === '/') return page({ title: t('partners.title'), main: overview({ accounts, sites, state }) })

  const [, username, statusId] = /^\/@([^/]+)(?:\/(\d+))?$/.exec(path) ?? []
  const account = accounts.find((each) => each.username === username)
  if (account !== undefined) {
    const own = state.mastodon.statuses.filter((status) => status.username === username)
    const shown =
      statusId === undefined ? own : own.filter(({ id, removedAt }) => id === statusId && removedAt === null)
    if (statusId !== undefined && shown.length === 0) return null
    return page({ title: account.displayName, main: accountSection(account, shown, state, 'h1') })
  }
  const site = sites.find(({ name }) => path === `/sites/${name}`)
  return site === undefined
    ? null
    : page({ title: site.title, main: siteSection(site, state, Infinity, 'h1') })
}

/** For an address where nothing is. */
export const missingPage = (): string =>
  page({
    title: t('partners.title'),
    main: html`<h1>${t('partners.title')}</h1><p>${t('partners.missing')}</p>`,
  })

const page = ({ title, main }: { title: string; main: Html }): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(pageStyle)}</style>
</head>
<body>
<main class="frame">${main}</main>
<footer class="frame"><a href="/">${t('partners.all')}</a></footer>
</body>
</html>
`.source

const overview = ({ accounts, sites, state }: PageContents): Html => html`
<header>
  <h1>${t('partners.title')}</h1>
  <p class="lead">${t('partners.lead')}</p>
</header>
<nav aria-label="${t('partners.contents')}">
  <ul>
    ${accounts.map(({ username, locale }) => {
      const { statuses } = state.mastodon
      const count = statuses.filter(
        (status) => status.username === username && status.removedAt === null,
      ).length
      return html`<li><a href="#${username}"><bdi lang="${locale}">@${username}</bdi></a> <span class="quiet">${t('partners.count', { count })}</span></li>`
    })}
    ${sites.map(({ name, title }) => {
      const count = state.events.filter(({ site }) => site === name).length
      return html`<li><a href="#${name}">${title}</a> <span class="quiet">${t('partners.events', { count })}</span></li>`
    })}
  </ul>
</nav>
<h2>${t('partners.accounts')}</h2>
<div class="columns">${accounts
  .map((account) => ({
    account,
    own: state.mastodon.statuses.filter(({ username }) => username === account.username),
  }))
  .toSorted((one, other) => Number(one.own.length === 0) - Number(other.own.length === 0))
  .map(({ account, own }) => accountSection(account, own.slice(-NEWEST), state, 'h3'))}</div>
<h2>${t('partners.sites')}</h2>
<div class="columns">${sites.map((site) => siteSection(site, state, NEWEST, 'h3'))}</div>
`

const heading = (level: 'h1' | 'h3', content: Html): Html =>
  level === 'h1' ? html`<h1>${content}</h1>` : html`<h3>${content}</h3>`

const accountSection = (
  { username, displayName, locale }: MastodonAccount,
  statuses: readonly MastodonStatus[],
  { mastodon }: PartnerState,
  level: 'h1' | 'h3',
): Html => html`
<section id="${username}">
  <div class="head">
    ${heading(level, html`<a href="/@${username}"><span lang="${locale}" dir="${directionOf(locale)}">${displayName}</span></a>`)}
    <span class="quiet">@${username}</span>
  </div>
  ${statuses.length === 0 && html`<p class="quiet">${t('partners.empty.posts')}</p>`}
  ${statuses.toReversed().map((status) =>
    post(
      status,
      mastodon.media.filter(({ id }) => status.mediaIds.includes(id)),
    ),
  )}
</section>`

const post = (status: MastodonStatus, media: readonly MastodonMedia[]): Html => {
  const { id, username, text, language, createdAt, editedAt, removedAt } = status
  const direction = isLocale(language) ? directionOf(language) : 'auto'
  return html`
<article${removedAt !== null && trusted(' class="removed"')}>
  <div class="post" lang="${language ?? ''}" dir="${direction}">${removedAt === null && trusted(contentOf(text))}</div>
  ${removedAt === null && media.map((picture) => figure(picture, language ?? '', direction))}
  ${removedAt !== null && html`<span class="kind kind-removed">${t('partners.removed', { when: when(removedAt) })}</span>`}
  <p class="facts"><a href="/@${username}/${id}">${
    editedAt === null
      ? t('partners.posted', { when: when(createdAt) })
      : t('partners.edited', { when: when(createdAt), edited: when(editedAt) })
  }</a><br>${t('partners.language', { language: languageName(language) })}</p>
</article>`
}

const figure = ({ id, description }: MastodonMedia, language: string, direction: string): Html => html`
<figure>
  <img src="/media/${id}" alt="${description}" lang="${language}" loading="lazy">
  <figcaption class="quiet" aria-hidden="true"><bdi lang="${language}" dir="${direction}">${description}</bdi></figcaption>
</figure>`

const siteSection = (
  { name, title }: WebhookSite,
  { events }: PartnerState,
  newest: number,
  level: 'h1' | 'h3',
): Html => {
  const own = events.filter(({ site }) => site === name).slice(-newest)
  return html`
<section id="${name}">
  <div class="head">
    ${heading(level, html`<a href="/sites/${name}">${title}</a>`)}
    <span class="quiet">/hooks/${name}</span>
  </div>
  ${own.length === 0 && html`<p class="quiet">${t('partners.empty.events')}</p>`}
  ${own.toReversed().map((event) => message(event, titleOf(event, events)))}
</section>`
}

/** A withdrawal names no title: what it withdraws was named before. Null: it never was. */
function titleOf({ site, data }: ReceivedEvent, events: readonly ReceivedEvent[]): string | null {
  const isSame = (other: ReceivedEvent) =>
    other.site === site && other.data.id === data.id && other.data.locale === data.locale
  return (
    data.title ??
    events.findLast((other) => isSame(other) && other.data.title !== undefined)?.data.title ??
    null
  )
}

const message = (
  { type, data, timestamp, webhookId, receivedAt, repeats }: ReceivedEvent,
  title: string | null,
): Html => {
  const kind = /^item\.(published|revised|withdrawn)$/.exec(type)?.[1]
  const { locale } = data
  const direction = isLocale(locale) ? directionOf(locale) : 'auto'
  const name = title ?? data.id ?? ''
  return html`
<article>
  <span class="kind kind-${kind ?? 'other'}">${kind === undefined ? type : t(`partners.event.${type}`)}</span>
  <span class="quiet">${data.collection}, ${locale}</span>
  <p class="title" lang="${title === null ? 'und' : locale}" dir="${direction}">${
    data.url === undefined ? name : html`<a href="${data.url}">${name}</a>`
  }</p>
  <p class="facts">${t('partners.received', { when: when(receivedAt) })}${
    repeats > 0 && html`<br>${t('partners.repeats', { count: repeats })}`
  }</p>
  <details>
    <summary>${t('partners.message')}</summary>
    <pre tabindex="0">${JSON.stringify({ 'webhook-id': webhookId, type, timestamp, data }, null, 2)}</pre>
  </details>
</article>`
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' })

/** A server that knows no language of a post shows the account's own, which may be wrong. */
const languageName = (language: string | null): string =>
  language === null ? t('partners.language.none') : (languageNames.of(language) ?? language)

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' })

const when = (moment: string): string => `${moments.format(new Date(moment))} UTC`
