import type { QuestionAnswer, StoredQuestion } from '../../audience/questions/read-questions.ts'
import { directionOf } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { QuestionMail } from '../../ledger/question-mails.ts'
import { LanguageName } from '../language-name.tsx'
import type { ViewContext } from '../view-context.ts'

interface QuestionThreadProps {
  readonly question: StoredQuestion
  readonly answers: readonly QuestionAnswer[]
  readonly mails: readonly QuestionMail[]
  /** Names by id. */
  readonly staff: ReadonlyMap<string, string>
  readonly context: ViewContext
}

/** The question in the asker's words, then each answer as it was mailed and what became of that mail. */
export function QuestionThread({ question, answers, mails, staff, context }: QuestionThreadProps) {
  const { t, language, moment } = context
  const terms = translator(language, 'terms')
  return (
    <section className="em-section" aria-labelledby="em-thread">
      <h2 id="em-thread" className="em-rule em-sub">
        {question.name === null
          ? t('views.question.asks')
          : t('views.question.asksNamed', { name: question.name })}
      </h2>
      <blockquote className="em-question-words" lang="" dir="auto">
        {question.question}
      </blockquote>
      {answers.map(({ id, locale, answer, userId, at }) => {
        const mail = mails.find(({ kind, key }) => kind === 'answer' && key === id)
        return (
          <article key={id} className="em-question-answer">
            <h3>
              {t('views.question.answeredBy', { name: staff.get(userId) ?? t('views.question.gone') })}{' '}
              <small>
                <time dateTime={at.toISOString()}>{moment(at)}</time> · <LanguageName locale={locale} />
                {mail !== undefined && (
                  <>
                    {' '}
                    · {t('views.question.mail')}{' '}
                    {terms(`mailState.${mail.hasBounced ? 'bounced' : mail.state}`)}
                  </>
                )}
              </small>
            </h3>
            <blockquote className="em-question-words" lang={locale} dir={directionOf(locale)}>
              {answer}
            </blockquote>
          </article>
        )
      })}
    </section>
  )
}
