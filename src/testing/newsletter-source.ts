import type { IssueSource } from '../dissemination/issue-source.ts'
import type { Locale } from '../i18n/locales.ts'

/** A newsletter in these languages, as an issue of it holds it. */
export const newsletterSource = (locales: readonly Locale[]): IssueSource['newsletter'] => ({
  id: '01990000-0000-7000-8000-0000000000a1',
  slug: 'practice-letter',
  name: { en: 'Practice letter' },
  fromName: { en: 'Sample network' },
  replyTo: null,
  postalAddress: 'Sample street 1, 1000 Brussels',
  locales,
  itemFallback: 'show-labelled',
  policy: { whenNone: 'skip' },
  notReady: { rule: 'hold', hours: 24, afterwards: 'fallback' },
  acknowledgementsIn: () => [],
})
