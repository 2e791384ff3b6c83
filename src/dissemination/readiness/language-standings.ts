import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import {
  type KeptLanguage,
  type LanguageDecision,
  type LanguageOutcome,
  languagesOf,
} from '../../ledger/issue-languages.ts'
import type { IssueLanguages } from '../../ledger/reader-language.ts'
import type { ComposedEdition } from '../compose-editions.ts'
import type { IssueSource } from '../issue-source.ts'
import { editionsNow } from '../render-issue.ts'
import { itemStandings } from './item-standings.ts'
import { type Missing, missingIn } from './missing-in.ts'

/** One of an issue's languages: what it lacks, and what is done about that. */
export interface LanguageStanding extends LanguageDecision {
  readonly missing: readonly Missing[]
  /** Name of who of staff decided it. Null: the newsletter's rule. */
  readonly decidedBy: string | null
  /** Whether something is written down about it in the issue. */
  readonly isKept: boolean
  readonly state: LanguageState
  /** What came of it. Null: the issue did not leave yet, or the language is held. */
  readonly outcome: LanguageOutcome | null
  /** Whether the deadline of a hold is over. */
  readonly isOver: boolean
  /** What the edition would hold now. Null: nothing of it is public in this language. */
  readonly edition: ComposedEdition | null
}

export type LanguageState = 'ready' | 'on-hold' | 'falls-back' | 'left-out'

/** The issue's languages, in the newsletter's order. */
export async function languageStandings(payload: Payload, issue: IssueSource): Promise<LanguageStanding[]> {
  const database = databaseOf(payload)
  const editions = await editionsNow(payload, issue)
  const items = await itemStandings(issue.items, issue.newsletter.locales, database)
  const kept = await languagesOf(issue.id, database)
  const hasLeft = issue.state !== 'draft' && issue.state !== 'scheduled' && issue.state !== 'preparing'
  // One that the newsletter gave up while it was held has readers who wait for it.
  const orphans = hasLeft
    ? kept.filter(
        ({ locale, rule, outcome }) =>
          rule === 'hold' && outcome === null && !issue.newsletter.locales.includes(locale),
      )
    : []
  return [...issue.newsletter.locales, ...orphans.map(({ locale }) => locale)].map((locale) =>
    standingOf(
      {
        locale,
        missing: missingIn(locale, issue, items),
        edition: editions.find((edition) => edition.locale === locale) ?? null,
        kept: kept.find((each) => each.locale === locale) ?? null,
        hasLeft,
      },
      issue.newsletter,
    ),
  )
}

interface Facts {
  readonly locale: Locale
  readonly missing: readonly Missing[]
  readonly edition: ComposedEdition | null
  readonly kept: KeptLanguage | null
  /** What then has nothing kept about it was ready. */
  readonly hasLeft: boolean
}

export function standingOf(
  { locale, missing, edition, kept, hasLeft }: Facts,
  { notReady }: Pick<IssueSource['newsletter'], 'notReady'>,
): LanguageStanding {
  const rule = kept?.rule ?? notReady.rule
  const afterwards = rule === 'hold' ? (kept?.afterwards ?? notReady.afterwards) : null
  const outcome = kept?.outcome ?? null
  const isOver = kept?.isOver ?? false
  const isReady =
    outcome === null ? (hasLeft && kept === null) || isComplete(missing, edition) : outcome === 'released'
  return {
    locale,
    missing,
    edition,
    rule,
    deadline: kept?.deadline ?? null,
    afterwards,
    decidedBy: kept?.decidedBy ?? null,
    isKept: kept !== null,
    outcome,
    isOver,
    state: isReady
      ? 'ready'
      : outcome === null
        ? plannedState(rule, afterwards, isOver)
        : settledState[outcome],
  }
}

const isComplete = (missing: readonly Missing[], edition: ComposedEdition | null): boolean =>
  missing.length === 0 && edition !== null

const settledState = { released: 'ready', 'fell-back': 'falls-back', skipped: 'left-out' } as const

/** A hold of which the deadline is over is none. */
const plannedState = (
  rule: LanguageDecision['rule'],
  afterwards: LanguageDecision['afterwards'],
  isOver: boolean,
): LanguageState => {
  const effective = rule === 'hold' && isOver ? (afterwards ?? 'fallback') : rule
  return effective === 'hold' ? 'on-hold' : effective === 'skip' ? 'left-out' : 'falls-back'
}

/** What the issue has for its readers if it leaves like this. */
export const languagesFrom = (standings: readonly LanguageStanding[]): IssueLanguages => ({
  editions: leavingEditions(standings).map(({ locale }) => locale),
  held: standings.filter(({ state }) => state === 'on-hold').map(({ locale }) => locale),
  leftOut: standings.filter(({ state }) => state === 'left-out').map(({ locale }) => locale),
})

/** Those that leave at once. */
export const leavingEditions = (standings: readonly LanguageStanding[]): ComposedEdition[] =>
  standings.flatMap(({ state, edition }) =>
    edition !== null && (state === 'ready' || state === 'falls-back') ? [edition] : [],
  )

/** What is written down about them when the issue leaves: nothing about those that are ready and of which nothing was said. */
export const leavingLanguages = (
  standings: readonly LanguageStanding[],
): (LanguageDecision & { outcome: LanguageOutcome | null })[] =>
  standings
    .filter(({ state, isKept }) => state !== 'ready' || isKept)
    .map(({ locale, rule, deadline, afterwards, state }) => ({
      locale,
      rule,
      deadline,
      afterwards,
      outcome: outcomeOf[state],
    }))

const outcomeOf = {
  ready: 'released',
  'on-hold': null,
  'falls-back': 'fell-back',
  'left-out': 'skipped',
} as const satisfies Record<LanguageState, LanguageOutcome | null>
