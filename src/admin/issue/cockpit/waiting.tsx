import { reasonText } from '../../reasons.ts'
import type { ViewContext } from '../../view-context.ts'
import { peopleIn } from '../counts.ts'
import type { Progress } from './load-progress.ts'
import { nearMoment } from './near-moment.ts'
import { waitingReasons } from './waiting-reasons.ts'

interface WaitingProps {
  readonly progress: Pick<Progress, 'counts' | 'waiting' | 'away' | 'pace'>
  readonly context: ViewContext
}

/** What is planned and cannot leave now: refusals for the moment are no failures. */
export function Waiting({ progress, context }: WaitingProps) {
  const { t, number } = context
  const { pace } = progress
  const waiting = withDue(progress)
  const people = waiting.reduce((sum, some) => sum + some.people, 0)
  if (people === 0) return null
  return (
    <section className="em-section" aria-labelledby="em-waiting">
      <h3 id="em-waiting" className="em-rule">
        {t('views.cockpit.waiting', { number: number(people) })}
      </h3>
      <ul className="em-reasons em-failed">
        {waitingReasons(waiting).map(({ reason, people: some, until }) => (
          <li key={`${reason} ${until?.getTime()}`}>
            <span>
              {reasonText(t, 'mail', reason) ?? t('views.cockpit.waiting.planned')}
              {until !== null && (
                <small>
                  {t('views.cockpit.waiting.until', { when: nearMoment(until, context, pace.now) })}
                </small>
              )}
            </span>
            <span className="em-end">{number(some)}</span>
          </li>
        ))}
      </ul>
      <p className="em-quiet em-waiting-note">{t('views.cockpit.waiting.note')}</p>
    </section>
  )
}

/** What is due waits as well where no way out takes it. */
function withDue({ counts, waiting, away }: WaitingProps['progress']): Progress['waiting'] {
  const later = waiting.reduce((sum, { people }) => sum + people, 0)
  const due = peopleIn(counts, 'planned') - later
  return away === null || due <= 0 ? waiting : [{ locale: null, people: due, ...away }, ...waiting]
}
