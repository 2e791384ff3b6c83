import type { Locale } from '../../i18n/locales.ts'
import type { Asked, QuestionReason } from './question.ts'

/** A rule that an editor keeps: which questions a partner answers. */
export interface QuestionRoute {
  readonly id: string
  readonly organisationId: string
  /** Empty: about everything. */
  readonly topicIds: readonly string[]
  /** Empty: from everywhere. */
  readonly countryIds: readonly string[]
  /** In which the partner answers. Empty: in any. */
  readonly locales: readonly Locale[]
}

/** Whose a question is, and why. */
interface RoutedQuestion {
  /** Null: the secretariat. */
  readonly organisationId: string | null
  /** Whose contact is told. Null: the network's own address. */
  readonly routeId: string | null
  readonly why: Exclude<QuestionReason, 'by-hand'>
}

const secretariat: RoutedQuestion = { organisationId: null, routeId: null, why: 'fallback' }

/**
 * The rule that says most about the question: one that names its topic before one that names its country, and among equals
 * one that names a language of the asker, then the oldest. A rule that names something else does not fit at all, and one that
 * names topics or countries fits no question about another.
 * @param routes oldest first.
 */
export function chooseRoute(asked: Asked, routes: readonly QuestionRoute[]): RoutedQuestion {
  const ranked = routes
    .filter((route) => fits(asked, route))
    .map((route) => ({ route, rank: rankOf(route) }))
    .sort((one, other) => other.rank - one.rank)
  const [best] = ranked
  if (best === undefined) return secretariat
  const { organisationId, id: routeId } = best.route
  return { organisationId, routeId, why: whyOf(best.route) }
}

const allows = (named: readonly string[], wanted: readonly (string | null)[]): boolean =>
  named.length === 0 || wanted.some((each) => each !== null && named.includes(each))

const fits = (
  { topicId, countryId, locale, furtherLocales }: Asked,
  { topicIds, countryIds, locales }: QuestionRoute,
): boolean =>
  allows(topicIds, [topicId]) &&
  allows(countryIds, [countryId]) &&
  allows(locales, [locale, ...furtherLocales])

const rankOf = ({ topicIds, countryIds, locales }: QuestionRoute): number =>
  (topicIds.length > 0 ? 4 : 0) + (countryIds.length > 0 ? 2 : 0) + (locales.length > 0 ? 1 : 0)

function whyOf({ topicIds, countryIds }: QuestionRoute): RoutedQuestion['why'] {
  if (topicIds.length > 0) return countryIds.length > 0 ? 'topic-and-country' : 'topic'
  return countryIds.length > 0 ? 'country' : 'any'
}
