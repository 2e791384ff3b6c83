import type { Payload } from 'payload'

import type { IssueSource } from '../../../dissemination/issue-source.ts'
import { editionsNow } from '../../../dissemination/render-issue.ts'
import type { Locale } from '../../../i18n/locales.ts'

/** Something that an edition still lacks. */
export type Missing =
  | {
      readonly kind: 'item'
      readonly collection: string
      readonly id: string
      readonly title: string
      readonly why: 'not-translated' | 'outdated' | 'in-review' | 'machine-draft'
    }
  | { readonly kind: 'text'; readonly part: 'subject' | 'text-block' }

/** How far one language of an issue is, and what happens with it as long as it is not ready. */
export interface LanguageReadiness {
  readonly locale: Locale
  readonly readers: number
  readonly missing: readonly Missing[]
  readonly rule: 'hold' | 'fallback' | 'skip'
  /** Name of the colleague. Null: the newsletter's rule. */
  readonly decidedBy: string | null
  readonly deadline: Date | null
  readonly afterwards: 'fallback' | 'skip' | null
  readonly state: 'ready' | 'on-hold' | 'falls-back' | 'left-out'
}

/** The issue's languages in the newsletter's order. */
export async function languagesOf(payload: Payload, issue: IssueSource): Promise<LanguageReadiness[]> {
  const ready = new Set((await editionsNow(payload, issue)).map(({ locale }) => locale))
  const rule = issue.newsletter.policy.whenNone === 'skip' ? 'skip' : 'fallback'
  return issue.newsletter.locales.map((locale) => ({
    locale,
    readers: 0,
    missing: [],
    rule,
    decidedBy: null,
    deadline: null,
    afterwards: null,
    state: ready.has(locale) ? 'ready' : rule === 'skip' ? 'left-out' : 'falls-back',
  }))
}
