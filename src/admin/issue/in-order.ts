import type { Locale } from '../../i18n/locales.ts'

/** Sorts what is told of languages as a newsletter lists them; those that it no longer comes in stand last. */
export const inOrder =
  (order: readonly Locale[]) =>
  (one: { readonly locale: Locale }, other: { readonly locale: Locale }): number =>
    placeIn(order, one.locale) - placeIn(order, other.locale)

const placeIn = (order: readonly Locale[], locale: Locale): number =>
  order.includes(locale) ? order.indexOf(locale) : order.length
