import type { AdminViewServerProps } from 'payload'

import { isTranslatable, type TranslatableCollection } from '../../content/translatable.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type ListedState, listedStates } from '../../translation/exchange/exchange-list.ts'

/** What the page was asked for. */
export interface ExchangeQuery {
  readonly locale: Locale
  /** Null: all. */
  readonly collection: TranslatableCollection | null
  readonly state: ListedState
  /** Names such as `practices/<id>`. Null: whatever the rest says. */
  readonly items: readonly string[] | null
}

/**
 * Reads the page's address: `?locale=el&kind=practices&state=open`, or `?locale=el&items=practices/<id>` from elsewhere.
 * @param locales that may be chosen; the first is where it starts.
 * @returns null when none may be.
 */
export function exchangeQuery(
  params: AdminViewServerProps['searchParams'],
  locales: readonly Locale[],
): ExchangeQuery | null {
  const first = (name: string): string | undefined => [params?.[name] ?? []].flat()[0]
  const [start] = locales
  if (start === undefined) return null
  const kind = first('kind')
  const items = first('items')?.split(',') ?? null
  return {
    locale: locales.find((locale) => locale === first('locale')) ?? start,
    collection: isTranslatable(kind) ? kind : null,
    state: listedStates.find((state) => state === first('state')) ?? (items === null ? 'open' : 'any'),
    items,
  }
}
