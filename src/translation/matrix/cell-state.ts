/** How far one item is in one locale; `unwanted` is a choice and no gap. In the order in which they are shown. */
export const cellStates = [
  'missing',
  'machine',
  'in-translation',
  'needs-review',
  'current',
  'outdated',
  'withdrawn',
  'unwanted',
] as const

export type CellState = (typeof cellStates)[number]

export const isCellState = (value: unknown): value is CellState => cellStates.some((state) => state === value)

/** Somebody has still to do something about it. */
export const isOpen = (state: CellState): boolean =>
  state !== 'current' && state !== 'withdrawn' && state !== 'unwanted'
