import type { QuestionEvent } from '../../audience/questions/question-events.ts'
import { translator } from '../../i18n/translator.ts'
import { type QuestionMail, unansweredKey } from '../../ledger/question-mails.ts'
import type { ViewContext } from '../view-context.ts'
import type { QuestionNames } from './question-names.ts'

interface QuestionHistoryProps {
  readonly events: readonly QuestionEvent[]
  readonly mails: readonly QuestionMail[]
  readonly names: QuestionNames
  /** Names by id. */
  readonly staff: ReadonlyMap<string, string>
  readonly context: ViewContext
}

/** All that happened, and whether those who were to be told were. */
export function QuestionHistory({ events, mails, names, staff, context }: QuestionHistoryProps) {
  const { t, moment, language } = context
  const terms = translator(language, 'terms')
  return (
    <section className="em-section" aria-labelledby="em-question-history">
      <h2 id="em-question-history" className="em-rule em-sub">
        {t('views.question.history')}
      </h2>
      <ol className="em-timeline em-question-history">
        {events.map(({ id, kind, userId, organisationId, note, at }) => {
          const mail = mails.find(({ key }) => key === String(id) || key === unansweredKey(id))
          return (
            <li key={id}>
              <time dateTime={at.toISOString()}>{moment(at)}</time>
              <div>
                <p>
                  <b>
                    {t(`views.question.event.${kind}`, { organisation: names.organisation(organisationId) })}
                  </b>
                </p>
                {userId !== null && (
                  <p>
                    <bdi>{staff.get(userId) ?? t('views.question.gone')}</bdi>
                  </p>
                )}
                {note !== '' && <p dir="auto">{note}</p>}
                {mail !== undefined && (
                  <p>
                    {t('views.question.mail')}{' '}
                    {terms(`mailState.${mail.hasBounced ? 'bounced' : mail.state}`)}
                    {mail.reason === 'nobody-to-tell' && `: ${t('views.question.nobodyToTell')}`}
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
