import { databaseOf } from '../../../database/database.ts'
import { LEAST_READERS } from '../../../ledger/issue-progress/domain-counts.ts'
import { type DomainHold, domainHolds } from '../../../ledger/issue-progress/held-domains.ts'
import { AskButton } from '../ask-button.tsx'
import type { SendingProps } from '../before-sending.tsx'
import { nearMoment } from './near-moment.ts'

/** Whose mail servers refuse us, with what can be done about each. Nothing of it happens by itself. */
export async function HeldDomains({ issue, payload, context }: SendingProps) {
  const { t, number } = context
  const isUnderWay = issue.state === 'sending' || issue.state === 'paused'
  const holds = isUnderWay ? await domainHolds(issue.id, databaseOf(payload)) : []
  if (holds.length === 0) return null
  const people = holds.reduce((sum, { waiting }) => sum + waiting, 0)
  return (
    <section className="em-panel" aria-labelledby="em-held-domains">
      <h3 id="em-held-domains">{t('views.cockpit.refusing', { count: people, number: number(people) })}</h3>
      <p>{t('views.cockpit.refusing.lead')}</p>
      <ul className="em-reasons em-doubt-reasons">
        {holds.map((hold) => (
          <Held key={hold.id} hold={hold} issue={issue} context={context} />
        ))}
      </ul>
    </section>
  )
}

interface HeldProps extends Pick<SendingProps, 'issue' | 'context'> {
  readonly hold: DomainHold
}

function Held({ hold, issue, context }: HeldProps) {
  const { t, number } = context
  const { id, group, code, since, waiting, refused } = hold
  // With fewer readers a domain may tell who they are.
  const isNamed = waiting + refused >= LEAST_READERS
  const name = isNamed ? group : t('views.cockpit.refusing.small')
  const shared = {
    sure: t('views.send.decide.sure'),
    keep: t('views.send.decide.keep'),
    notNow: t('views.send.notNow'),
    unreachable: t('views.unreachable'),
  }
  return (
    <li>
      <span>
        <bdi>{name}</bdi>
        <small>
          {t('views.cockpit.refusing.since', {
            count: refused,
            number: number(refused),
            when: nearMoment(since, context),
          })}
          {code !== null && (
            <>
              {' '}
              <bdi dir="ltr">{code}</bdi>
            </>
          )}
        </small>
      </span>
      <span className="em-end">{number(waiting)}</span>
      <div className="em-actions">
        <AskButton
          path={`/api/issues/${issue.id}/decide-hold`}
          data={{ holdId: id, what: 'domain-again' }}
          about={name}
          texts={{ ...shared, label: t('views.cockpit.refusing.again') }}
        />
        <AskButton
          path={`/api/issues/${issue.id}/decide-hold`}
          data={{ holdId: id, what: 'domain-given-up' }}
          about={name}
          isGrave
          texts={{
            ...shared,
            label: t('views.cockpit.refusing.giveUp'),
            ask: t('views.cockpit.refusing.giveUp.ask', { count: waiting, number: number(waiting) }),
          }}
        />
      </div>
    </li>
  )
}
