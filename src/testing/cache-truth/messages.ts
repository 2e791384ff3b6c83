import type { Locale } from '../../i18n/locales.ts'
import type { Change } from './judge.ts'

export const locales = ['en', 'fr'] as const satisfies readonly Locale[]

/** What a web process is asked to do to the items, together with others that do the same. */
export interface Work {
  readonly seed: number
  readonly itemIds: readonly string[]
  readonly changes: number
  /** So many are under way at a time. */
  readonly atOnce: number
}

/** First where it answers readers; then, for each piece of work, what has changed for them. */
export type Message = { readonly url: string } | { readonly changes: readonly Change[] }

export const placeOf = (itemId: string, locale: string): string => `${itemId}/${locale}`

/** In milliseconds; all processes of a machine share it. */
export const sharedClock = (): number => Number(process.hrtime.bigint()) / 1e6
