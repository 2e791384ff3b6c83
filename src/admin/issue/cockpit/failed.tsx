import { databaseOf } from '../../../database/database.ts'
import { failedMails } from '../../../ledger/issue-progress/failed-mails.ts'
import { reasonText } from '../../reasons.ts'
import type { SendingProps } from '../before-sending.tsx'
import { peopleIn } from '../counts.ts'
import { DecideButtons } from '../decisions.tsx'
import type { Progress } from './load-progress.ts'

interface FailedProps extends SendingProps {
  readonly progress: Pick<Progress, 'counts'>
}

/** What failed by cause, and what became of the address. */
export async function Failed({ issue, progress, payload, context }: FailedProps) {
  const { t, number } = context
  const people = peopleIn(progress.counts, 'failed')
  const causes = people === 0 ? [] : await failedMails(issue.id, databaseOf(payload))
  return (
    <section className="em-section" aria-labelledby="em-failed">
      <h3 id="em-failed" className="em-rule">
        {t('views.send.failed', { number: number(people) })}
      </h3>
      {causes.length === 0 && <p className="em-empty">{t('views.send.failed.none')}</p>}
      <ul className="em-reasons em-failed">
        {causes.map(({ reason, mails, suppressed }) => (
          <li key={reason}>
            <span>
              {reasonText(t, 'mail', reason) ?? t('views.reason.none')}
              <small>
                {suppressed === 0
                  ? t('views.cockpit.failed.kept')
                  : t('views.cockpit.failed.suppressed', { number: number(suppressed) })}
              </small>
            </span>
            <span className="em-end">{number(mails)}</span>
          </li>
        ))}
      </ul>
      <DecideButtons issue={issue} state="failed" people={people} context={context} />
    </section>
  )
}
