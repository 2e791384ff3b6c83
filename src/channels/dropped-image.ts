import type { PublishedItem } from '../content/published-item.ts'
import type { ComposeOptions, Post } from './channel.ts'

/** Whether a picture that was meant to go along stays at home, for the report of a post. */
export const droppedImage = (
  { image }: Pick<PublishedItem, 'image'>,
  { ownImage = image }: Pick<ComposeOptions, 'ownImage'>,
  sent: Post['image'],
): readonly 'image'[] => (ownImage !== null && sent === null ? ['image'] : [])
