import Link from 'next/link'

import { cellStates } from '../../translation/matrix/cell-state.ts'
import type { MatrixPage } from '../../translation/matrix/matrix-page.ts'
import { type MatrixQuery, matrixSearch } from '../../translation/matrix/matrix-query.ts'
import { Mark } from '../marks.tsx'
import { translationMark } from '../translation-marks.ts'
import type { MatrixContext } from './matrix-context.ts'

interface StateChipsProps {
  readonly query: MatrixQuery
  readonly counts: MatrixPage['counts']
  readonly context: MatrixContext
}

/** Legend of the marks and choice of states in one: each is a link that adds its state or takes it away. */
export function StateChips({ query, counts, context: { t, number } }: StateChipsProps) {
  const shown = cellStates.filter(
    (state) => state !== 'unwanted' || counts.unwanted > 0 || query.states.includes('unwanted'),
  )
  return (
    <nav className="em-chips" aria-label={t('matrix.states')}>
      <ul>
        {shown.map((state) => {
          const isChosen = query.states.includes(state)
          const states = isChosen ? query.states.filter((each) => each !== state) : [...query.states, state]
          const { mark, tone } = translationMark[state]
          return (
            <li key={state}>
              <Link
                className="em-chip"
                href={`/admin/translation${matrixSearch({ ...query, states, page: 1 })}`}
                prefetch={false}
                aria-current={isChosen ? 'true' : undefined}
                scroll={false}
              >
                <Mark name={mark} tone={tone} size={16} />
                {t(`state.${state}`)} <b>{number(counts[state])}</b>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
