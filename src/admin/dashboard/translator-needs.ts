import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import type { MatrixQuery } from '../../translation/matrix/matrix-query.ts'
import {
  type AssignedRequests,
  assignedRequests,
  type WaitingLanguage,
  waitingLanguages,
} from '../../translation/matrix/waiting.ts'
import type { MatrixContext } from '../translation-matrix/matrix-context.ts'
import type { Need } from './need.ts'
import { counted, lateNeed, matrix } from './need-parts.ts'

interface Translator {
  readonly id: string
  readonly locales: MatrixQuery['languages']
}

/** What is late, what was asked for, and what is not in step in the languages of a translator. */
export async function translatorNeeds(
  payload: Payload,
  { id: userId, locales }: Translator,
  context: MatrixContext,
): Promise<Need[]> {
  const database = databaseOf(payload)
  const languages = await waitingLanguages({ locales, userId }, database)
  const requests = await assignedRequests(userId, database)
  const late = languages.reduce((sum, language) => sum + language.late, 0)
  return [
    lateNeed(late, languages, matrix({ deadline: 'late', languages: locales }), context),
    ...requests.map((request) => requestNeed(request, context)),
    ...languages
      .filter(({ toTranslate }) => toTranslate > 0)
      .map((language) => languageNeed(language, context)),
  ].filter((need) => need !== null)
}

/** One request leads to its text, several to those that are this person's. */
function requestNeed(
  { locale, count, segments, deadline, first }: AssignedRequests,
  context: MatrixContext,
): Need {
  const { t, day, number, languageName } = context
  const amount = t('matrix.segments', { count: segments, number: number(segments) })
  return {
    key: `translation-request-${locale}`,
    mark: 'submitting',
    tone: 'info',
    title: t('matrix.need.request.title', {
      count,
      number: number(count),
      language: languageName(locale),
    }),
    consequence:
      deadline === null
        ? t('matrix.need.request.free', { segments: amount })
        : t('matrix.need.request.due', { segments: amount, when: day(deadline) }),
    since: null,
    href:
      count === 1
        ? `/admin/translation/${first.collection}/${first.id}/${locale}`
        : `/admin/translation/requests?language=${locale}`,
    verb: t('matrix.need.request.verb'),
    isUrgent: false,
  }
}

function languageNeed(language: WaitingLanguage, context: MatrixContext): Need {
  const { t, number, list, languageName } = context
  const parts = (['outdated', 'missing', 'machine'] as const)
    .filter((part) => language[part] > 0)
    .map((part) => counted(`matrix.need.translate.${part}`, language[part], context))
  return {
    key: `translation-${language.locale}`,
    mark: language.outdated > 0 ? 'outdated' : 'missing',
    tone: language.outdated > 0 ? 'bad' : 'plain',
    title: t('matrix.need.translate.title', {
      count: language.toTranslate,
      number: number(language.toTranslate),
      language: languageName(language.locale),
    }),
    consequence:
      parts.length === 0
        ? t('matrix.need.translate.begun')
        : t('matrix.need.translate.consequence', { parts: list(parts) }),
    since: null,
    href: matrix({
      states: ['missing', 'machine', 'in-translation', 'outdated'],
      languages: [language.locale],
    }),
    verb: t('matrix.need.translate.verb'),
    isUrgent: false,
  }
}
