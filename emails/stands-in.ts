import type { Language } from './letter.ts'
import { type Mjml, mjml, trusted } from './mjml.ts'
import { inDirectionOf, type Plain, plain } from './plain.ts'
import { startOf, textFont } from './theme.ts'

/** Labels a letter that stands in for one in its reader's language, in that language. It is put into HTML as it is. */
export const standsInLabel = ({ locale, direction }: Language, text: string): Mjml =>
  mjml`<div lang="${locale}" dir="${direction}" style="padding-bottom:8px;text-align:${startOf(direction)};font:${trusted(textFont(direction, 14))}">${text}</div>`

/** The same in plain text, as a paragraph before what follows. */
export const standsInText = ({ direction }: Language, text: string): Plain =>
  plain`${inDirectionOf(direction)(plain`${text}`)}\n\n`
