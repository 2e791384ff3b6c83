import type { LocalizationConfig } from 'payload'

import { directionOf, endonymOf, locales, sourceLocale } from './locales.ts'

/**
 * Every locale of the product is in the database's type, so that a network gains a language in its settings, without a
 * migration. Nothing falls back by itself: what is missing in a language is missing.
 */
export const localization: LocalizationConfig = {
  locales: locales.map((code) => ({ code, label: endonymOf(code), rtl: directionOf(code) === 'rtl' })),
  defaultLocale: sourceLocale,
  fallback: false,
  defaultLocalePublishOption: 'active',
}
