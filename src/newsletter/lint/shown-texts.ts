import type { CheerioAPI } from 'cheerio'

import { inlineStyle } from './inline-style.ts'

const elementsOf = (page: CheerioAPI) => page('body, body *').toArray()

/** An element of a letter's page. */
export type Element = ReturnType<typeof elementsOf>[number]

/** Words that stand directly in an element. */
export interface ShownText {
  readonly words: string
  /** The element and everything around it, innermost first. */
  readonly path: readonly Element[]
}

const silent = new Set(['script', 'style', 'title', 'noscript', 'template'])

const isHidden = ({ tagName, attribs }: Element): boolean =>
  silent.has(tagName) || inlineStyle(attribs.style).display === 'none'

function pathOf(element: Element): Element[] {
  const path: Element[] = [element]
  for (let { parent } = element; parent !== null; { parent } = parent)
    if (parent.type === 'tag') path.push(parent)
  return path
}

/** Everything that a reader sees as text, in its order. What is hidden, as the preheader is, does not count. */
export function shownTexts(page: CheerioAPI): ShownText[] {
  return elementsOf(page).flatMap((element) => {
    const words = element.children
      .map((child) => (child.type === 'text' ? child.data : ''))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (words === '') return []
    const path = pathOf(element)
    return path.some(isHidden) ? [] : [{ words, path }]
  })
}
