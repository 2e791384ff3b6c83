import type { ItemReference } from '../../../content/published-item.ts'
import type { TextReader, Texts } from '../../client-texts.ts'
import type { CellView } from '../cell-view.ts'
import type { ChannelView } from '../channel-view.ts'

/** What a person may do with the cells of an item. */
export interface CellRights {
  /** Choose words, picture and time, and ask for approval. */
  readonly mayPrepare: boolean
  /** Approve, and decide about what stands. */
  readonly mayDecide: boolean
}

/** What every part of an opened cell works with. */
export interface CellDesk {
  readonly item: ItemReference
  readonly channel: ChannelView
  readonly cell: CellView
  readonly rights: CellRights
  readonly texts: Texts
  readonly t: TextReader
  readonly number: (value: number) => string
  readonly isBusy: boolean
  /** Asks the server to do something with this cell, and says what came of it. Answers whether it did. */
  readonly ask: (what: 'choices' | 'approval' | 'decide', data: object) => Promise<boolean>
  /** Which words of somebody else's the person saw there, as the server says it. Null: none were shown. */
  readonly seen: string | null
  readonly onSeen: (seen: string | null) => void
  /** The field that the server refused last. */
  readonly refused: { readonly field: string; readonly message: string } | null
}
