import type { Payload } from 'payload'

import { MAX_ANSWER } from '../../audience/questions/question.ts'
import type { QuestionScope } from '../../audience/questions/question-scope.ts'
import type { StoredQuestion } from '../../audience/questions/read-questions.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { endonymOf, type Locale } from '../../i18n/locales.ts'
import { OfficerAction } from '../audience/officer/officer-action.tsx'
import { OfficerChoice, OfficerField } from '../audience/officer/officer-field.tsx'
import { OfficerForm } from '../audience/officer/officer-form.tsx'
import type { ViewContext } from '../view-context.ts'

interface QuestionStepsProps {
  readonly question: StoredQuestion
  readonly hasAnswer: boolean
  /** Of the next answer: pressing twice answers once. */
  readonly answerId: string
  readonly scope: QuestionScope
  /** To whom it can be given, by id and name. */
  readonly partners: readonly (readonly [string, string])[]
  readonly context: ViewContext
}

/** Organisations that a question can be given to, in the order of their names. */
export async function loadPartners(
  payload: Payload,
  locale: Locale,
): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await databaseOf(payload).execute<{ id: string; name: string }>(sql`
    select o.id, coalesce(own.name, english.name, o.acronym) as name from organisations o
    left join organisations_locales own on own._parent_id = o.id and own._locale::text = ${locale}
    left join organisations_locales english on english._parent_id = o.id and english._locale::text = 'en'
    where coalesce(own.name, english.name, o.acronym) is not null
  `)
  const order = new Intl.Collator(locale)
  return rows
    .map(({ id, name }) => [id, name] as const)
    .sort(([, one], [, other]) => order.compare(one, other))
}

/** What somebody may do with the question in its state. */
export function QuestionSteps({
  question,
  hasAnswer,
  answerId,
  scope,
  partners,
  context,
}: QuestionStepsProps) {
  const { t } = context
  const path = (step: string): string => `/api/questions/${question.id}/${step}`
  const texts = { failed: t('views.unreachable'), saved: '', keep: t('views.question.keep') }
  const isOpen = question.state === 'open'
  return (
    <>
      {scope.mayAnswer && question.state !== 'closed' && (
        <section className="em-section" aria-labelledby="em-answer">
          <h2 id="em-answer" className="em-rule em-sub">
            {t(hasAnswer ? 'views.question.answerAgain' : 'views.question.answer')}
          </h2>
          <OfficerForm
            path={path('answer')}
            label={t('views.question.answer')}
            submit={t('views.question.send')}
            texts={texts}
          >
            <input type="hidden" name="id" value={answerId} />
            <OfficerChoice
              name="locale"
              label={t('views.question.language')}
              value={question.locales[0] ?? ''}
              options={question.locales.map((locale) => [locale, endonymOf(locale)] as const)}
            />
            <label className="em-officer-field">
              <span>{t('views.question.text')}</span>
              <textarea
                name="text"
                className="em-input"
                rows={12}
                dir="auto"
                required
                maxLength={MAX_ANSWER}
              />
            </label>
            <p className="em-quiet">{t('views.question.textHint')}</p>
          </OfficerForm>
        </section>
      )}
      {scope.mayAnswer && isOpen && (
        <section className="em-section" aria-labelledby="em-give">
          <h2 id="em-give" className="em-rule em-sub">
            {t('views.question.notMine')}
          </h2>
          <div className="em-two">
            <OfficerForm
              path={path('give')}
              label={t('views.question.give')}
              submit={t('views.question.give')}
              texts={texts}
            >
              <OfficerChoice
                name="organisation"
                label={t('views.question.to')}
                options={[['', t('views.question.secretariat')], ...partners]}
              />
              <OfficerField name="note" label={t('views.question.note')} />
            </OfficerForm>
            <OfficerForm
              path={path('close')}
              label={t('views.question.close')}
              submit={t('views.question.close')}
              texts={texts}
            >
              <OfficerField name="note" label={t('views.question.note')} />
              {!hasAnswer && <p className="em-quiet">{t('views.question.closeHint')}</p>}
            </OfficerForm>
          </div>
        </section>
      )}
      <div className="em-actions em-question-actions">
        {scope.mayRoute && hasAnswer && question.faqId === null && (
          <OfficerAction
            path={path('promote')}
            label={t('views.question.promote')}
            isFirst={true}
            texts={texts}
          />
        )}
        {scope.mayAnswer && !isOpen && (
          <OfficerAction path={path('reopen')} label={t('views.question.reopen')} texts={texts} />
        )}
        {scope.mayErase && (
          <OfficerAction
            path={path('erase')}
            label={t('views.question.erase')}
            question={{ sure: t('views.question.eraseAsk') }}
            texts={texts}
          />
        )}
      </div>
    </>
  )
}
