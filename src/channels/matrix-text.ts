import type { PublishedItem } from '../content/published-item.ts'
import { type AnnouncementParts, announce, plainBlocks } from './announcement.ts'
import type { ComposeOptions, Post } from './channel.ts'
import { postImage } from './post-image.ts'

/**
 * An event has at most 65,536 bytes: https://spec.matrix.org/latest/client-server-api/#size-limits. The rest is for what
 * the server adds, such as signatures, and for the picture.
 */
const MAX_BYTES = 60_000

const pictures = {
  maxAltCharacters: 1000,
  imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
}

/** A revision holds the words three times: for programs that know nothing of revisions, as plain text, and as HTML. */
const TIMES = 3

/** An announcement as plain text and as HTML, of which each reader's program takes what it can show. */
export function composePost(item: PublishedItem, options: ComposeOptions): Post {
  const image = postImage(item, options, pictures)
  const {
    text: html,
    parts,
    shortened,
  } = announce(item, options, { write: htmlBlocks, fits: (written) => sizeOf(written) <= MAX_BYTES })
  const { ownImage: wanted = item.image } = options
  const isDropped = wanted !== null && image === null
  return {
    text: plainBlocks(parts),
    fields: { html },
    locale: item.locale,
    url: item.url,
    image,
    report: {
      unit: 'bytes',
      used: sizeOf(html),
      limit: MAX_BYTES,
      shortened: [...shortened, ...(isDropped ? (['image'] as const) : [])],
    },
  }
}

/** The HTML is the longest of the three. */
const sizeOf = (html: string): number => TIMES * Buffer.byteLength(JSON.stringify(html))

/** https://spec.matrix.org/latest/client-server-api/#mroommessage-msgtypes */
const htmlBlocks = (parts: AnnouncementParts): string => {
  const { title, url, hashtags, closing } = parts
  const blocks = [
    [escaped(parts.notice)],
    [title === '' ? '' : `<strong>${escaped(title)}</strong>`],
    parts.appointment.map(escaped),
    escaped(parts.summary).split('\n'),
    [`<a href="${escaped(url)}">${escaped(url)}</a>`],
    [escaped(hashtags.join(' ')), ...closing.map(escaped)],
  ]
  return blocks
    .map((lines) => lines.filter((line) => line !== '').join('<br>'))
    .filter((block) => block !== '')
    .map((block) => `<p>${block}</p>`)
    .join('')
}

/** A picture as part of a text, so that those who do not see it are told what is on it. */
export const htmlImage = (mxc: string, alt: string): string =>
  `<p><img src="${escaped(mxc)}" alt="${escaped(alt)}"></p>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
