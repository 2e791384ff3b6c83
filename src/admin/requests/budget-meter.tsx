import type { TFunction } from 'i18next'

import type { Budget } from '../../translation/requests/budget.ts'
import type { ViewContext } from '../view-context.ts'

interface BudgetMeterProps {
  readonly budget: Budget
  readonly t: TFunction
  readonly number: ViewContext['number']
}

/** What machines were given this month of what they may have: a bar, with its numbers in words. */
export function BudgetMeter({
  budget: { charactersPerMonth, used, left, byEngine },
  t,
  number,
}: BudgetMeterProps) {
  // An engine of ours costs nothing.
  const paid = byEngine.filter(({ characters }) => characters > 0)
  const share = charactersPerMonth === 0 ? 1 : Math.min(used / charactersPerMonth, 1)
  const sentence = t('request.budget.sentence', {
    used: number(used),
    total: number(charactersPerMonth),
    left: number(left),
  })
  return (
    <section className="em-budget" aria-labelledby="em-budget">
      <h2 id="em-budget" className="em-sub">
        {t('request.budget.title')}
      </h2>
      <div className="em-bar em-budget-bar" role="img" aria-label={sentence}>
        {used > 0 && (
          <i className={`em-fill em-fill-${left === 0 ? 'bad' : 'reach'}`} style={{ flexGrow: share }} />
        )}
        <i className="em-fill em-fill-rest" style={{ flexGrow: 1 - share }} />
      </div>
      <p>{sentence}</p>
      {paid.length > 0 && (
        <ul className="em-key">
          {paid.map(({ engine, characters }) => (
            <li key={engine}>
              {t(`request.engine.${engine}`)}: <b>{number(characters)}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
