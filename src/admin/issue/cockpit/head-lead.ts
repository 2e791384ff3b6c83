import type { IssueSource } from '../../../dissemination/issue-source.ts'
import type { ViewContext } from '../../view-context.ts'
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
  const { endsAt } = progress
  return [
    t('views.cockpit.started', { when: moment(startedAt) }),
    endsAt === null
      ? t('views.cockpit.last.unknown')
      : t('views.cockpit.last', { when: nearMoment(endsAt, context, progress.pace.now) }),
  ].join(' ')
}
