import type { DeliveryState } from '../../../ledger/delivery-state.ts'
import { Mark } from '../../marks.tsx'
import type { ViewContext } from '../../view-context.ts'
import { peopleIn } from '../counts.ts'
import type { Progress } from './load-progress.ts'

/** Those who were to get it, in the order of the strip. */
export const sentStates = [
  'submitted',
  'submitting',
  'planned',
  'unconfirmed',
  'failed',
] as const satisfies readonly DeliveryState[]

interface ProofProps {
  readonly progress: Pick<Progress, 'counts' | 'audience'>
  /** Whether the heading says already what submitted means. */
  readonly isExplained: boolean
  readonly context: ViewContext
}

/** Keeps the sum in the order in which it is written, whatever the direction of the text around it. */
const isolated = (text: string): string => `\u2066${text}\u2069`

/** That everybody who was on the list when the issue left is in exactly one state. */
export function Proof({ progress: { counts, audience }, isExplained, context: { t, number } }: ProofProps) {
  const toSend = peopleIn(counts, ...sentStates)
  const skipped = peopleIn(counts, 'skipped')
  const all = toSend + skipped
  if (audience !== null && audience.candidates !== all)
    return (
      <p className="em-note em-note-bad">
        {t('views.cockpit.imbalance', { all: number(all), candidates: number(audience.candidates) })}
      </p>
    )
  const parts = sentStates
    .map((state) => peopleIn(counts, state))
    .filter((people) => people > 0)
    .map(number)
  const sum = parts.length > 1 ? `${parts.join(' + ')} = ${number(toSend)}` : number(toSend)
  return (
    <p className="em-proof">
      <Mark name="submitted" tone="ok" size={13} />
      <span>
        {t('views.cockpit.balance', {
          sum: isolated(sum),
          skipped: number(skipped),
          all: number(all),
        })}
        {!isExplained && ` ${t('views.send.sending.lead')}`}
      </span>
    </p>
  )
}
