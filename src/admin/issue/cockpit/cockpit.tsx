import { Suspense } from 'react'

import type { Asker } from '../../../access/roles.ts'
import { databaseOf } from '../../../database/database.ts'
import { issueSegmentOf } from '../../../ledger/issue-segments.ts'
import { KeepFresh } from '../../keep-fresh.tsx'
import { reasonText } from '../../reasons.ts'
import { ViewHead } from '../../view-head.tsx'
import type { SendingProps } from '../before-sending.tsx'
import { ChangedSince } from '../changed-since.tsx'
import { peopleIn, peopleOf, wereToGet } from '../counts.ts'
import { Decided } from '../decisions.tsx'
import { issueName } from '../issue-name.ts'
import { problemOf } from '../problem-of.ts'
import { ReasonList } from '../reason-list.tsx'
import { Returns } from '../returns.tsx'
import { Steering } from '../steering.tsx'
import { Domains } from './domains.tsx'
import { Failed } from './failed.tsx'
import { headLead } from './head-lead.ts'
import { HeldDomains } from './held-domains.tsx'
import { InDoubt } from './in-doubt.tsx'
import { loadProgress } from './load-progress.ts'
import { ProgressByLanguage } from './progress-by-language.tsx'
import { Proof } from './proof.tsx'
import { Results } from './results.tsx'
import { Strip } from './strip.tsx'
import { Waiting } from './waiting.tsx'

/** Editions are made within seconds, and while they are nothing else can be seen. */
const EVERY_SECONDS = { preparing: 2, sending: 10 } as const

export interface CockpitProps extends SendingProps {
  /** Page of the list of mails in doubt, from 1. */
  readonly page: number
  readonly user: Asker
}

/** Whom the issue has reached so far, whom it did not, and why. Counts only. */
export async function Cockpit({ issue, payload, context, page, user }: CockpitProps) {
  const { t, number } = context
  const database = databaseOf(payload)
  const progress = await loadProgress(issue, database)
  const segment = await issueSegmentOf(issue.id, database)
  const { counts } = progress
  const submitted = peopleIn(counts, 'submitted')
  const skipped = peopleIn(counts, 'skipped')
  const toSend = wereToGet(counts)
  const moving = issue.state === 'preparing' || issue.state === 'sending' ? issue.state : null
  const problem = reasonText(t, 'issue', await problemOf(payload, issue.id))
  // Issues that were sent before there was a ledger.
  const situation = issue.state === 'sent' && counts.length === 0 ? 'noRecord' : issue.state
  const amounts = { submitted: number(submitted), count: toSend, number: number(toSend) }
  return (
    <div className="em-cockpit">
      <ViewHead
        over={issueName(issue, context)}
        title={t(`views.send.${situation}.title`, amounts)}
        lead={headLead({ issue, situation, progress }, context)}
        action={<Steering issue={issue} counts={counts} context={context} />}
        live
      />
      {moving !== null && <KeepFresh everySeconds={EVERY_SECONDS[moving]} />}
      {problem !== null && <p className="em-note em-note-bad">{t('views.send.stopped', { problem })}</p>}
      {segment !== null && <p className="em-note">{t('views.send.segment.was', { name: segment.name })}</p>}
      {counts.length > 0 && (
        <>
          <Strip progress={progress} isMoving={moving !== null} payload={payload} context={context} />
          <Proof progress={progress} isExplained={situation === 'sent'} context={context} />
          <ProgressByLanguage issue={issue} progress={progress} context={context} />
          <ChangedSince issueId={issue.id} payload={payload} context={context} />
          <HeldDomains issue={issue} payload={payload} context={context} />
          <InDoubt issue={issue} counts={counts} payload={payload} page={page} context={context} />
          <Suspense fallback={<p className="em-empty">{t('views.cockpit.counting')}</p>}>
            <Domains issue={issue} payload={payload} context={context} />
          </Suspense>
          <div className="em-two">
            <ReasonList
              id="em-skipped"
              title={t('views.send.skipped', { number: number(skipped) })}
              rows={peopleOf(counts, 'skipped')}
              scale={Math.max(...peopleOf(counts, 'skipped').map(({ people }) => people), 1)}
              empty={t('views.send.skipped.none')}
              context={context}
            />
            <div>
              <Failed issue={issue} progress={progress} payload={payload} context={context} />
              <Waiting progress={progress} context={context} />
            </div>
          </div>
          <Suspense fallback={<p className="em-empty">{t('views.cockpit.counting')}</p>}>
            <Returns issue={issue} payload={payload} context={context} />
          </Suspense>
          <Suspense fallback={<p className="em-empty">{t('views.cockpit.counting')}</p>}>
            <Results issue={issue} payload={payload} user={user} context={context} />
          </Suspense>
          <Decided issue={issue} payload={payload} context={context} />
        </>
      )}
    </div>
  )
}
