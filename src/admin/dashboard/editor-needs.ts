import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { lastOutdated, oldestToReview, waitingLanguages } from '../../translation/matrix/waiting.ts'
import type { MatrixContext } from '../translation-matrix/matrix-context.ts'
import type { Need } from './need.ts'
import { type Count, counted, lateNeed, matrix, perLanguage } from './need-parts.ts'

/** What is late, waits for review or is outdated for readers, in all languages. */
export async function editorNeeds(payload: Payload, context: MatrixContext): Promise<Need[]> {
  const database = databaseOf(payload)
  const languages = await waitingLanguages(null, database)
  const sum = (count: Count): number => languages.reduce((total, language) => total + language[count], 0)
  const needs = [lateNeed(sum('late'), languages, matrix({ deadline: 'late' }), context)]
  if (sum('toReview') > 0) {
    const oldest = await oldestToReview(database)
    needs.push({
      key: 'translation-review',
      mark: 'review',
      tone: 'warn',
      title: counted('matrix.need.review.title', sum('toReview'), context),
      consequence: context.t('matrix.need.review.oldest', {
        languages: perLanguage('toReview', languages, context),
        title: oldest?.title ?? '',
      }),
      since: null,
      href: matrix({ states: ['needs-review'] }),
      verb: context.t('matrix.need.review.verb'),
      isUrgent: false,
    })
  }
  if (sum('outdatedPublic') > 0) {
    const last = await lastOutdated(database)
    needs.push({
      key: 'translation-outdated',
      mark: 'outdated',
      tone: 'bad',
      title: counted('matrix.need.outdated.title', sum('outdatedPublic'), context),
      consequence: context.t('matrix.need.outdated.consequence', {
        languages: perLanguage('outdatedPublic', languages, context),
        title: last?.title ?? '',
      }),
      since: last?.changedAt ?? null,
      href: matrix({ states: ['outdated'] }),
      verb: context.t('matrix.need.outdated.verb'),
      isUrgent: false,
    })
  }
  return needs.filter((need) => need !== null)
}
