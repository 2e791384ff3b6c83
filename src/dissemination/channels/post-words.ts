import type { Payload } from 'payload'

import type { ComposeOptions } from '../../channels/channel.ts'
import type { Service } from '../../channels/service.ts'
import type { ItemImage, ItemReference } from '../../content/published-item.ts'
import { imageOf } from '../../content/to-published-item.ts'
import { readWholeItem } from '../../content/whole-item.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { Choice } from '../../ledger/channel-choices.ts'

/** What an editor wrote for one post. */
export type ChosenPost = Partial<Pick<Choice, 'text' | 'picture' | 'pictureId' | 'alt'>>

/** What goes into composing a post beside the item's title, summary and picture. */
export type PostWords = Pick<ComposeOptions, 'ownText' | 'ownImage' | 'whole'>

interface Asked {
  readonly item: ItemReference
  readonly locale: Locale
  readonly takes: Service['takes']
  /** Null: nobody chose anything. */
  readonly chosen: ChosenPost | null
}

/** Reads what a post takes beside the item itself. A picture that is gone leaves the item's in its place. */
export async function postWords(
  payload: Payload,
  { item, locale, takes, chosen }: Asked,
): Promise<PostWords> {
  const whole = takes === 'whole' ? await readWholeItem(payload, item, locale) : null
  const ownText = chosen?.text?.trim() ?? ''
  const ownImage = chosen === null ? undefined : await ownImageOf(payload, chosen, locale)
  return {
    ...(whole !== null && { whole }),
    ...(ownText !== '' && { ownText }),
    ...(ownImage !== undefined && { ownImage }),
  }
}

async function ownImageOf(
  payload: Payload,
  { picture = 'item', pictureId = null, alt = null }: ChosenPost,
  locale: Locale,
): Promise<ItemImage | null | undefined> {
  if (picture === 'none') return null
  if (picture === 'item' || pictureId === null) return undefined
  const stored = await payload.findByID({
    collection: 'media',
    id: pictureId,
    locale,
    fallbackLocale: false,
    depth: 0,
    disableErrors: true,
  })
  const image = imageOf(stored)
  return image === null ? undefined : { ...image, alt: alt ?? image.alt }
}
