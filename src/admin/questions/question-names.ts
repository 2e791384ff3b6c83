import type { Payload } from 'payload'

import { namesFor } from '../../audience/named.ts'
import type { StoredQuestion } from '../../audience/questions/read-questions.ts'
import { databaseOf } from '../../database/database.ts'
import { endonymOf, type Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { ViewContext } from '../view-context.ts'

/** What questions are about and whose they are, in the language of the interface. */
export interface QuestionNames {
  topic(question: StoredQuestion): string
  country(question: StoredQuestion): string
  /** Null: the secretariat. */
  organisation(id: string | null): string
}

export async function questionNames(
  payload: Payload,
  { language, t }: ViewContext,
  questions: readonly StoredQuestion[],
  organisationIds: readonly (string | null)[] = [],
): Promise<QuestionNames> {
  const database = databaseOf(payload)
  const organisations = [...questions.map(({ organisationId }) => organisationId), ...organisationIds]
  const mapOf = async (kind: 'topics' | 'terms' | 'organisations', ids: readonly string[]) =>
    new Map((await namesFor(language, kind, [...new Set(ids)], database)).map(({ id, name }) => [id, name]))
  const topics = await mapOf(
    'topics',
    questions.flatMap(({ topicId }) => topicId ?? []),
  )
  const countries = await mapOf(
    'terms',
    questions.flatMap(({ countryId }) => countryId ?? []),
  )
  const names = await mapOf(
    'organisations',
    organisations.filter((id) => id !== null),
  )
  const gone = t('views.question.gone')
  const terms = translator(language, 'terms')
  return {
    topic: ({ topicId }) => (topicId === null ? terms('questionOther.topic') : (topics.get(topicId) ?? gone)),
    country: ({ countryId }) =>
      countryId === null ? terms('questionOther.country') : (countries.get(countryId) ?? gone),
    organisation: (id) => (id === null ? t('views.question.secretariat') : (names.get(id) ?? gone)),
  }
}

/** Languages under their own names, in the asker's order. */
export const endonymsOf = (locales: readonly Locale[]): string => locales.map(endonymOf).join(' · ')
