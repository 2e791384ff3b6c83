import { createHash } from 'node:crypto'

import type { Post } from '../../channels/channel.ts'

/** What a post is about: the item, or that it was withdrawn. */
export type PostKind = 'item' | 'notice'

/** A fingerprint of what a post says. Equal ones: submitting it again would change nothing for readers. */
export const postHash = (
  kind: PostKind,
  { text, fields, locale, image, card, files }: Omit<Post, 'report'>,
): string => {
  const said = JSON.stringify([text, fields ?? {}, locale, image, card ?? null, files ?? []])
  return `${kind}:${createHash('sha256').update(said).digest('base64url')}`
}

/** What the post of a fingerprint is about. What is not known is taken for the item. */
export const kindOf = (hash: string | null): PostKind => (hash?.startsWith('notice:') ? 'notice' : 'item')
