import type { ItemReport } from '../../dissemination/item-report.ts'
import { toneOf } from '../delivery-marks.ts'
import { Mark } from '../marks.tsx'
import { reasonText } from '../reasons.ts'
import type { ViewContext } from '../view-context.ts'

type Delivery = ItemReport['deliveries'][number]

interface DeliveryCellProps {
  /** Undefined: the channel does not speak this language. */
  readonly delivery: Delivery | undefined
  readonly context: ViewContext
}

/** What came of one item on one channel in one language: mark, word, why, when, and where it stands. */
export function DeliveryCell({ delivery, context: { t, shortMoment } }: DeliveryCellProps) {
  if (delivery === undefined)
    return (
      <span className="em-none">
        <span aria-hidden="true">–</span>
        <span className="em-sr">{t('views.item.notHere')}</span>
      </span>
    )
  const { state, reason, remoteUrl, remoteState, updatedAt, attempts } = delivery
  const why = reasonText(t, 'channel', reason)
  const isWithdrawn = state === 'submitted' && remoteState === 'absent'
  return (
    <div className="em-delivery">
      <Mark name={isWithdrawn ? 'skipped' : state} tone={isWithdrawn ? 'quiet' : toneOf[state]} />
      <div>
        <b>{t(isWithdrawn ? 'views.state.withdrawn' : `views.state.${state}`)}</b>
        {why !== null && <small>{why}</small>}
        {state !== 'skipped' && (
          <small>
            <time dateTime={updatedAt.toISOString()}>{shortMoment(updatedAt)}</time>
          </small>
        )}
        {state === 'planned' && attempts > 0 && <small>{t('views.item.tried', { count: attempts })}</small>}
        {remoteUrl !== null && remoteState === 'live' && (
          <a href={remoteUrl} target="_blank" rel="noreferrer">
            {t('views.item.seePost')}
          </a>
        )}
      </div>
    </div>
  )
}
