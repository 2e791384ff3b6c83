import type { Payload } from 'payload'
import type { Locale } from '../i18n/locales.ts'
import type { ItemFile, ItemReference } from './published-item.ts'
import { readPublished } from './read-published.ts'

/** What stands on an item's page beside title and summary, in one language. */
export interface WholeItem {
  /** Its body, as safe HTML with absolute addresses. */
  readonly html: string
  readonly files: readonly ItemFile[]
}

/** Null: not public in that locale. */
export async function readWholeItem(
  payload: Payload,
  item: ItemReference,
  locale: Locale,
): Promise<WholeItem | null> {
  const published = await readPublished(payload, item, locale)
  return published === null ? null : { html: `<p>${escaped(published.summary)}</p>`, files: [] }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
