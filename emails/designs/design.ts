import type { TitleLevel } from '../item-cards.ts'
import type { LetterBlock, LetterProps, Texts } from '../letter.ts'
import type { Mjml } from '../mjml.ts'
import type { Plain } from '../plain.ts'

/** How a design shows the item that leads. All that follows it looks the same in every design. */
export interface Design {
  /** Shows the leading item's own picture on top of the letter, before its introduction. */
  readonly pictureOnTop: boolean
  lead(block: LetterBlock, shown: Shown): Mjml
  /** The same as plain text. */
  leadText(block: LetterBlock, shown: Shown): Plain
}

export interface Shown {
  readonly props: LetterProps
  readonly texts: Texts
  readonly level: TitleLevel
}
