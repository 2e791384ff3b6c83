import type { TextReader } from '../../client-texts.ts'
import type { Draft } from './draft.ts'
import type { Offers } from './offers.ts'

/** What every part of the builder works with. */
export interface Building {
  readonly t: TextReader
  readonly offers: Offers
  readonly isReadOnly: boolean
  /** What hinders the segment from being saved, and at which number. Null: nothing, or nobody has tried to yet. */
  readonly refused: { readonly number: string; readonly message: string } | null
  readonly change: (next: Draft) => void
  readonly remove: (key: string) => void
  /** Puts a condition or a group of one at the end of the group. */
  readonly add: (group: string, what: 'condition' | 'group') => void
}

/** Where the keyboard goes on in a place. */
export const focusName = (key: string): string => `segment-${key}`
