import { contentCollections } from './published-item.ts'

/** The collections whose texts are translated segment by segment. */
export const translatableCollections = [...contentCollections, 'pages', 'faqs'] as const

export type TranslatableCollection = (typeof translatableCollections)[number]

export const isTranslatable = (slug: unknown): slug is TranslatableCollection =>
  translatableCollections.some((collection) => collection === slug)

/** One item or page, whatever its languages. */
export interface TranslatableReference {
  readonly collection: TranslatableCollection
  /** UUIDv7. */
  readonly id: string
}
