import type { PayloadRequest } from 'payload'

import { isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'

/** The languages that the network speaks. Before its settings are saved once that is the source language. */
export async function enabledLocales(req: PayloadRequest): Promise<readonly Locale[]> {
  const { enabledLocales: enabled } = await req.payload.db.findGlobal<{ enabledLocales?: unknown }>({
    slug: 'network',
    select: { enabledLocales: true },
    req,
  })
  const known = Array.isArray(enabled) ? enabled.filter(isLocale) : []
  return known.length === 0 ? [sourceLocale] : known
}
