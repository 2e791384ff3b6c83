import type { Payload } from 'payload'

import { databaseOf } from '../../../database/database.ts'
import type { IssueSource } from '../../../dissemination/issue-source.ts'
import { askableMails } from '../../../ledger/issue-progress/open-questions.ts'
import type { ProgressCount } from '../../../ledger/issue-progress/progress-counts.ts'
import { IDEMPOTENCY_TTL_MS } from '../../../newsletter/transports/resend.ts'
import { reasonText } from '../../reasons.ts'
import type { ViewContext } from '../../view-context.ts'
import { AskButton } from '../ask-button.tsx'
import { peopleIn, peopleOf } from '../counts.ts'
import { DecideButtons } from '../decisions.tsx'
import { nearMoment } from './near-moment.ts'
import { OpenMails } from './open-mails.tsx'

interface InDoubtProps {
  readonly issue: Pick<IssueSource, 'id' | 'state'>
  readonly counts: readonly ProgressCount[]
  readonly payload: Payload
  readonly page: number
  readonly context: ViewContext
}

/** Mails of which nobody knows whether they arrived, each kind with the one thing that can safely be done about it. */
export async function InDoubt({ issue, counts, payload, page, context }: InDoubtProps) {
  return (
    <>
      <Askable issue={issue} payload={payload} context={context} />
      <Unconfirmed issue={issue} counts={counts} payload={payload} page={page} context={context} />
    </>
  )
}

/** A service that remembers the mails' keys can be asked again: it drops what it has already. */
async function Askable({ issue, payload, context }: Pick<InDoubtProps, 'issue' | 'payload' | 'context'>) {
  const { t, number } = context
  const askable = await askableMails(issue.id, databaseOf(payload))
  if (askable === null) return null
  const until = new Date(askable.since.getTime() + IDEMPOTENCY_TTL_MS)
  return (
    <section className="em-panel" aria-labelledby="em-askable">
      <div className="em-panel-head">
        <div>
          <h3 id="em-askable">
            {t('views.cockpit.askable', { count: askable.mails, number: number(askable.mails) })}
          </h3>
          <p>
            {t('views.cockpit.askable.lead', {
              until: nearMoment(until, context),
              next: nearMoment(askable.nextAt, context),
            })}
          </p>
        </div>
        <AskButton
          path={`/api/issues/${issue.id}/ask-again`}
          isFirst
          texts={{
            label: t('views.cockpit.askable.again'),
            sure: t('views.send.decide.sure'),
            keep: t('views.send.decide.keep'),
            notNow: t('views.send.notNow'),
            unreachable: t('views.unreachable'),
          }}
        />
      </div>
    </section>
  )
}

/** Nobody can be asked about these: to wait for reports is safe, everything else is a person's decision. */
function Unconfirmed({ issue, counts, payload, page, context }: InDoubtProps) {
  const { t, number } = context
  const reasons = peopleOf(counts, 'unconfirmed')
  const people = peopleIn(counts, 'unconfirmed')
  if (people === 0) return null
  return (
    <section className="em-panel" aria-labelledby="em-unconfirmed">
      <h3 id="em-unconfirmed">{t('views.send.unconfirmed', { count: people, number: number(people) })}</h3>
      <p>
        {t('views.send.unconfirmed.lead')} <b>{t('views.cockpit.unconfirmed.wait')}</b>
      </p>
      <ul className="em-reasons em-doubt-reasons">
        {reasons.map(({ reason, people: some }) => (
          <li key={reason}>
            <span>{reasonText(t, 'mail', reason) ?? t('views.reason.none')}</span>
            <span className="em-end">{number(some)}</span>
            {reasons.length > 1 && (
              <DecideButtons
                issue={issue}
                state="unconfirmed"
                reason={reason}
                people={some}
                about={reasonText(t, 'mail', reason) ?? t('views.reason.none')}
                context={context}
              />
            )}
          </li>
        ))}
      </ul>
      <OpenMails issue={issue} people={people} page={page} payload={payload} context={context} />
      <h4>{t('views.cockpit.unconfirmed.all')}</h4>
      <DecideButtons
        issue={issue}
        state="unconfirmed"
        people={people}
        about={t('views.cockpit.unconfirmed.all')}
        context={context}
      />
    </section>
  )
}
