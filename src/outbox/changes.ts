import type { Locale } from '../i18n/locales.ts'

/** What happened to an item for its readers in one locale. */
export type ChangeKind = 'published' | 'revised' | 'withdrawn'

/** Locale → fingerprint of what is public in it. A locale that is not there is not public. */
export type PublicState = ReadonlyMap<Locale, string>

export interface LocaleChange {
  readonly locale: Locale
  readonly kind: ChangeKind
  /** Empty when withdrawn. */
  readonly contentHash: string
}

/** Compares what the public saw with what it sees now. A save that changes nothing for readers yields nothing. */
export function changesBetween(before: PublicState, after: PublicState): LocaleChange[] {
  const changes: LocaleChange[] = []
  for (const [locale, contentHash] of after) {
    if (!before.has(locale)) changes.push({ locale, kind: 'published', contentHash })
    else if (before.get(locale) !== contentHash) changes.push({ locale, kind: 'revised', contentHash })
  }
  for (const locale of before.keys()) {
    if (!after.has(locale)) changes.push({ locale, kind: 'withdrawn', contentHash: '' })
  }
  return changes
}
