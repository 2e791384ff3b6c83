import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'
import { isLocale, type Locale, sourceLocale } from '../i18n/locales.ts'
import { hasInterface } from '../i18n/translator.ts'

export interface NetworkLanguages {
  /** Languages that the network speaks in public, in its order. Empty before it was set up. */
  readonly enabled: readonly Locale[]
  /** Of those, the ones to speak to readers of none of them, in order. */
  readonly chain: readonly Locale[]
}

/**
 * Which languages the network speaks, as its settings say. Every public answer begins with this, so it is one short
 * statement: reading the settings through Payload takes several times as long as reading what was asked for.
 */
export async function networkLanguages(payload: Payload): Promise<NetworkLanguages> {
  const { rows } = await databaseOf(payload).execute<Record<'first' | 'enabled' | 'fallback', unknown>>(sql`
    select network.default_locale::text as first,
      array(
        select value::text from network_enabledlocales_chosen where parent_id = network.id order by "order"
      ) as enabled,
      array(
        select value::text from network_fallbacklocales_chosen where parent_id = network.id order by "order"
      ) as fallback
    from network limit 1
  `)
  const {
    first,
    enabled: spoken,
    fallback,
  } = rows[0] ?? { first: null, enabled: [sourceLocale], fallback: [] }
  const enabled = listOf(spoken).filter(hasInterface)
  const chain = [isLocale(first) ? first : sourceLocale, ...listOf(fallback)]
  return { enabled, chain: [...new Set(chain)].filter((locale) => enabled.includes(locale)) }
}

const listOf = (value: unknown): Locale[] => (Array.isArray(value) ? value.filter(isLocale) : [])
