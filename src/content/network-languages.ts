import type { Payload } from 'payload'

import { isLocale, type Locale, sourceLocale } from '../i18n/locales.ts'
import { hasInterface } from '../i18n/translator.ts'

export interface NetworkLanguages {
  /** Languages that the network speaks in public, in its order. Empty before it was set up. */
  readonly enabled: readonly Locale[]
  /** Of those, the ones to speak to readers of none of them, in order. */
  readonly chain: readonly Locale[]
}

/** Which languages the network speaks, as its settings say. */
export async function networkLanguages(payload: Payload): Promise<NetworkLanguages> {
  const { enabledLocales, defaultLocale, fallbackLocales } = await payload.findGlobal({
    slug: 'network',
    depth: 0,
    select: { enabledLocales: true, defaultLocale: true, fallbackLocales: true },
  })
  const enabled = (enabledLocales ?? []).filter(isLocale).filter(hasInterface)
  const chain = [defaultLocale ?? sourceLocale, ...(fallbackLocales ?? [])]
  return { enabled, chain: [...new Set(chain)].filter((locale) => enabled.includes(locale)) }
}
