import { everything, type MatrixQuery, matrixSearch } from '../../translation/matrix/matrix-query.ts'
import type { WaitingLanguage } from '../../translation/matrix/waiting.ts'
import type { MatrixContext } from '../translation-matrix/matrix-context.ts'
import type { Need } from './need.ts'

/** Where the matrix shows these cells. */
export const matrix = (query: Partial<MatrixQuery>): string =>
  `/admin/translation${matrixSearch({ ...everything, ...query })}`

/** Counts of a language that a sentence may name. */
export type Count = 'toReview' | 'outdatedPublic' | 'late'

export const counted = (key: string, count: number, { t, number }: MatrixContext): string =>
  t(key, { count, number: number(count) })

/** Languages that a sentence names; the others are counted. */
const MAX_NAMED = 3

/** `German 3, Greek 2 and 4 other languages`, the most first. */
export function perLanguage(
  count: Count,
  languages: readonly WaitingLanguage[],
  context: MatrixContext,
): string {
  const { t, number, list, languageName } = context
  const concerned = languages
    .filter((language) => language[count] > 0)
    .toSorted((one, other) => other[count] - one[count])
  const named = concerned.slice(0, MAX_NAMED).map((language) =>
    t('matrix.need.inLanguage', {
      language: languageName(language.locale),
      number: number(language[count]),
    }),
  )
  const others = concerned.length - named.length
  return list([...named, ...(others > 0 ? [counted('matrix.need.otherLanguages', others, context)] : [])])
}

/** Null: nothing is late. */
export function lateNeed(
  late: number,
  languages: readonly WaitingLanguage[],
  href: string,
  context: MatrixContext,
): Need | null {
  if (late === 0) return null
  return {
    key: 'translation-late',
    mark: 'planned',
    tone: 'bad',
    title: counted('matrix.need.late.title', late, context),
    consequence: context.t('matrix.need.late.consequence', {
      languages: perLanguage('late', languages, context),
    }),
    since: null,
    href,
    verb: context.t('matrix.need.late.verb'),
    isUrgent: true,
  }
}
