import type { LetterBlock } from './letter.ts'
import { type Mjml, mjml } from './mjml.ts'

/** When an event takes place, struck through when it does not. Nothing for other items. */
export const whenLine = ({ when, dateIsOff }: Pick<LetterBlock, 'when' | 'dateIsOff'>): Mjml =>
  mjml`${
    when !== null &&
    mjml`<p style="margin:0 0 10px;font-weight:600${dateIsOff && ';text-decoration:line-through'}">${when}</p>`
  }`
