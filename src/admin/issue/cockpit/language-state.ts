import type { Locale } from '../../../i18n/locales.ts'
import type { ProgressCount } from '../../../ledger/issue-progress/progress-counts.ts'
import type { HeldLanguage } from '../../../ledger/issue-progress/progress-languages.ts'
import { LANGUAGE_HELD, type WaitingMails } from '../../../ledger/issue-progress/waiting-mails.ts'
import { peopleIn } from '../counts.ts'

/** How far an issue is in one of its languages. */
export type LanguageState =
  /** Null: nobody knows when, since nothing was submitted. */
  | { readonly kind: 'done'; readonly at: Date | null }
  /** Null: until somebody releases it. */
  | { readonly kind: 'held'; readonly until: Date | null; readonly afterwards: 'fallback' | 'skip' | null }
  | { readonly kind: 'later'; readonly until: Date }
  | { readonly kind: 'stopped' | 'sending' | 'next' }

export interface LanguageProgress {
  readonly counts: readonly ProgressCount[]
  readonly waiting: readonly WaitingMails[]
  readonly held: readonly HeldLanguage[]
  readonly lastAt: ReadonlyMap<Locale, Date>
  /** Whether anything may leave at all. */
  readonly isSending: boolean
}

export function languageState(locale: Locale, progress: LanguageProgress): LanguageState {
  const counts = progress.counts.filter((count) => count.locale === locale)
  const waiting = progress.waiting.filter((some) => some.locale === locale)
  const planned = peopleIn(counts, 'planned')
  if (planned + peopleIn(counts, 'submitting') === 0)
    return { kind: 'done', at: progress.lastAt.get(locale) ?? null }
  if (waiting.some(({ reason }) => reason === LANGUAGE_HELD)) {
    const decided = progress.held.find((each) => each.locale === locale)
    return { kind: 'held', until: decided?.deadline ?? null, afterwards: decided?.afterwards ?? null }
  }
  if (!progress.isSending && planned > 0) return { kind: 'stopped' }
  const [first] = waiting
  const later = waiting.reduce((sum, { people }) => sum + people, 0)
  if (first?.until && later === planned && peopleIn(counts, 'submitting') === 0)
    return { kind: 'later', until: first.until }
  return { kind: peopleIn(counts, 'submitting', 'submitted') > 0 ? 'sending' : 'next' }
}
