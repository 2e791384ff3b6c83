import type { LanguageReadiness } from '../../../dissemination/readiness/issue-readiness.ts'
import { Mark } from '../../marks.tsx'
import type { ViewContext } from '../../view-context.ts'
import { languageMarks } from '../language-marks.ts'

const states = ['ready', 'on-hold', 'falls-back', 'left-out'] as const

interface GateStripProps {
  readonly languages: readonly LanguageReadiness[]
  readonly context: ViewContext
}

/** How many languages and readers are ready, held, fall back or get nothing, in words and as one bar. */
export function GateStrip({ languages, context: { t, number } }: GateStripProps) {
  const groups = states
    .map((state) => {
      const [mark, tone] = languageMarks[state]
      const those = languages.filter((language) => language.state === state)
      return { state, mark, tone, those, readers: those.reduce((sum, { readers }) => sum + readers, 0) }
    })
    .filter(({ those }) => those.length > 0)
  return (
    <div className="em-gatebar">
      <ul>
        {groups.map(({ state, mark, tone, those, readers }) => (
          <li key={state}>
            <Mark name={mark} tone={tone} size={16} />
            <span>
              {t(`views.matrix.state.${state}`)} <b>{number(those.length)}</b>
            </span>
            <span className="em-quiet">
              {t('views.matrix.readers', { count: readers, number: number(readers) })}
            </span>
          </li>
        ))}
      </ul>
      <div className="em-gatebar-bar" aria-hidden="true">
        {groups
          .filter(({ readers }) => readers > 0)
          .map(({ state, readers }) => (
            <i key={state} className={`em-gatebar-${state}`} style={{ flexGrow: readers }} />
          ))}
      </div>
    </div>
  )
}
