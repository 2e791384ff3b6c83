import { type ChannelDeliveryState, channelDeliveryStates } from '../../ledger/delivery-state.ts'
import { toneOf } from '../delivery-marks.ts'
import { Mark } from '../marks.tsx'
import type { ViewContext } from '../view-context.ts'

interface StateStripProps {
  readonly deliveries: readonly { readonly state: ChannelDeliveryState }[]
  readonly context: ViewContext
}

/** How many deliveries are in each state. */
export function StateStrip({ deliveries, context: { t, number } }: StateStripProps) {
  return (
    <dl className="em-strip">
      {channelDeliveryStates.map((state) => (
        <div key={state}>
          <dt>
            <Mark name={state} tone={toneOf[state]} size={14} />
            {t(`views.state.${state}`)}
          </dt>
          <dd>{number(deliveries.filter((delivery) => delivery.state === state).length)}</dd>
        </div>
      ))}
    </dl>
  )
}
