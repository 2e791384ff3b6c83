import type { Payload } from 'payload'
import { html } from '../content/markup/html.ts'
import { richText } from '../content/markup/rich-text.ts'
import { isContentCollection } from '../content/published-item.ts'
import { asIfPublished } from '../content/read-published.ts'
import type { TranslatableReference } from '../content/translatable.ts'
import { databaseOf } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Page } from '../payload-types.ts'
import { itemPage } from './item-page.ts'
import { partsOf } from './item-parts.ts'
import { type LoadedItem, relatedTo } from './load-item.ts'
import { loadSite } from './load-site.ts'
import { pathsOf } from './other-addresses.ts'
import { textPage } from './text-page.ts'

/**
 * The page of an item as readers would see it if what is stored of it were public. Null: the network does not speak the
 * language.
 * @param stored as Payload answers it for that locale at depth 1.
 */
export async function previewItem(
  payload: Payload,
  { collection, id }: TranslatableReference,
  locale: Locale,
  { stored, now }: { readonly stored: Readonly<Record<string, unknown>>; readonly now: Date },
): Promise<string | null> {
  const context = await loadSite(payload, locale)
  if (context === null) return null
  if (!isContentCollection(collection)) {
    const { title, summary, body, machineTranslated } = stored as unknown as Page
    return textPage(context, {
      title: title ?? '',
      summary: summary ?? null,
      body: richText(body) ?? html``,
      machineTranslated: machineTranslated === true,
      alternates: await pathsOf({ collection, id }, context.locales, databaseOf(payload)),
    }).source
  }
  const row = stored as unknown as LoadedItem['stored']
  const item = await asIfPublished(payload, collection, locale, row)
  if (item === null) return null
  const loaded = { item, stored: row, related: await relatedTo(payload, row, locale) }
  return itemPage(context, item, partsOf(context, loaded, now), loaded.related).source
}
