import type { Locale } from '../../i18n/locales.ts'
import type { CanonicalAddress } from '../canonical-address.ts'

/** Characters of a question at most. What does not fit a link either is refused by `questionLink`. */
export const MAX_QUESTION = 1500
export const MAX_NAME = 80
export const MAX_ANSWER = 6000
/** Why a question is given to somebody else or closed: characters at most. */
export const MAX_NOTE = 500

/** What somebody asks, as they typed and chose it. */
export interface Asked {
  readonly address: CanonicalAddress
  /** As they want to be addressed. Null: not said. */
  readonly name: string | null
  readonly question: string
  /** The first language that they read. */
  readonly locale: Locale
  /** In order, without `locale`. */
  readonly furtherLocales: readonly Locale[]
  /** Null: another than the network has a name for. */
  readonly topicId: string | null
  /** As with the topic. */
  readonly countryId: string | null
}

export const questionStates = ['open', 'answered', 'closed'] as const
export type QuestionState = (typeof questionStates)[number]

/**
 * Why a question is whose it is: a rule names its topic and country, only one of them, or neither; no rule fits, so the
 * secretariat has it; or an editor gave it on.
 */
export type QuestionReason = 'topic-and-country' | 'topic' | 'country' | 'any' | 'fallback' | 'by-hand'

/**
 * What can happen to a question. `given`: to whom, by a rule or by a person. `overdue`: nobody answered for long, so the
 * secretariat is to decide. `expired`: it did not.
 */
export type QuestionEventKind =
  | 'asked'
  | 'given'
  | 'reminded'
  | 'overdue'
  | 'expired'
  | 'answered'
  | 'closed'
  | 'reopened'
  | 'promoted'
