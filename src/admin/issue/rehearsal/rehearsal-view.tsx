import type { DocumentViewServerProps } from 'payload'

import { databaseOf } from '../../../database/database.ts'
import type { IssueSource } from '../../../dissemination/issue-source.ts'
import type { RehearsalReport } from '../../../dissemination/rehearsal/rehearsal-report.ts'
import { isOpenToEdit } from '../../../dissemination/sent-issues/is-open-to-edit.ts'
import { latestRehearsal, type Rehearsal } from '../../../ledger/rehearsals.ts'
import { KeepFresh } from '../../keep-fresh.tsx'
import { reasonText } from '../../reasons.ts'
import type { ViewContext } from '../../view-context.ts'
import { ViewHead } from '../../view-head.tsx'
import { AskButton } from '../ask-button.tsx'
import { issueName } from '../issue-name.ts'
import { type IssueView, issueView } from '../issue-view.tsx'
import { SeedTests } from '../seeds/seed-tests.tsx'
import { RehearsalResult } from './rehearsal-result.tsx'

/** How far it is is read out each time: where it takes long, not more often than that. */
const EVERY_SECONDS = { few: 2, many: 10 } as const
const MANY_MAILS = 2000

/** What sending the issue would come to, tried out on nobody; and tests to colleagues. */
export const RehearsalView = (props: DocumentViewServerProps) => issueView(props, 'rehearsal', show)

async function show({ issue, payload, context }: IssueView) {
  const rehearsal = await latestRehearsal(issue.id, databaseOf(payload))
  const isMoving = rehearsal?.state === 'asked' || rehearsal?.state === 'running'
  const isOpen = isOpenToEdit(issue.state)
  return (
    <>
      <ViewHead
        over={issueName(issue, context)}
        {...headOf(rehearsal, context)}
        live
        action={isOpen && !isMoving && <Rehearse issue={issue} rehearsal={rehearsal} context={context} />}
      />
      {isMoving && (
        <>
          <KeepFresh everySeconds={EVERY_SECONDS[rehearsal.total > MANY_MAILS ? 'many' : 'few']} />
          <progress
            className="em-progress"
            aria-label={context.t('views.rehearsal.progress')}
            value={rehearsal.mails}
            max={Math.max(1, rehearsal.total)}
          />
        </>
      )}
      {rehearsal?.state === 'done' && (
        <RehearsalResult issue={issue} report={rehearsal.report as RehearsalReport} context={context} />
      )}
      {isOpen && <SeedTests issue={issue} payload={payload} context={context} />}
    </>
  )
}

function headOf(rehearsal: Rehearsal | null, { t, number, moment }: ViewContext) {
  switch (rehearsal?.state) {
    case undefined:
      return { title: t('views.rehearsal.none.title'), lead: t('views.rehearsal.none.lead') }
    case 'asked':
      return { title: t('views.rehearsal.asked.title'), lead: t('views.rehearsal.running.lead') }
    case 'running': {
      // Until its audience is counted it has only begun.
      if (rehearsal.total === 0)
        return { title: t('views.rehearsal.asked.title'), lead: t('views.rehearsal.running.lead') }
      const progress = { mails: number(rehearsal.mails), total: number(rehearsal.total) }
      return { title: t('views.rehearsal.running.title', progress), lead: t('views.rehearsal.running.lead') }
    }
    case 'done': {
      const { arrived } = rehearsal.report as RehearsalReport
      return {
        title: t('views.rehearsal.done.title', { count: arrived, number: number(arrived) }),
        lead: t('views.rehearsal.done.lead', { when: moment(rehearsal.finishedAt ?? rehearsal.askedAt) }),
      }
    }
    case 'failed': {
      const { problem } = rehearsal
      const isOurs = problem === 'gone' || problem === 'broke-off'
      return {
        title: t('views.rehearsal.failed.title'),
        lead: isOurs ? t(`views.rehearsal.problem.${problem}`) : reasonText(t, 'issue', problem),
      }
    }
  }
}

interface RehearseProps {
  readonly issue: IssueSource
  readonly rehearsal: Rehearsal | null
  readonly context: ViewContext
}

const Rehearse = ({ issue, rehearsal, context: { t } }: RehearseProps) => (
  <AskButton
    path={`/api/issues/${issue.id}/rehearse`}
    isFirst
    texts={{
      label: t(rehearsal === null ? 'views.rehearsal.start' : 'views.rehearsal.again'),
      sure: '',
      keep: '',
      notNow: t('views.rehearsal.notNow'),
      unreachable: t('views.unreachable'),
    }}
  />
)
