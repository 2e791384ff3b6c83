import type { Payload } from 'payload'

import { type Asker, mayPublish } from '../../access/roles.ts'
import { databaseOf } from '../../database/database.ts'
import { everything, type MatrixQuery, matrixSearch } from '../../translation/matrix/matrix-query.ts'
import {
  type AssignedRequests,
  assignedRequests,
  lastOutdated,
  oldestToReview,
  type WaitingLanguage,
  waitingLanguages,
} from '../../translation/matrix/waiting.ts'
import { type MatrixContext, matrixContext } from '../translation-matrix/matrix-context.ts'
import type { Need } from './need.ts'

/** What of the translations waits for this person: an editor's across all languages, a translator's in their own. */
export async function translationNeeds(
  payload: Payload,
  user: Asker,
  req: Parameters<typeof matrixContext>[0],
): Promise<Need[]> {
  if (user?.collection !== 'users') return []
  const context = matrixContext(req)
  return mayPublish(user)
    ? editorNeeds(payload, context)
    : translatorNeeds(payload, { id: user.id, locales: user.locales ?? [] }, context)
}

const matrix = (query: Partial<MatrixQuery>): string =>
  `/admin/translation${matrixSearch({ ...everything, ...query })}`

type Count = 'toReview' | 'outdatedPublic' | 'late'

async function editorNeeds(payload: Payload, context: MatrixContext): Promise<Need[]> {
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

interface Translator {
  readonly id: string
  readonly locales: MatrixQuery['languages']
}

async function translatorNeeds(
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

/** Null: nothing is late. */
function lateNeed(
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
        : `/admin/translation/requests?locale=${locale}`,
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

const counted = (key: string, count: number, { t, number }: MatrixContext): string =>
  t(key, { count, number: number(count) })

/** Languages that a sentence names; the others are counted. */
const MAX_NAMED = 3

/** `German 3, Greek 2 and 4 other languages`, the most first. */
function perLanguage(count: Count, languages: readonly WaitingLanguage[], context: MatrixContext): string {
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
