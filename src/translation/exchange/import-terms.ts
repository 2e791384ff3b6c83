import type { Locale } from '../../i18n/locales.ts'

/** What the person who imports may do, and what they decided. */
export interface ImportTerms {
  /** May approve: what a file calls final is final. */
  readonly mayPublish: boolean
  /** Locales that this person may write. */
  readonly locales: readonly Locale[]
  /** What happens to a translation that somebody changed since the file went out. */
  readonly conflicts: 'refuse' | 'keep' | 'overwrite'
  /** Whether a unit is taken whose source changed since; it then counts as outdated. */
  readonly oldSource: 'accept' | 'refuse'
  /** The one locale that is expected. Null: any. */
  readonly onlyLocale: Locale | null
  /** The items that are expected, as `practices/<id>`. Null: any. */
  readonly onlyItems: readonly string[] | null
}
