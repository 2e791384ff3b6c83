import type { IssueSource } from '../../../dissemination/issue-source.ts'
import { DOMAIN_HELD } from '../../../ledger/domain-holds.ts'
import type { ViewContext } from '../../view-context.ts'
import { peopleIn } from '../counts.ts'
import type { Progress } from './load-progress.ts'
import { nearMoment } from './near-moment.ts'

interface Situation {
  readonly issue: Pick<IssueSource, 'date'>
  readonly situation: IssueSource['state'] | 'noRecord'
  readonly progress: Progress
}

/** What stands below the heading: while mails leave, since when and until when, as far as that can be known. */
export function headLead({ issue, situation, progress }: Situation, context: ViewContext): string {
  const { t, moment } = context
  const startedAt = progress.audience?.at ?? progress.pace.firstAt
  if (situation !== 'sending' || startedAt === null)
    return t(`views.send.${situation}.lead`, { when: moment(issue.date) })
  return [t('views.cockpit.started', { when: moment(startedAt) }), lastOf(progress, context)].join(' ')
}

function lastOf({ endsAt, counts, waiting, pace }: Progress, context: ViewContext): string {
  const { t } = context
  if (endsAt !== null) return t('views.cockpit.last', { when: nearMoment(endsAt, context, pace.now) })
  const held = waiting
    .filter(({ reason }) => reason === DOMAIN_HELD)
    .reduce((sum, { people }) => sum + people, 0)
  const isAllHeld = held > 0 && held >= peopleIn(counts, 'planned', 'submitting')
  return t(isAllHeld ? 'views.cockpit.last.refusing' : 'views.cockpit.last.unknown')
}
