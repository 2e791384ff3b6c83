import type { Payload } from 'payload'

import { isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'

/** The languages that the network speaks, where no request asks for them. */
export async function networkLocales(payload: Payload): Promise<readonly Locale[]> {
  const { enabledLocales } = await payload.findGlobal({
    slug: 'network',
    depth: 0,
    select: { enabledLocales: true },
  })
  const known = (enabledLocales ?? []).filter(isLocale)
  return known.length === 0 ? [sourceLocale] : known
}
