import type { OpenedImport } from '../../../audience/imports/shown-import.ts'
import type { TextReader } from '../../client-texts.ts'

interface StepProgressProps {
  readonly list: OpenedImport
  readonly t: TextReader
}

/** How far a worker is with the step under way. */
export function StepProgress({ list: { state, progress }, t }: StepProgressProps) {
  const label = t(`imports.state.${state}`)
  return (
    <div className="em-import-progress">
      <p role="status">{label}</p>
      <progress max={1} value={progress ?? 0} aria-label={label} />
    </div>
  )
}
