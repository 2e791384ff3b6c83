import type { TextReader } from '../../client-texts.ts'
import { Mark } from '../../marks.tsx'
import type { AttemptView } from '../cell-view.ts'

interface AttemptListProps {
  readonly attempts: readonly AttemptView[]
  readonly t: TextReader
}

/** What was tried, the latest first; closed until somebody wants to know. */
export function AttemptList({ attempts, t }: AttemptListProps) {
  if (attempts.length === 0) return null
  return (
    <details className="em-cell-history">
      <summary>{t('views.item.history', { count: attempts.length })}</summary>
      <ol>
        {attempts.map(({ key, at, what, outcome, mark, tone, why }) => (
          <li key={key}>
            <Mark name={mark} tone={tone} size={13} />
            <span>
              {at} · {what} · {outcome}
              {why !== null && <small dir="auto">{why}</small>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
