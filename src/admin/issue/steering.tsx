import type { IssueSource } from '../../dissemination/issue-source.ts'
import type { ProgressCount } from '../../ledger/issue-progress/progress-counts.ts'
import type { ViewContext } from '../view-context.ts'
import { AskButton } from './ask-button.tsx'
import { peopleIn } from './counts.ts'

interface SteeringProps {
  readonly issue: Pick<IssueSource, 'id' | 'state'>
  readonly counts: readonly ProgressCount[]
  readonly context: ViewContext
}

/** What can be done to an issue that has left the desk and is not finished. */
export function Steering({ issue: { id, state }, counts, context: { t, number } }: SteeringProps) {
  if (state !== 'preparing' && state !== 'sending' && state !== 'paused') return null
  const have = peopleIn(counts, 'submitted')
  const rest = peopleIn(counts, 'planned')
  const shared = {
    sure: t('views.send.stop.sure'),
    keep: t('views.send.stop.keep'),
    notNow: t('views.send.notNow'),
    unreachable: t('views.unreachable'),
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that act at once, not fields.
    <div className="em-actions" role="group" aria-label={t('views.send.steer')}>
      {state === 'sending' && (
        <AskButton path={`/api/issues/${id}/pause`} texts={{ ...shared, label: t('views.send.pause') }} />
      )}
      {state === 'paused' && (
        <AskButton
          path={`/api/issues/${id}/resume`}
          isFirst
          texts={{ ...shared, label: t('views.send.resume') }}
        />
      )}
      <AskButton
        path={`/api/issues/${id}/cancel`}
        isGrave
        texts={{
          ...shared,
          label: t('views.send.stop'),
          ask: t('views.cockpit.stop.ask', { count: have, number: number(have), rest: number(rest) }),
        }}
      />
    </div>
  )
}
