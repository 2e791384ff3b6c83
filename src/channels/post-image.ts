import type { PublishedItem } from '../content/published-item.ts'
import type { ComposeOptions, Post, PostLimits } from './channel.ts'
import { countGraphemes, cutText } from './cut-text.ts'

/**
 * The picture that goes along: an editor's, or the item's. It does only with words for those who do not see it; one that
 * merely decorates, or of a kind that the service does not take, stays at home.
 */
export function postImage(
  { image, locale }: Pick<PublishedItem, 'image' | 'locale'>,
  { ownImage = image }: Pick<ComposeOptions, 'ownImage'>,
  { maxAltCharacters, imageTypes }: Pick<PostLimits, 'maxAltCharacters' | 'imageTypes'>,
): Post['image'] {
  if (ownImage === null || ownImage.alt.trim() === '' || !imageTypes.includes(ownImage.type)) return null
  const alt = cutText(ownImage.alt, locale, (beginning) => countGraphemes(beginning) <= maxAltCharacters)
  return { url: ownImage.url, alt, type: ownImage.type }
}
