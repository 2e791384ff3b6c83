import type { PublishedItem } from '../content/published-item.ts'
import { announce, plainBlocks } from './announcement.ts'
import type { ComposeOptions, Post, PostLimits } from './channel.ts'
import { lengthOf } from './cut-text.ts'

/** An announcement as plain text, each address at the price that the server sets. */
export function composeText(
  item: PublishedItem,
  limits: PostLimits,
  options: ComposeOptions,
): Pick<Post, 'text' | 'report'> {
  const length = (text: string): number => lengthOf(text, limits.charactersPerUrl)
  const { text, shortened } = announce(item, options, {
    write: plainBlocks,
    fits: (written) => length(written) <= limits.maxCharacters,
  })
  return {
    text,
    report: { unit: 'characters', used: length(text), limit: limits.maxCharacters, shortened },
  }
}
