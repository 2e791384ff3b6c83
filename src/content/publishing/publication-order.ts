import { isLocale, type Locale } from '../../i18n/locales.ts'
import { isTranslatable, type TranslatableReference } from '../translatable.ts'
import type { PublicationAction } from './publish-locales.ts'

export interface StatedOrder {
  readonly action: PublicationAction
  readonly locales: readonly Locale[] | 'all'
}

/** What a request may say wrong, and in which of its parts. */
export type OrderFault = 'action' | 'locales'

/** Reads what a program or a form asks for: `{ action, locales: ["fr", "el"] }`, or `"all"` for the locales. */
export function readOrder({ action, locales }: Readonly<Record<string, unknown>>): StatedOrder | OrderFault {
  if (action !== 'publish' && action !== 'unpublish') return 'action'
  const [only] = Array.isArray(locales) && locales.length === 1 ? locales : [locales]
  if (only === 'all') return { action, locales: 'all' }
  if (!Array.isArray(locales) || locales.length === 0 || !locales.every(isLocale)) return 'locales'
  return { action, locales: [...new Set(locales)] }
}

/** Null: there can be no such item. */
export function readReference(collection: unknown, id: unknown): TranslatableReference | null {
  if (!isTranslatable(collection) || typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) return null
  return { collection, id }
}
