import type { CheerioAPI } from 'cheerio'

import { type Colour, colourIn } from './colour.ts'
import { inlineStyle } from './inline-style.ts'
import type { Element } from './shown-texts.ts'

export type Scheme = 'light' | 'dark'

/** How mail programs draw a letter that says nothing of its own. */
const canvas: Readonly<Record<Scheme, { readonly ground: Colour; readonly ink: Colour }>> = {
  light: { ground: [255, 255, 255], ink: [0, 0, 0] },
  dark: { ground: [18, 18, 18], ink: [255, 255, 255] },
}
const linkInk: Readonly<Record<Scheme, Colour>> = { light: [0, 0, 238], dark: [158, 158, 255] }

interface Rule {
  readonly selector: string
  readonly style: Readonly<Record<string, string>>
}

const IMPORTANT = /\s*!important$/

/** Rules that hold on a wide screen in the scheme. Widths are not looked at: no colour of a letter depends on them. */
function rulesOf(page: CheerioAPI, scheme: Scheme): Rule[] {
  const sheet = page('style')
    .toArray()
    .map((style) => page(style).text())
    .join('\n')
    .replace(/\/\*.*?\*\//gs, '')
  const outside = sheet.replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  const dark = [...sheet.matchAll(/@media[^{]*prefers-color-scheme:\s*dark[^{]*\{((?:[^{}]*\{[^{}]*\})*)/g)]
    .map(([, rules = '']) => rules)
    .join('\n')
  return [...`${outside}\n${scheme === 'dark' ? dark : ''}`.matchAll(/([^{}@]+)\{([^{}]*)\}/g)].flatMap(
    ([, selectors = '', block]) => {
      const style = inlineStyle(block)
      return 'color' in style || 'background' in style || 'background-color' in style
        ? selectors.split(',').map((selector) => ({ selector: selector.trim(), style }))
        : []
    },
  )
}

/** (ids, classes and attributes, types) as one number. https://www.w3.org/TR/selectors-4/#specificity-rules */
const specificityOf = (selector: string): number =>
  (selector.match(/#[\w-]+/g)?.length ?? 0) * 10_000 +
  (selector.match(/\.[\w-]+|\[[^\]]*\]|:(?!:)[\w-]+/g)?.length ?? 0) * 100 +
  (selector.match(/(?:^|[\s>+~])[a-z]/gi)?.length ?? 0)

/** Selectors of browsers' own, such as `::-moz-selection`, and everything else that nothing static matches. */
const isPlain = (selector: string): boolean => /^[\w\s.#>[\]="'~^$*-]+$/.test(selector)

/** Colours of a letter's elements, from its style sheet, its styles and its attributes. */
export interface PageColours {
  /** Of words that stand directly in the first of these elements, the innermost. */
  readonly inkOf: (path: readonly Element[]) => Colour
  readonly groundOf: (path: readonly Element[]) => Colour
}

export function pageColours(page: CheerioAPI, scheme: Scheme): PageColours {
  const byElement = new Map<Element, Rule[]>()
  const rules = rulesOf(page, scheme)
    .filter(({ selector }) => isPlain(selector))
    .toSorted((one, other) => specificityOf(one.selector) - specificityOf(other.selector))
  for (const rule of rules)
    for (const element of page<Element, string>(rule.selector).toArray())
      byElement.set(element, [...(byElement.get(element) ?? []), rule])

  /** Weakest first, so that the last one that says something is right. */
  const sayingOf = (element: Element, names: readonly string[]): Colour | null => {
    const own = byElement.get(element) ?? []
    const attribute = names.includes('background') ? element.attribs.bgcolor : element.attribs.color
    const inline = inlineStyle(element.attribs.style)
    const values = (style: Rule['style'], wanted: 'important' | 'normal'): string[] =>
      Object.entries(style).flatMap(([name, value]) =>
        names.includes(name) && IMPORTANT.test(value) === (wanted === 'important') ? [value] : [],
      )
    return [
      ...(attribute === undefined ? [] : [attribute]),
      ...own.flatMap(({ style }) => values(style, 'normal')),
      ...values(inline, 'normal'),
      ...own.flatMap(({ style }) => values(style, 'important')),
      ...values(inline, 'important'),
    ].reduce<Colour | null>((last, value) => colourIn(value) ?? last, null)
  }

  return {
    inkOf(path) {
      for (const element of path) {
        const said = sayingOf(element, ['color'])
        if (said !== null) return said
        if (element.tagName === 'a' && element.attribs.href !== undefined) return linkInk[scheme]
      }
      return canvas[scheme].ink
    },
    groundOf(path) {
      for (const element of path) {
        const said = sayingOf(element, ['background', 'background-color'])
        if (said !== null) return said
      }
      return canvas[scheme].ground
    },
  }
}
