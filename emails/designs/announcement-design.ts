import { button, itemWords } from '../item-cards.ts'
import { itemText } from '../items-text.ts'
import { row } from '../layout.ts'
import { mjml } from '../mjml.ts'
import { whenLine } from '../when-line.ts'
import type { Design } from './design.ts'

/** In pixels. */
const TITLE_SIZE = 36

/** One thing, large: its picture on top, all of its summary and one button. */
export const announcementDesign: Design = {
  pictureOnTop: true,
  lead: (block, { props: { language }, level }) =>
    mjml`${row(
      language,
      { space: [30, 10], size: 18 },
      mjml`${itemWords(block, language, { size: TITLE_SIZE, level })}${whenLine(block)}`,
    )}${button(block.url, block.linkText)}`,
  leadText: (block, { props: { language }, texts: { t } }) => itemText(block, language, t),
}
