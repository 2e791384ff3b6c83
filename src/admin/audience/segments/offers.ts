import type { ListAbout } from './draft.ts'

/** A value that a condition can name. */
export interface OfferedValue {
  /** As the condition holds it. */
  readonly id: string
  readonly label: string
  /** Language of the label. */
  readonly lang: string
}

export type Offers = Readonly<Record<ListAbout, readonly OfferedValue[]>>
