import type { PublishedItem } from '../../content/published-item.ts'
import { imageOf } from '../../content/to-published-item.ts'
import { isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'

/** A stored document, as Payload answers it. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** What every document has in common with an item. */
export type ItemBase = Omit<PublishedItem, 'collection' | 'alternates' | 'places' | 'topics' | 'url' | 'slug'>

/** The base of what is no item: it has no history of its own, and nothing that funds it. */
export function plainItem(row: Row, locale: Locale): ItemBase {
  const text = (...names: readonly string[]): string =>
    names.map((name) => row[name]).find((value): value is string => typeof value === 'string') ?? ''
  return {
    id: row.id,
    locale,
    sourceLocale: isLocale(row.sourceLocale) ? row.sourceLocale : sourceLocale,
    title: text('title', 'name', 'acronym'),
    summary: text('summary', 'scope', 'description'),
    publishedAt: new Date(text('createdAt')),
    updatedAt: new Date(text('updatedAt')),
    image: imageOf(pictureOf(row) as never),
    event: null,
    licence: null,
    organisation: null,
    acknowledgements: [],
    corrections: [],
    machineTranslated: row.machineTranslated === true,
    sample: row.sample === true,
  }
}

/** An organisation has a logo, a community a cover. */
export const pictureOf = ({ coverImage, logo }: Row): object | null =>
  [coverImage, logo].find((each) => typeof each === 'object' && each !== null) ?? null
