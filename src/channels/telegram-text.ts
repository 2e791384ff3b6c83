import type { PublishedItem } from '../content/published-item.ts'
import { type AnnouncementParts, announce, plainBlocks } from './announcement.ts'
import type { ComposeOptions, Post } from './channel.ts'
import { postImage } from './post-image.ts'

/** After its markup was read: https://core.telegram.org/bots/api#sendmessage and #sendphoto */
const MAX_MESSAGE = 4096
const MAX_CAPTION = 1024

/** Telegram keeps no text alternatives, so none is too long. */
const pictures = {
  maxAltCharacters: Number.POSITIVE_INFINITY,
  imageTypes: ['image/jpeg', 'image/png', 'image/webp'],
}

/**
 * An announcement in the HTML that Telegram reads, its title in bold. Addresses and hashtags need no markup. With a
 * picture it is the picture's caption, which has a quarter of the room.
 * https://core.telegram.org/bots/api#html-style
 */
export function composePost(item: PublishedItem, options: ComposeOptions): Post {
  const image = postImage(item, options, pictures)
  const isNotice = options.change === 'withdrawn'
  // Word of a withdrawal takes the place of a post that may have a picture, and is its caption then.
  const limit = image === null && !isNotice ? MAX_MESSAGE : MAX_CAPTION
  const { text, shortened } = announce(item, options, {
    write,
    fits: (written) => shownText(written).length <= limit,
  })
  const { ownImage: wanted = item.image } = options
  const isDropped = wanted !== null && image === null
  return {
    text,
    ...(isNotice && { fields: { picture: 'stays' } }),
    locale: item.locale,
    url: item.url,
    image,
    report: {
      // Telegram does not say which characters it counts: these are the most.
      unit: 'code-units',
      used: shownText(text).length,
      limit,
      shortened: [...shortened, ...(isDropped ? (['image'] as const) : [])],
    },
  }
}

const write = (parts: AnnouncementParts): string => {
  const { title } = parts
  return plainBlocks({
    notice: escaped(parts.notice),
    title: title === '' ? '' : `<b>${escaped(title)}</b>`,
    appointment: parts.appointment.map(escaped),
    summary: escaped(parts.summary),
    url: escaped(parts.url),
    hashtags: parts.hashtags.map(escaped),
    closing: parts.closing.map(escaped),
  })
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What a reader sees of what `write` wrote. */
const shownText = (html: string): string =>
  html
    .replace(/<\/?b>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
