import type { TranslatableCollection } from '../../content/translatable.ts'
import type { Locale } from '../../i18n/locales.ts'

/** What a mark of coded text stands for. */
export interface ExchangeMark {
  /** From 1. */
  readonly id: number
  readonly kind: 'format' | 'link' | 'break' | 'other'
  /** Of `format`, as the editor's bits: 1 bold, 2 italic … */
  readonly format?: number
  /** Of `link`. */
  readonly url?: string
}

export type ExchangeState = 'missing' | 'machine' | 'in-translation' | 'needs-review' | 'approved'

/** One segment of an item as a translator outside is given it, and as an import finds it. */
export interface ExchangeSegment {
  /** Stable within the item: `title`, `howItWorks#<node>`. */
  readonly key: string
  readonly field: string
  /** The field's name as a person knows it. */
  readonly label: string
  /** Coded text. */
  readonly source: string
  readonly marks: readonly ExchangeMark[]
  /** Of what a translator must react to: another one outdates the translation. */
  readonly sourceHash: string
  /** Coded text. Empty: none, or approved to have none. */
  readonly target: string
  readonly state: ExchangeState
  /** The target translates an older source. */
  readonly outdated: boolean
  /** Null: the field has no limit. */
  readonly maxCharacters: number | null
  /** Counts edits of the target. 0: there is none yet. */
  readonly version: number
}

/** Everything of one item that goes out in one locale. */
export interface ExchangeFile {
  readonly collection: TranslatableCollection
  /** UUIDv7. */
  readonly itemId: string
  /** In the source locale. */
  readonly title: string
  readonly sourceLocale: Locale
  readonly targetLocale: Locale
  readonly sourceRevision: number
  readonly segments: readonly ExchangeSegment[]
}

/** `practices/0198…`: how a file names the item it belongs to. */
export const originalOf = ({
  collection,
  itemId,
}: {
  readonly collection: string
  readonly itemId: string
}): string => `${collection}/${itemId}`

export const xliffVersions = ['2.1', '1.2'] as const
export type XliffVersion = (typeof xliffVersions)[number]

/** Whether a translator has something to do here: nothing yet, a machine's draft, unfinished, or outdated. */
export const isOpen = ({ state, outdated }: ExchangeSegment): boolean =>
  outdated || state === 'missing' || state === 'machine' || state === 'in-translation'
