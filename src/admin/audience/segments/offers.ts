import type { OfferedValue } from '../../offered-values.ts'
import type { ListAbout } from './draft.ts'

/** The values that a condition can name. */
export type Offers = Readonly<Record<ListAbout, readonly OfferedValue[]>>
