import { databaseOf } from '../../database/database.ts'
import { deliveryStates } from '../../ledger/delivery-state.ts'
import { type IssueCount, issueCounts } from '../../ledger/issue-report.ts'
import { issueSegmentOf } from '../../ledger/issue-segments.ts'
import { toneOf } from '../delivery-marks.ts'
import { KeepFresh } from '../keep-fresh.tsx'
import { Mark } from '../marks.tsx'
import { reasonText } from '../reasons.ts'
import type { ViewContext } from '../view-context.ts'
import { ViewHead } from '../view-head.tsx'
import type { SendingProps } from './before-sending.tsx'
import { ChangedSince } from './changed-since.tsx'
import { peopleIn, peopleOf } from './counts.ts'
import { DecideButtons, Decided } from './decisions.tsx'
import { issueName } from './issue-name.ts'
import { LanguageBars } from './language-bars.tsx'
import { problemOf } from './problem-of.ts'
import { ReasonList } from './reason-list.tsx'
import { Returns } from './returns.tsx'
import { Steering } from './steering.tsx'

/** Whom the issue has reached so far, whom it did not, and why. Counts only. */
export async function WhileSending({ issue, payload, context }: SendingProps) {
  const { t, number, moment } = context
  const database = databaseOf(payload)
  const counts = await issueCounts(issue.id, database)
  const segment = await issueSegmentOf(issue.id, database)
  const submitted = peopleIn(counts, 'submitted')
  const skipped = peopleIn(counts, 'skipped')
  const toSend = peopleIn(counts, 'planned', 'submitting', 'submitted', 'unconfirmed', 'failed')
  const isMoving = issue.state === 'preparing' || issue.state === 'sending'
  // Issues that were sent before there was a ledger.
  const problem = reasonText(t, 'issue', await problemOf(payload, issue.id))
  const situation = issue.state === 'sent' && counts.length === 0 ? 'noRecord' : issue.state
  const amounts = { submitted: number(submitted), count: toSend, number: number(toSend) }
  return (
    <>
      <ViewHead
        over={issueName(issue, context)}
        title={t(`views.send.${situation}.title`, amounts)}
        lead={t(`views.send.${situation}.lead`, { when: moment(issue.date) })}
        live
      />
      {isMoving && <KeepFresh />}
      {problem !== null && <p className="em-note em-note-bad">{t('views.send.stopped', { problem })}</p>}
      <Steering issue={issue} context={context} />
      {segment !== null && <p className="em-note">{t('views.send.segment.was', { name: segment.name })}</p>}
      {counts.length > 0 && (
        <>
          <Strip counts={counts} context={context} />
          <Returns issue={issue} payload={payload} context={context} />
          <p className="em-proof">
            <Mark name="submitted" tone="ok" size={13} />
            {t('views.send.balance', {
              number: number(toSend),
              skipped: number(skipped),
              all: number(toSend + skipped),
            })}
          </p>
          <ByLanguage counts={counts} context={context} />
          <Unconfirmed issue={issue} counts={counts} context={context} />
          <div className="em-two">
            <ReasonList
              id="em-skipped"
              title={t('views.send.skipped', { number: number(skipped) })}
              rows={peopleOf(counts, 'skipped')}
              scale={scaleOf(counts)}
              empty={t('views.send.skipped.none')}
              context={context}
            />
            <div>
              <ReasonList
                id="em-failed"
                title={t('views.send.failed', { number: number(peopleIn(counts, 'failed')) })}
                rows={peopleOf(counts, 'failed')}
                scale={scaleOf(counts)}
                empty={t('views.send.failed.none')}
                context={context}
              />
              <DecideButtons
                issue={issue}
                state="failed"
                people={peopleIn(counts, 'failed')}
                context={context}
              />
            </div>
          </div>
          <ChangedSince issueId={issue.id} payload={payload} context={context} />
          <Decided issue={issue} payload={payload} context={context} />
        </>
      )}
    </>
  )
}

interface CountsProps {
  readonly counts: readonly IssueCount[]
  readonly context: ViewContext
}

/** Both lists of reasons share it, so that their bars can be compared. */
const scaleOf = (counts: readonly IssueCount[]): number =>
  Math.max(...[...peopleOf(counts, 'skipped'), ...peopleOf(counts, 'failed')].map(({ people }) => people), 1)

function Strip({ counts, context: { t, number } }: CountsProps) {
  return (
    <dl className="em-strip">
      {deliveryStates.map((state) => (
        <div key={state}>
          <dt>
            <Mark name={state} tone={toneOf[state]} size={14} />
            {t(`views.state.${state}`)}
          </dt>
          <dd>{number(peopleIn(counts, state))}</dd>
        </div>
      ))}
    </dl>
  )
}

function ByLanguage({ counts, context }: CountsProps) {
  const { t } = context
  const tones = {
    submitted: 'reach',
    submitting: 'moving',
    unconfirmed: 'warn',
    failed: 'bad',
    planned: 'rest',
  } as const
  return (
    <LanguageBars
      counts={counts.filter(({ state }) => state !== 'skipped')}
      segments={Object.entries(tones).map(([state, tone]) => ({
        key: state,
        tone,
        label: t(`views.state.${state}`),
        holds: (count) => count.state === state,
      }))}
      context={context}
    />
  )
}

function Unconfirmed({ issue, counts, context }: CountsProps & Pick<SendingProps, 'issue'>) {
  const { t, number } = context
  const reasons = peopleOf(counts, 'unconfirmed')
  const people = peopleIn(counts, 'unconfirmed')
  if (people === 0) return null
  return (
    <section className="em-panel" aria-labelledby="em-unconfirmed">
      <h3 id="em-unconfirmed">{t('views.send.unconfirmed', { count: people, number: number(people) })}</h3>
      <p>{t('views.send.unconfirmed.lead')}</p>
      <ul className="em-reasons">
        {reasons.map(({ reason, people: ofReason }) => (
          <li key={reason}>
            <span>{reasonText(t, 'mail', reason) ?? t('views.reason.none')}</span>
            <span />
            <span className="em-end">{number(ofReason)}</span>
          </li>
        ))}
      </ul>
      <DecideButtons issue={issue} state="unconfirmed" people={people} context={context} />
    </section>
  )
}
