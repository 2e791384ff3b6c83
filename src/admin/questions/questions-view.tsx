import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import { isDataOfficer } from '../../access/data-officers.ts'
import { closesAt } from '../../audience/questions/overdue.ts'
import { questionStates } from '../../audience/questions/question.ts'
import { questionScopeOf } from '../../audience/questions/question-scope.ts'
import { pageOfQuestions, type StoredQuestion } from '../../audience/questions/read-questions.ts'
import { databaseOf } from '../../database/database.ts'
import { translator } from '../../i18n/translator.ts'
import { Pages, pageNumber } from '../audience/officer/pages.tsx'
import { Mark } from '../marks.tsx'
import { ScrollArea } from '../scroll-area.tsx'
import { networkContext, type ViewContext } from '../view-context.ts'
import { ViewFrame } from '../view-frame.tsx'
import { ViewHead } from '../view-head.tsx'
import { OfficerPart } from './officer-part.tsx'
import { questionMark } from './question-marks.ts'
import { endonymsOf, type QuestionNames, questionNames } from './question-names.ts'
import { QUESTIONS } from './questions-place.ts'

const PER_PAGE = 50

/** The questions of the info line that somebody of staff may see: those that wait first, the longest waiting on top. */
export async function QuestionsView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  if (user === null) redirect(`/admin/login?redirect=${encodeURIComponent(QUESTIONS)}`)
  const context = await networkContext(req)
  const { t, number } = context
  const terms = translator(context.language, 'terms')
  const steps = [{ label: t('views.question.all') }]
  const scope = questionScopeOf(user)
  if (scope === null)
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t('views.question.all')} lead={t('views.question.closedToYou')} />
      </ViewFrame>
    )
  const asked = (name: string): string => [view.searchParams?.[name] ?? []].flat()[0] ?? ''
  const state = questionStates.find((each) => each === asked('state')) ?? null
  const page = pageNumber(asked('page'))
  const { questions, counts } = await pageOfQuestions(
    scope,
    { state, limit: PER_PAGE + 1, offset: (page - 1) * PER_PAGE },
    databaseOf(payload),
  )
  const shown = questions.slice(0, PER_PAGE)
  const names = await questionNames(payload, context, shown)
  return (
    <ViewFrame view={view} steps={steps}>
      <ViewHead
        level={1}
        over={t('views.question.all')}
        title={
          counts.open === 0
            ? t('views.question.noneWaits')
            : t('views.question.waiting', { count: counts.open, number: number(counts.open) })
        }
        lead={t('views.question.lead')}
      />
      <nav className="em-question-states" aria-label={t('views.question.states')}>
        {([null, ...questionStates] as const).map((each) => (
          <Link
            key={each}
            href={each === null ? QUESTIONS : `${QUESTIONS}?state=${each}`}
            prefetch={false}
            aria-current={each === state ? 'page' : undefined}
          >
            {each === null
              ? t('views.question.any')
              : `${terms(`questionState.${each}`)} (${number(counts[each])})`}
          </Link>
        ))}
      </nav>
      {shown.length === 0 ? (
        <p className="em-empty">{t('views.question.none')}</p>
      ) : (
        <QuestionTable questions={shown} names={names} context={context} />
      )}
      <Pages
        path={QUESTIONS}
        query={{ state: state ?? '' }}
        page={page}
        hasMore={questions.length > PER_PAGE}
        texts={{ newer: t('views.question.newer'), older: t('views.question.older') }}
      />
      {isDataOfficer(user) && <OfficerPart t={translator(context.language, 'audience')} />}
    </ViewFrame>
  )
}

interface QuestionTableProps {
  readonly questions: readonly StoredQuestion[]
  readonly names: QuestionNames
  readonly context: ViewContext
}

function QuestionTable({ questions, names, context }: QuestionTableProps) {
  const { t, shortMoment, day, language } = context
  const terms = translator(language, 'terms')
  return (
    <ScrollArea label={t('views.question.all')}>
      <table className="em-officer-table em-officer-rows">
        <thead>
          <tr>
            <th scope="col">{t('views.question.column.question')}</th>
            <th scope="col">{t('views.question.column.state')}</th>
            <th scope="col">{t('views.question.column.about')}</th>
            <th scope="col">{t('views.question.column.reads')}</th>
            <th scope="col">{t('views.question.column.whose')}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <tr key={question.id}>
              <th scope="row" className="em-question-cell">
                <Link href={`${QUESTIONS}/${question.id}`} prefetch={false} lang="" dir="auto">
                  {question.question}
                </Link>
              </th>
              <td>
                <span className="em-standing">
                  <Mark {...questionMark(question)} />
                  <span>
                    <b>{terms(`questionState.${question.state}`)}</b>
                    <small>{shortMoment(question.settledAt ?? question.askedAt)}</small>
                    {question.overdueSince !== null && (
                      <small>
                        {t('views.question.overdue', { day: day(closesAt(question.overdueSince)) })}
                      </small>
                    )}
                    {question.isInTrouble && <small>{t('views.question.trouble')}</small>}
                  </span>
                </span>
              </td>
              <td>
                {names.topic(question)}
                <small>{names.country(question)}</small>
              </td>
              <td>
                <bdi>{endonymsOf(question.locales)}</bdi>
              </td>
              <td>
                <bdi>{names.organisation(question.organisationId)}</bdi>
                <small>{terms(`questionReason.${question.why}`)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
