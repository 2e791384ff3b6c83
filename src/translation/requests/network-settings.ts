import type { Payload } from 'payload'

import type { Locale } from '../../i18n/locales.ts'

/** What the network decided about its languages and what it spends on machines. */
export interface TranslationSettings {
  readonly enabledLocales: readonly Locale[]
  /** For all engines together, in a calendar month in UTC. */
  readonly charactersPerMonth: number
}

export async function translationSettings(payload: Payload): Promise<TranslationSettings> {
  const network = await payload.findGlobal({ slug: 'network', depth: 0 })
  return {
    enabledLocales: network.enabledLocales ?? [],
    charactersPerMonth: network.machineCharactersPerMonth ?? 0,
  }
}
