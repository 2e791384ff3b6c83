import type { PublishedItem } from '../content/published-item.ts'
import { announce, plainBlocks } from './announcement.ts'
import type { ComposeOptions, Post } from './channel.ts'
import { countGraphemes } from './cut-text.ts'
import { isolateForeign } from './isolate.ts'
import { postImage } from './post-image.ts'

/** As the lexicon has them: app.bsky.feed.post. Both hold. */
const MAX_CHARACTERS = 300
const MAX_BYTES = 3000

/** The lexicon sets none for text alternatives; apps let people write this many. */
const pictures = {
  maxAltCharacters: 2000,
  imageTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
}

/**
 * An announcement with a box that leads to the page, which leaves the whole room to the text; or, where the account
 * prefers pictures and there is one, with the picture and its text alternative, and the address in the text.
 */
export function composePost(item: PublishedItem, options: ComposeOptions, prefersPicture: boolean): Post {
  const image = postImage(item, options, pictures)
  const hasCard = image === null || !prefersPicture
  const { text, shortened } = announce(item, options, {
    write: (each) => plainBlocks(hasCard ? { ...each, url: '' } : each),
    fits: (written) => countGraphemes(written) <= MAX_CHARACTERS && Buffer.byteLength(written) <= MAX_BYTES,
  })
  const { ownImage: wanted = item.image } = options
  const isDropped = wanted !== null && image === null
  return {
    text,
    locale: item.locale,
    url: item.url,
    image,
    card: hasCard
      ? {
          url: item.url,
          title: isolateForeign(item.title, item.locale),
          description: options.change === 'withdrawn' ? '' : isolateForeign(item.summary, item.locale),
        }
      : null,
    report: {
      unit: 'characters',
      used: countGraphemes(text),
      limit: MAX_CHARACTERS,
      bytes: { used: Buffer.byteLength(text), limit: MAX_BYTES },
      shortened: [...shortened, ...(isDropped ? (['image'] as const) : [])],
    },
  }
}
