import { type Html, html, trusted } from '../../content/markup/html.ts'
import { itemPath } from '../../content/site-url.ts'
import { listOf, longDay } from '../../i18n/dates.ts'
import type { EditionCorrection } from '../../ledger/edition-corrections.ts'
import { alternateLinks } from '../alternate-links.ts'
import { languageLink, offered } from '../languages.ts'
import type { Alternates } from '../page.ts'
import type { SiteContext } from '../site-context.ts'
import { newsletterFeedLinks } from './newsletter-feed-links.ts'

interface Frame {
  readonly newsletter: { readonly slug: string; readonly name: string }
  /** Of this very page. */
  readonly path: string
  /** Every language in which readers have the issue, this one included. */
  readonly alternates: Alternates
  readonly correction: EditionCorrection | null
  /** Titles of what stands in the letter and is public no longer. */
  readonly gone: readonly string[]
  readonly attachments: readonly { readonly filename: string }[]
}

/**
 * The letter as it was sent, every byte of it in its order, with two things put in: links for search engines and feed
 * readers at the end of its head, and a bar at the beginning of its body with what is to be known beside it.
 */
export function framedEdition(context: SiteContext, letter: string, frame: Frame): string {
  const headEnd = letter.indexOf('</head>')
  const bodyStart = /<body[^>]*>/.exec(letter)
  const bodyAt = bodyStart === null ? 0 : bodyStart.index + bodyStart[0].length
  const parts = [
    { at: Math.max(0, headEnd), put: headEnd < 0 ? html`` : head(context, frame) },
    { at: bodyAt, put: bar(context, frame) },
  ].sort((one, other) => one.at - other.at)
  return parts.reduceRight(
    (source, { at, put }) => source.slice(0, at) + put.source + source.slice(at),
    letter,
  )
}

const head = (context: SiteContext, { newsletter, alternates }: Frame): Html =>
  html`${alternateLinks(context, alternates)}${newsletterFeedLinks(context, newsletter).map(
    (feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.path}">`,
  )}<style>${trusted(style)}</style>`

function bar(
  context: SiteContext,
  { newsletter, path, alternates, correction, gone, attachments }: Frame,
): Html {
  const { locale, direction, t } = context
  const others = offered(alternates)
  return html`<aside class="web-bar" lang="${locale}" dir="${direction}" aria-label="${t('archive.about')}">${
    correction !== null &&
    html`<div class="web-note" role="note"><p><strong>${t('archive.correction')}</strong> <time datetime="${correction.at.toISOString()}">${longDay(
      correction.at,
      locale,
    )}</time></p>${correction.note
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line) => html`<p>${line}</p>`)}<p>${t('archive.unchanged')}</p></div>`
  }${
    gone.length > 0 &&
    html`<div class="web-note" role="note"><p>${t('archive.gone', { titles: listOf(gone, locale) })}</p></div>`
  }<div class="web-links"><a href="${itemPath('newsletters', newsletter.slug, locale)}">${t('archive.allOf', {
    newsletter: newsletter.name,
  })}</a>${attachments.map(
    ({ filename }) => html`<a href="${path}/${encodeURIComponent(filename)}" download>${filename}</a>`,
  )}${
    others.length > 1 &&
    html`<details><summary>${t('masthead.languages')}</summary><ul>${others.map(
      (other) => html`<li>${languageLink(other.locale, other.path, other.locale === locale)}</li>`,
    )}</ul></details>`
  }</div></aside>`
}

/** The letter brings its own styles and is no page of the site, so the bar has all of its own. */
const style = `
.web-bar{font:400 15px/1.5 system-ui,-apple-system,'Segoe UI','Noto Sans','Noto Sans Arabic',sans-serif;background:#fff;color:#1d2733;border-block-end:1px solid #c9d1da;padding:10px 16px}
.web-bar>*{max-inline-size:62rem;margin-inline:auto}
.web-bar p{margin:0}
.web-bar a{color:#0b4f8a;display:inline-block;padding-block:4px}
.web-bar :focus-visible{outline:2px solid currentColor;outline-offset:2px}
.web-links{display:flex;flex-wrap:wrap;gap:2px 24px;align-items:start}
.web-links details{margin-inline-start:auto}
.web-links details[open]{flex-basis:100%;margin-inline-start:0}
.web-links summary{cursor:pointer;padding-block:4px}
.web-links ul{list-style:none;display:flex;flex-wrap:wrap;gap:2px 20px;align-items:baseline;margin:6px 0;padding:0}
.web-links svg{inline-size:14px;block-size:14px;fill:none;stroke:currentColor;stroke-width:2}
.web-links [aria-current]{font-weight:650}
.web-note{background:#fff6dd;border-inline-start:4px solid #a86a00;padding:10px 14px;margin-block-end:8px}
@media (prefers-color-scheme:dark){.web-bar{background:#161c23;color:#e8edf2;border-color:#3a4653}.web-bar a{color:#8fc4f5}.web-note{background:#33290f;border-color:#e0a93a}}
@media print{.web-links{display:none}.web-bar{border:0}}
`
