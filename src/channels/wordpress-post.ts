import { closingLines } from '../content/closing-lines.ts'
import { html, trusted } from '../content/markup/html.ts'
import type { ItemReference, PublishedItem } from '../content/published-item.ts'
import { directionOf } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'
import type { ComposeOptions, Post } from './channel.ts'
import { droppedImage } from './dropped-image.ts'
import { postImage } from './post-image.ts'

/** Longer is no article. The column of WordPress takes four gigabytes. */
const MAX_BYTES = 500_000

const images = {
  maxAltCharacters: 1000,
  imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
} as const

/**
 * The item as an article of another site: title and excerpt, then all that the item says, and last where it was first
 * published. By that line our posts are known there again, also the same item in other languages.
 */
export function composeArticle(item: PublishedItem, options: ComposeOptions): Post {
  const { locale, url, title, summary, alternates } = item
  const text = html`${notice(item, options)}${body(item, options)}${trusted(originLine(item))}`.source
  const image = postImage(item, options, images)
  return {
    text,
    fields: {
      title,
      excerpt: options.ownText ?? summary,
      group: groupOf(item),
      topics: JSON.stringify(item.topics),
      alternates: JSON.stringify(alternates),
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
