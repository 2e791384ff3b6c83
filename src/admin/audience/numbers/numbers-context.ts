import type { Shown } from '../../../audience/numbers/small-cells.ts'
import type { ViewContext } from '../../view-context.ts'

/** What each part of the page with numbers needs. Its texts are those of `audience`. */
export interface NumbersContext extends ViewContext {
  /** Also numbers that are so small that they may tell who is meant. */
  readonly seesAll: boolean
  readonly isRtl: boolean
  /** `YYYY-MM-DD`, where the network is. */
  readonly today: string
  /** How far back growth goes. */
  readonly weeks: number
  /** A number, or that it is too small to be shown. */
  readonly people: (value: Shown) => string
}

/** A week whose numbers may be shown. */
export interface ShownWeek {
  readonly monday: string
  readonly came: Shown
  readonly left: Shown
}
