import type { PublishedItem } from '../content/published-item.ts'
import type { Locale } from '../i18n/locales.ts'
import { announce, plainBlocks } from './announcement.ts'
import type { ComposeOptions, Post } from './channel.ts'
import { cutText } from './cut-text.ts'
import { droppedImage } from './dropped-image.ts'
import { isolateForeign } from './isolate.ts'
import { littleText } from './linkedin-text.ts'
import { postImage } from './post-image.ts'

const MAX_CHARACTERS = 3_000
const MAX_CARD_TITLE = 400
const MAX_CARD_DESCRIPTION = 4_086
const imageLimits = { maxAltCharacters: 4_086, imageTypes: ['image/jpeg', 'image/png', 'image/gif'] }

export function composeLinkedIn(item: PublishedItem, options: ComposeOptions): Post {
  const { locale, url, title, summary } = item
  const {
    text: commentary,
    parts,
    shortened,
  } = announce(item, options, {
    // The card leads there.
    write: (each) => littleText({ ...each, url: '' }),
    fits: (written) => written.length <= MAX_CHARACTERS,
  })
  const image = postImage(item, options, imageLimits)
  return {
    text: plainBlocks({ ...parts, url: '' }),
    fields: { commentary },
    locale,
    url,
    image,
    card: {
      url,
      title: cardText(title, locale, MAX_CARD_TITLE),
      description: cardText(summary, locale, MAX_CARD_DESCRIPTION),
    },
    report: {
      unit: 'code-units',
      used: commentary.length,
      limit: MAX_CHARACTERS,
      shortened: [...shortened, ...droppedImage(item, options, image)],
    },
  }
}

const cardText = (text: string, locale: Locale, limit: number): string => {
  const isolate = (words: string): string => isolateForeign(words, locale)
  return isolate(cutText(text, locale, (beginning) => isolate(beginning).length <= limit))
}

/** The request that makes it. */
export const linkedInBody = (
  { fields, card, image }: Post,
  author: string,
  thumbnail: string | undefined,
) => ({
  author,
  commentary: fields?.commentary ?? '',
  visibility: 'PUBLIC',
  distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
  // It looks at no page by itself: what the card shows is what it is told.
  content: {
    article: {
      source: card?.url,
      title: card?.title,
      description: card?.description,
      ...(thumbnail !== undefined && { thumbnail, thumbnailAltText: image?.alt }),
    },
  },
  lifecycleState: 'PUBLISHED',
  isReshareDisabledByAuthor: false,
})
