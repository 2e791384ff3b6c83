import { reasonText } from '../reasons.ts'
import type { ViewContext } from '../view-context.ts'
import type { ReasonCount } from './counts.ts'

interface ReasonListProps {
  readonly id: string
  readonly title: string
  readonly rows: readonly ReasonCount[]
  /** People at a full bar. */
  readonly scale: number
  /** Said instead of an empty list. */
  readonly empty: string
  readonly context: ViewContext
}

/** Why people got nothing, as counts: nobody can be recognised. */
export function ReasonList({ id, title, rows, scale, empty, context: { t, number } }: ReasonListProps) {
  return (
    <section className="em-section" aria-labelledby={id}>
      <h3 id={id} className="em-rule">
        {title}
      </h3>
      {rows.length === 0 && <p className="em-empty">{empty}</p>}
      <ul className="em-reasons">
        {rows.map(({ reason, people }) => (
          <li key={reason}>
            <span>{reasonText(t, 'mail', reason) ?? t('views.reason.none')}</span>
            <span className="em-reasons-bar" aria-hidden="true">
              <i style={{ inlineSize: `${(people / scale) * 100}%` }} />
            </span>
            <span className="em-end">{number(people)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
