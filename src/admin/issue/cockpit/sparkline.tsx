import { STEP_SECONDS } from '../../../ledger/issue-progress/sending-pace.ts'

const WIDTH = 150
const HEIGHT = 28
/** So that the line is not cut where it is highest. */
const EDGE = 2

interface SparklineProps {
  /** Mails in each `STEP_SECONDS`, oldest first. */
  readonly steps: readonly number[]
  /** Mails a second. Null: none holds them back. */
  readonly limit: number | null
  readonly isRtl: boolean
  readonly label: string
}

/** The pace of the last minutes as a line, the limit dashed. Time runs as the language is read. */
export function Sparkline({ steps, limit, isRtl, label }: SparklineProps) {
  const most = Math.max(...steps, (limit ?? 0) * STEP_SECONDS, 1)
  const y = (mails: number): number => HEIGHT - EDGE - (mails / most) * (HEIGHT - 2 * EDGE)
  const along = WIDTH / Math.max(steps.length - 1, 1)
  const x = (index: number): number => (isRtl ? WIDTH - index * along : index * along)
  return (
    <svg className="em-sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {limit !== null && (
        <line
          className="em-sparkline-limit"
          x1={0}
          x2={WIDTH}
          y1={y(limit * STEP_SECONDS)}
          y2={y(limit * STEP_SECONDS)}
        />
      )}
      <polyline
        points={steps.map((mails, index) => `${x(index).toFixed(1)},${y(mails).toFixed(1)}`).join(' ')}
      />
    </svg>
  )
}
