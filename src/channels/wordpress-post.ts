import { closingLines } from '../content/closing-lines.ts'
import { type Html, html, trusted } from '../content/markup/html.ts'
import type { ItemReference, PublishedItem } from '../content/published-item.ts'
import { directionOf, endonymOf, locales } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'
import type { ComposeOptions, Post, PostLimits } from './channel.ts'
import { droppedImage } from './dropped-image.ts'
import { postImage } from './post-image.ts'

/** Longer is no article. The column of WordPress takes four gigabytes. */
const MAX_BYTES = 500_000

/** Of any site that does not tie languages together. */
export const articleLimits: PostLimits = {
  maxCharacters: MAX_BYTES,
  charactersPerUrl: 0,
  maxAltCharacters: 1000,
  // Our own pictures are at most 1200 pixels wide; a larger answer is not one of them.
  maxImageBytes: 8 * 1024 * 1024,
  imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
}

/**
 * The item as an article of another site: title and excerpt, then all that the item says, its other languages where the
 * site does not show them itself, and last where it was first published. By that line our posts are known there again, also the same item in other languages.
 */
export function composeArticle(item: PublishedItem, options: ComposeOptions): Post {
  const { locale, url, title, summary } = item
  const { limits = articleLimits } = options
  const languages = limits.tiesLanguages ? null : languageLine(item)
  const text = html`${notice(item, options)}${body(item, options)}${languages}${trusted(originLine(item))}`
    .source
  const image = postImage(item, options, limits)
  return {
    text,
    fields: {
      title,
      excerpt: options.ownText ?? summary,
      group: groupOf(item),
      topics: JSON.stringify(item.topics),
    },
    locale,
    url,
    image,
    report: {
      unit: 'bytes',
      used: Buffer.byteLength(text),
      limit: MAX_BYTES,
      shortened: droppedImage(item, options, image),
    },
  }
}

function notice({ locale }: PublishedItem, { change, reason = '' }: ComposeOptions) {
  if (change !== 'corrected' && change !== 'withdrawn') return null
  return html`<p lang="${locale}" dir="${directionOf(locale)}"><strong>${translator(locale, 'terms')(`post.${change}`, { reason })}</strong></p>`
}

function body(item: PublishedItem, { ownText, whole }: ComposeOptions) {
  const { locale, summary } = item
  const paragraphs = (texts: readonly string[]) => texts.map((text) => html`<p>${text}</p>`)
  const inLanguage = (texts: readonly string[]) =>
    html`<div lang="${locale}" dir="${directionOf(locale)}">${paragraphs(texts)}</div>`
  // The whole item ends with who paid, and begins with what readers must know about the text.
  if (ownText !== undefined) return inLanguage([...ownText.split(/\n\s*\n/), ...closingLines(item)])
  if (whole === undefined) return inLanguage([summary, ...closingLines(item)])
  return html`${inLanguage([summary])}${trusted(whole.html)}`
}

/** The item's other languages on our own site, each by its own name. Their `dir` keeps the names apart where directions meet. */
function languageLine({ locale, alternates }: Pick<PublishedItem, 'locale' | 'alternates'>): Html | null {
  const links = locales.flatMap((other) => {
    const url = other === locale ? undefined : alternates[other]
    return url === undefined
      ? []
      : [
          html`<a hreflang="${other}" lang="${other}" dir="${directionOf(other)}" href="${url}">${endonymOf(other)}</a>`,
        ]
  })
  if (links.length === 0) return null
  const line = links.map((link, index) => (index === 0 ? link : html` · ${link}`))
  return html`<p lang="${locale}" dir="${directionOf(locale)}">${line}</p>`
}

/** What is the same for all languages of an item. */
const groupOf = ({ collection, id }: ItemReference): string => `emissary-${collection}-${id}`

function originLine(item: PublishedItem): string {
  const { locale, url } = item
  const words = translator(locale, 'terms')('channel.firstPublished', { site: new URL(url).host })
  return html`<p class="${groupOf(item)}" lang="${locale}" dir="${directionOf(locale)}"><a href="${url}" rel="external">${words}</a></p>`
    .source
}

/** Whether a text of a site ends with the line of the item, wherever it was first published. */
export const isOfItem = (content: string, item: ItemReference): boolean =>
  content.includes(`class="${groupOf(item)}"`)

/** Whether a text of a site ends with the line of the item at that address. */
export const isOurs = (content: string, url: string): boolean =>
  content.includes(`<a href="${url}" rel="external">`) ||
  content.includes(`<a href="${url.replaceAll('&', '&amp;')}" rel="external">`)
