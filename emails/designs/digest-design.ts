import { leadItem } from '../item-cards.ts'
import { itemText } from '../items-text.ts'
import type { Design } from './design.ts'

/** One item after the other; the first is larger. */
export const digestDesign: Design = {
  pictureOnTop: false,
  lead: (block, { props: { language, issue }, level }) =>
    leadItem(issue.coverUrl === null ? block : { ...block, image: null }, { letter: language, level }),
  leadText: (block, { props: { language }, texts: { t } }) => itemText(block, language, t),
}
