import type { Inline } from './inline.ts'
import { OURS } from './xliff-names.ts'
import { isElement, type XmlElement } from './xml-tree.ts'

/** What an element of running text means: pieces before and after what it holds, `through` as if it were not there. */
export type Meaning =
  | { readonly before: readonly Inline[]; readonly after: readonly Inline[] }
  | 'through'
  | 'foreign'

/** Running text in pieces. The first element that is foreign to it is noted, and read as if it were not there. */
export interface RunningText {
  readonly pieces: readonly Inline[]
  readonly foreignElement: string | null
}

/** Reads what an element holds, by what its inline elements mean in that version of XLIFF. */
export function runningText(element: XmlElement, meaningOf: (inner: XmlElement) => Meaning): RunningText {
  const pieces: Inline[] = []
  let foreignElement: string | null = null
  const read = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (!isElement(child)) {
        pieces.push({ kind: 'text', text: child })
        continue
      }
      const meaning = child.namespace === element.namespace ? meaningOf(child) : 'foreign'
      if (meaning === 'foreign') foreignElement ??= child.name
      const { before, after } = typeof meaning === 'string' ? { before: [], after: [] } : meaning
      pieces.push(...before)
      read(child)
      pieces.push(...after)
    }
  }
  read(element)
  return { pieces, foreignElement }
}

export const attribute = (element: XmlElement, name: string): string | null =>
  element.attributes.get(name) ?? null

export const ourAttribute = (element: XmlElement, name: string): string | null =>
  attribute(element, `{${OURS}}${name}`)

/** A whole number that we wrote. Null: it is not there, or no such number any more. */
export function ourNumber(element: XmlElement, name: string): number | null {
  const value = ourAttribute(element, name)
  return value !== null && /^\d{1,9}$/u.test(value) ? Number(value) : null
}
