import type { Payload } from 'payload'

import { isLocale, type Locale } from '../i18n/locales.ts'
import type { IssueSource } from './issue-source.ts'

/** A colleague who gets tests of a newsletter. No subscriber. */
export interface Seed {
  readonly email: string
  /** In which languages. Empty: in all. */
  readonly locales: readonly Locale[]
}

export async function seedsOf(payload: Payload, { newsletter }: IssueSource): Promise<readonly Seed[]> {
  const { seeds } = await payload.findByID({
    collection: 'newsletters',
    id: newsletter.id,
    depth: 0,
    select: { seeds: true },
  })
  return (seeds ?? []).map(({ email, locales }) => ({ email, locales: (locales ?? []).filter(isLocale) }))
}

/** Those who get tests in a language, each once. */
export const seedsIn = (seeds: readonly Seed[], locale: Locale): string[] => [
  ...new Set(
    seeds
      .filter(({ locales }) => locales.length === 0 || locales.includes(locale))
      .map(({ email }) => email.trim().toLowerCase()),
  ),
]
