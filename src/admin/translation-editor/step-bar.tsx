import { useSetting } from './editor-setting.ts'

interface StepBarProps {
  /** Number of the segment that is worked on. Null: none. */
  readonly at: number | null
  readonly of: number
  readonly onMove: (step: 1 | -1) => void
}

/** From segment to segment, for those who have no keyboard. */
export function StepBar({ at, of, onMove }: StepBarProps) {
  const { t, tag } = useSetting()
  const number = (value: number): string => new Intl.NumberFormat(tag).format(value)
  return (
    <nav className="em-te-steps" aria-label={t('editor.steps')}>
      <button type="button" className="em-button" disabled={at === 1} onClick={() => onMove(-1)}>
        {t('editor.steps.previous')}
      </button>
      <b>{at === null ? '' : t('editor.steps.at', { at: number(at), number: number(of) })}</b>
      <button type="button" className="em-button" disabled={at === of} onClick={() => onMove(1)}>
        {t('editor.steps.next')}
      </button>
    </nav>
  )
}
