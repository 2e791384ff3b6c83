import { wallClockAt } from '../../../content/publishing/wall-clock.ts'
import type { IssueSchedule } from '../../../dissemination/schedule/schedule-issue.ts'
import type { ViewContext } from '../../view-context.ts'
import { AskButton } from '../ask-button.tsx'
import { ScheduleForm } from './schedule-form.tsx'
import { scheduleTexts } from './schedule-texts.ts'

interface ScheduleControlsProps {
  readonly issueId: string
  /** Null: it is a draft. */
  readonly schedule: IssueSchedule | null
  readonly context: ViewContext
}

/** When the issue leaves by itself: chosen in the hours of a zone, the network's unless another was chosen before. */
export function ScheduleControls({ issueId, schedule, context }: ScheduleControlsProps) {
  const { t } = context
  const timeZone = schedule?.timeZone ?? context.timeZone
  const zones = [...new Set([timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
  return (
    <section className="em-section" aria-labelledby="em-schedule">
      <h3 id="em-schedule" className="em-rule">
        {t('views.schedule.title')}
      </h3>
      <ScheduleForm
        issueId={issueId}
        zones={zones}
        at={schedule === null ? '' : wallClockAt(schedule.at, timeZone)}
        timeZone={timeZone}
        texts={scheduleTexts(t)}
        language={context.language}
      />
    </section>
  )
}

interface UnscheduleProps {
  readonly issueId: string
  readonly context: ViewContext
}

/** Makes a scheduled issue a draft again, at once: it can be scheduled again. */
export function Unschedule({ issueId, context: { t } }: UnscheduleProps) {
  return (
    <AskButton
      path={`/api/issues/${issueId}/unschedule`}
      texts={{
        label: t('views.schedule.not'),
        sure: t('views.schedule.not'),
        keep: t('views.send.stop.keep'),
        notNow: t('views.send.notNow'),
        unreachable: t('views.unreachable'),
      }}
    />
  )
}
