import type { CheerioAPI } from 'cheerio'

import { type Check, quote, when } from './check.ts'
import { inlineStyle } from './inline-style.ts'
import { shownTexts } from './shown-texts.ts'

/** Smaller letters are hard to read on a phone, in CSS pixels. */
const MIN_TEXT_PX = 14

const headingsOf = (page: CheerioAPI): { readonly level: number; readonly words: string }[] =>
  page('h1,h2,h3,h4,h5,h6')
    .toArray()
    .map((heading) => ({ level: Number(heading.tagName.slice(1)), words: page(heading).text() }))

/** In pixels, as far as a style of the element itself says it. */
function sizeOf(style: string | undefined): number | null {
  const { font = '', 'font-size': size = '' } = inlineStyle(style)
  const [, pixels] = /(?:^|\s)(\d+(?:\.\d+)?)px/.exec(size || font) ?? []
  return pixels === undefined ? null : Number(pixels)
}

export const structureChecks: readonly Check[] = [
  { name: 'no-title', level: 'warn', find: ({ page }) => when(page('title').text().trim() === '') },
  {
    name: 'no-alt',
    level: 'warn',
    find: ({ page }) =>
      page('img:not([alt])')
        .toArray()
        .map((image) => quote(page(image).attr('src') ?? '')),
  },
  {
    name: 'main-heading',
    level: 'warn',
    find: ({ page }) => {
      const { length } = page('h1')
      return when(length !== 1, String(length))
    },
  },
  {
    name: 'headings',
    level: 'warn',
    find: ({ page }) => {
      const headings = headingsOf(page)
      return headings
        .filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
        .map(({ words }) => quote(words))
    },
  },
  {
    // A table that only arranges is read out cell by cell as data unless it says that it is none.
    name: 'layout-table',
    level: 'warn',
    find: ({ page }) => {
      const { length } = page('table:not([role="presentation"],[role="none"])').not(':has(th)')
      return when(length > 0, String(length))
    },
  },
  {
    name: 'small-text',
    level: 'warn',
    find: ({ page }) =>
      shownTexts(page)
        .filter(({ path }) => {
          const size = path.map(({ attribs }) => sizeOf(attribs.style)).find((pixels) => pixels !== null)
          return size !== undefined && size !== null && size < MIN_TEXT_PX
        })
        .map(({ words }) => quote(words)),
  },
]
