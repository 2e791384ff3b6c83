import { NavGroup } from '@payloadcms/ui'
import type { ServerProps } from 'payload'

import { questionScopeOf } from '../../audience/questions/question-scope.ts'
import { waitingQuestions } from '../../audience/questions/read-questions.ts'
import { databaseOf } from '../../database/database.ts'
import { NavLink } from '../nav-link.tsx'
import { viewContext } from '../view-context.ts'
import { QUESTIONS } from './questions-place.ts'

/** A place in the navigation for those who answer questions, with the number of those that wait for them. */
export async function QuestionsNav({ i18n, payload, user }: ServerProps) {
  const scope = questionScopeOf(user ?? null)
  if (scope === null || i18n === undefined) return null
  const { t, number } = viewContext({ i18n })
  const waiting = await waitingQuestions(scope, databaseOf(payload))
  return (
    <NavGroup label={t('views.question.nav')}>
      <NavLink href={QUESTIONS} isExact={false}>
        {t('views.question.all')}
        {waiting > 0 && (
          <>
            <span className="em-nav-count" aria-hidden="true">
              {number(waiting)}
            </span>
            <span className="em-sr">
              {t('views.question.waiting', { count: waiting, number: number(waiting) })}
            </span>
          </>
        )}
      </NavLink>
    </NavGroup>
  )
}
