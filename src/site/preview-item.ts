import type { Payload } from 'payload'

import { publicNames } from '../content/public-locales.ts'
import type { TranslatableReference } from '../content/translatable.ts'
import { databaseOf } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { asDocument } from '../reading/documents/build-document.ts'
import { schemaContextOf } from '../reading/formats/schema-context.ts'
import { itemPage } from './item-page.ts'
import { isPaged, partsOf } from './item-parts.ts'
import { loadSite } from './load-site.ts'
import { relatedTo } from './related-to.ts'
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
  const names = await publicNames({ collection, id }, databaseOf(payload))
  const places = new Map([...names].map(([language, { slug }]) => [language, slug] as const))
  const { document } = await asDocument(
    payload,
    { collection, row: { ...stored, id }, locale },
    {
      places: places.has(locale) ? places : places.set(locale, slugIn(stored) ?? id),
      network: context.network,
    },
  )
  if (!isPaged(collection)) return textPage(context, document).source
  const related = await relatedTo(payload, document, locale)
  const schema = await schemaContextOf(payload, document)
  return itemPage(context, document, partsOf(context, document, now), { related, schema }).source
}

const slugIn = ({ slug }: Readonly<Record<string, unknown>>): string | null =>
  typeof slug === 'string' && slug !== '' ? slug : null
