import { randomUUID } from 'node:crypto'

import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { z } from 'zod'

import { closesAt } from '../../audience/questions/overdue.ts'
import { eventsOf } from '../../audience/questions/question-events.ts'
import { questionScopeOf } from '../../audience/questions/question-scope.ts'
import { answersOf, findQuestion } from '../../audience/questions/read-questions.ts'
import { databaseOf } from '../../database/database.ts'
import { translator } from '../../i18n/translator.ts'
import { mailsOfQuestion } from '../../ledger/question-mails.ts'
import { staffNames } from '../audience/officer/names-of.ts'
import { networkContext } from '../view-context.ts'
import { ViewFrame } from '../view-frame.tsx'
import { ViewHead } from '../view-head.tsx'
import { QuestionFacts } from './question-facts.tsx'
import { QuestionHistory } from './question-history.tsx'
import { questionNames } from './question-names.ts'
import { loadPartners, QuestionSteps } from './question-steps.tsx'
import { QuestionThread } from './question-thread.tsx'
import { QUESTIONS } from './questions-place.ts'

/** One question: what was asked and answered, whose it is and why, and what can be done. Nobody sees the address. */
export async function QuestionView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  const asked = z.uuid().safeParse([view.params?.segments ?? []].flat().at(1))
  if (user === null)
    redirect(`/admin/login?redirect=${encodeURIComponent(`${QUESTIONS}/${asked.data ?? ''}`)}`)
  const context = await networkContext(req)
  const { t, moment, day } = context
  const database = databaseOf(payload)
  const scope = questionScopeOf(user)
  const question = scope === null || !asked.success ? null : await findQuestion(asked.data, scope, database)
  const steps = [{ label: t('views.question.all'), url: '/questions' }]
  if (question === null || scope === null)
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t('views.question.notHere')} lead={t('views.question.notHereLead')} />
      </ViewFrame>
    )
  const terms = translator(context.language, 'terms')
  const answers = await answersOf(question.id, database)
  const events = await eventsOf(question.id, database)
  const mails = await mailsOfQuestion(question.id, database)
  const staff = await staffNames(payload, [
    ...events.map(({ userId }) => userId),
    ...answers.map(({ userId }) => userId),
  ])
  const names = await questionNames(
    payload,
    context,
    [question],
    events.map(({ organisationId }) => organisationId),
  )
  const label = t('views.question.one', { number: question.number })
  return (
    <ViewFrame view={view} steps={[...steps, { label }]}>
      <ViewHead
        level={1}
        over={label}
        title={terms(`questionState.${question.state}`)}
        lead={[
          t(question.isInTrouble ? 'views.question.troubleLead' : 'views.question.askedAt', {
            when: moment(question.askedAt),
          }),
          ...(question.overdueSince === null
            ? []
            : [t('views.question.overdue', { day: day(closesAt(question.overdueSince)) })]),
        ].join('. ')}
      />
      <div className="em-two em-question">
        <div>
          <QuestionThread
            question={question}
            answers={answers}
            mails={mails}
            staff={staff}
            context={context}
          />
          <QuestionSteps
            question={question}
            hasAnswer={answers.length > 0}
            answerId={randomUUID()}
            scope={scope}
            partners={scope.mayRoute ? await loadPartners(payload, context.language) : []}
            context={context}
          />
        </div>
        <div>
          <QuestionFacts question={question} names={names} context={context} />
          <QuestionHistory events={events} mails={mails} names={names} staff={staff} context={context} />
        </div>
      </div>
    </ViewFrame>
  )
}
