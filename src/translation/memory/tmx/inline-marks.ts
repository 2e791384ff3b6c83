import { escapeXml } from './escape-xml.ts'

/**
 * Marks of a coded text as TMX 1.4 writes native codes: a pair as `bpt` and `ept`, what stands alone as `ph`. `x` matches
 * the codes of source and target, `i` the two of a pair.
 * https://www.gala-global.org/tmx-14b#ContentMarkup_Rules
 */
export function toTmxContent(coded: string): string {
  let content = ''
  let at = 0
  for (const mark of coded.matchAll(/⟦(\/?)(\d+)(\/?)⟧/gu)) {
    const [text, closes, number, alone] = mark
    content += escapeXml(coded.slice(at, mark.index))
    at = mark.index + text.length
    if (alone === '/') content += `<ph x="${number}">${text}</ph>`
    else if (closes === '/') content += `<ept i="${number}">${text}</ept>`
    else content += `<bpt i="${number}" x="${number}">${text}</bpt>`
  }
  return content + escapeXml(coded.slice(at))
}

type Attributes = Readonly<Record<string, string>>

/** Turns the native codes of one `seg` into marks. A code's own content means nothing to us. */
export interface MarkReader {
  /** What stands for a code. Empty for elements that only highlight. */
  mark(name: string, attributes: Attributes): string
}

const ALONE = new Set(['ph', 'ut'])

export function markReader(): MarkReader {
  const pairs = new Map<string, number>()
  const taken = new Set<number>()
  const numberOf = ({ x, i }: Attributes): number => {
    const wanted = [x, i]
      .map(Number)
      .find((number) => Number.isInteger(number) && number > 0 && !taken.has(number))
    let number = wanted ?? 1
    while (taken.has(number)) number++
    taken.add(number)
    return number
  }
  const opened = (attributes: Attributes): string => {
    const number = numberOf(attributes)
    pairs.set(attributes.i ?? '', number)
    return `⟦${number}⟧`
  }
  const closed = (attributes: Attributes): string =>
    `⟦/${pairs.get(attributes.i ?? '') ?? numberOf(attributes)}⟧`
  return {
    mark(name, attributes) {
      if (ALONE.has(name)) return `⟦${numberOf(attributes)}/⟧`
      if (name === 'bpt') return opened(attributes)
      if (name === 'ept') return closed(attributes)
      if (name !== 'it') return ''
      return attributes.pos === 'end' ? `⟦/${numberOf(attributes)}⟧` : `⟦${numberOf(attributes)}⟧`
    },
  }
}
