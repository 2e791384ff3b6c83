/** What one mark of a coded text stands for. */
export interface Mark {
  /** From 1, in the order in which they open. */
  readonly id: number
  readonly kind: 'format' | 'link' | 'break' | 'other'
  /** Lexical's bits of a formatted text: 1 bold, 2 italic … */
  readonly format?: number
  /** Of a link, when it leads to an address. */
  readonly url?: string
}

/**
 * A piece of an item that is translated by itself: the value of a field, or a node of formatted text that holds words.
 * Values that are no words, but differ per language in the database, travel along as `value`.
 */
export interface Segment {
  /** Stable within the item: `title`, `location.city`, `results.<row>.indicator`, `howItWorks#<node>`. */
  readonly key: string
  /** The key without rows and nodes. */
  readonly field: string
  readonly kind: 'plain' | 'rich'
  /** In coded form; never empty in a source. */
  readonly text: string
  readonly marks: readonly Mark[]
  /** Null: the field has no limit. Formatted text has none. */
  readonly maxCharacters: number | null
}

/** How far a segment is in one locale. */
const segmentStates = ['missing', 'machine', 'in-translation', 'needs-review', 'current', 'outdated'] as const

export type SegmentState = (typeof segmentStates)[number]

/** How far a target is, as it is stored: what follows from the source is derived. */
export type TargetState = 'machine' | 'in-translation' | 'needs-review' | 'approved'
