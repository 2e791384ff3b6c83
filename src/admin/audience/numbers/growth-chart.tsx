import { type Shown, SMALLEST_CELL } from '../../../audience/numbers/small-cells.ts'
import { niceTop } from './nice-top.ts'
import type { NumbersContext, ShownWeek } from './numbers-context.ts'
import { weekName } from './week-name.ts'

/** In units of the picture, which are CSS pixels where it has its full width. */
const WIDTH = 1080
const AXIS = 48
const TOP = 12
const PLOT = 200
const FOOT = 24
const GAP = 0.24
/** A label is about so wide, with air. */
const LABEL = 84

interface GrowthChartProps {
  readonly weeks: readonly ShownWeek[]
  /** What the picture shows, in a sentence. */
  readonly told: string
  readonly context: NumbersContext
}

/** Those who came above a line, those who left below it, one scale for both. Time runs as the language is read. */
export function GrowthChart({ weeks, told, context }: GrowthChartProps) {
  const { t, isRtl, number, language } = context
  const up = niceTop(Math.max(...weeks.map(({ came }) => came ?? 0), SMALLEST_CELL))
  const down = niceTop(Math.max(...weeks.map(({ left }) => left ?? 0), SMALLEST_CELL))
  const unit = PLOT / (up + down)
  const zero = TOP + up * unit
  const step = (WIDTH - AXIS) / weeks.length
  /** Start of something so wide, as far from the side where reading begins. */
  const along = (start: number, width: number): number => (isRtl ? WIDTH - start - width : start)
  const every = Math.max(1, Math.ceil(LABEL / step))
  const height = (value: Shown): number => (value ?? SMALLEST_CELL / 2) * unit
  const bar = (key: string, value: Shown, start: number, isUp: boolean) =>
    value !== 0 && (
      <rect
        key={key}
        className={isUp ? 'em-growth-came' : 'em-growth-left'}
        {...(value === null && { fill: `url(#em-growth-${isUp ? 'came' : 'left'})` })}
        x={along(start, step * (1 - GAP))}
        y={isUp ? zero - height(value) : zero}
        width={step * (1 - GAP)}
        height={height(value)}
      />
    )
  return (
    <>
      <ul className="em-key">
        <li>
          <i className="em-fill" />
          {t('numbers.growth.came')}
        </li>
        <li>
          <i className="em-fill em-growth-left-key" />
          {t('numbers.growth.left')}
        </li>
        {weeks.some(({ came, left }) => came === null || left === null) && (
          <li>
            <i className="em-fill em-fill-moving" />
            {t('numbers.few')}
          </li>
        )}
      </ul>
      <svg
        className="em-growth"
        viewBox={`0 0 ${WIDTH} ${TOP + PLOT + FOOT}`}
        role="img"
        aria-labelledby="em-growth-title em-growth-told"
      >
        <title id="em-growth-title">{t('numbers.growth')}</title>
        <desc id="em-growth-told">{told}</desc>
        <defs>
          <Hatching name="came" />
          <Hatching name="left" />
        </defs>
        {[up, up / 2, down / 2, down].map((value, index) => {
          const y = index < 2 ? zero - value * unit : zero + value * unit
          return (
            <g key={`${index < 2 ? 'up' : 'down'} ${value}`}>
              <line className="em-growth-grid" x1={along(AXIS, 0)} x2={along(WIDTH, 0)} y1={y} y2={y} />
              {(index === 0 || index === 3) && (
                <text x={along(AXIS - 8, 0)} y={y + 4} textAnchor="end">
                  {number(value)}
                </text>
              )}
            </g>
          )
        })}
        {weeks.map(({ monday, came, left }, index) => {
          const start = AXIS + index * step
          return (
            <g key={monday}>
              {bar('came', came, start, true)}
              {bar('left', left, start, false)}
              {index % every === 0 && start + LABEL <= WIDTH && (
                <text x={along(start, 0)} y={TOP + PLOT + 18} textAnchor="start">
                  {weekName(monday, language)}
                </text>
              )}
            </g>
          )
        })}
        <line className="em-growth-zero" x1={along(AXIS, 0)} x2={along(WIDTH, 0)} y1={zero} y2={zero} />
        <text x={along(AXIS - 8, 0)} y={zero + 4} textAnchor="end">
          {number(0)}
        </text>
      </svg>
    </>
  )
}

/** For a number that is kept back. */
function Hatching({ name }: { readonly name: 'came' | 'left' }) {
  return (
    <pattern
      id={`em-growth-${name}`}
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect className={`em-growth-${name}`} width="2.5" height="5" />
    </pattern>
  )
}
