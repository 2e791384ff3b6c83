import { z } from 'zod'
import { type Html, html } from '../../content/markup/html.ts'
import { contentCollections, type ItemReference } from '../../content/published-item.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { SiteContext } from '../site-context.ts'

const reference = z.tuple([z.enum(contentCollections), z.uuid()])

/** How an item is named in the address of the page where it can be followed, and in its form. */
export const itemName = ({ collection, id }: ItemReference): string => `${collection}/${id}`

/** Null when it names nothing. */
export function readItemName(name: string): ItemReference | null {
  const parsed = reference.safeParse(name.split('/'))
  return parsed.success ? { collection: parsed.data[0], id: parsed.data[1] } : null
}

/** Where an item can be followed. It stands for an id, so that it still holds when the item gets another name. */
export const followPath = (locale: Locale, item: ItemReference): string =>
  `/${locale}/follow?item=${itemName(item)}`

/**
 * The way there. No form of its own, since pages of items are the same for everybody and kept by caches, and a form holds
 * a token of its very moment.
 */
export const followLink = ({ locale, t }: SiteContext, item: ItemReference, isHere: boolean): Html =>
  html`<p><a class="button quiet" href="${followPath(locale, item)}" rel="nofollow">${
    isHere ? t('follow.title') : t('follow.awaitTitle')
  }</a></p>`
