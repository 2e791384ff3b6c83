import { dayOf } from '../../../emails/dates.ts'
import { firstSentences } from '../../content/first-sentences.ts'
import type { PublishedItem } from '../../content/published-item.ts'
import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { IssueSource } from '../issue-source.ts'

/** Longest preheader that mail programs show, in characters. */
const MAX_PREHEADER = 140

/** What an issue says in a mailbox before it is opened, unless somebody writes it. */
export interface ProposedTexts {
  readonly subject: string
  /** Empty: there is nothing to propose. */
  readonly preheader: string
}

export interface ProposalAsk {
  readonly locale: Locale
  readonly design: IssueSource['design']
  /** Name of the newsletter in the locale. */
  readonly newsletter: string
  /** The leading item. Undefined: there is none. */
  readonly lead: PublishedItem | undefined
}

/** What the leading item gives, where it is public in the language of the texts. */
export function proposedTexts({ locale, design, newsletter, lead }: ProposalAsk): ProposedTexts {
  if (lead?.locale !== locale) return { subject: newsletter, preheader: '' }
  return {
    subject: subjectOf(lead, { locale, design, newsletter }),
    preheader: firstSentences(lead.summary, MAX_PREHEADER, locale),
  }
}

function subjectOf(
  { title, event }: PublishedItem,
  { locale, design, newsletter }: Omit<ProposalAsk, 'lead'>,
): string {
  const t = translator(locale, 'email')
  if (design === 'digest') return t('issue.subject', { newsletter, title })
  if (design === 'announcement' || event === null) return title
  return t('issue.invitation', { title, date: dayOf(event.start, event.timeZone, locale) })
}
