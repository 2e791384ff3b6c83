import type { PublishedItem } from '../content/published-item.ts'
import type { ComposeOptions, Post, PostLimits } from './channel.ts'
import { countGraphemes, cutText } from './cut-text.ts'

/**
 * The picture that goes along: an editor's, or the item's. The item's does only with words for those who do not see it: one
 * that merely decorates stays at home. One that an editor chose for this very post keeps it from going out without: see
 * `PostFault`. One of a kind that the service does not take stays at home.
 */
export function postImage(
  { image, locale }: Pick<PublishedItem, 'image' | 'locale'>,
  { ownImage }: Pick<ComposeOptions, 'ownImage'>,
  { maxAltCharacters, imageTypes }: Pick<PostLimits, 'maxAltCharacters' | 'imageTypes'>,
): Post['image'] {
  const wanted = ownImage === undefined ? image : ownImage
  if (wanted === null || !imageTypes.includes(wanted.type)) return null
  const words = wanted.alt.trim()
  if (words === '' && ownImage === undefined) return null
  const alt = cutText(words, locale, (beginning) => countGraphemes(beginning) <= maxAltCharacters)
  return { url: wanted.url, alt, type: wanted.type }
}
