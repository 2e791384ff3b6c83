import type { Inline } from './inline.ts'
import type { Done, ReadFile, ReadUnit } from './read-document.ts'
import {
  attribute,
  type Meaning,
  ourAttribute,
  ourNumber,
  type RunningText,
  runningText,
} from './read-parts.ts'
import { childrenOf, type XmlElement } from './xml-tree.ts'

/** Files of an XLIFF 2.0 or 2.1 document. Notes, modules and what other tools added are passed over. */
export function readXliff2(root: XmlElement): ReadFile[] {
  return childrenOf(root, 'file').map((file) => ({
    original: attribute(file, 'original') ?? '',
    sourceLocale: attribute(root, 'srcLang') ?? '',
    targetLocale: attribute(root, 'trgLang') ?? '',
    revision: ourNumber(file, 'revision'),
    line: file.line,
    units: unitsIn(file),
  }))
}

const unitsIn = (element: XmlElement): ReadUnit[] =>
  childrenOf(element, 'unit', 'group').flatMap((child) =>
    child.name === 'unit' ? [readUnit(child)] : unitsIn(child),
  )

interface Part {
  readonly isText: boolean
  readonly state: string
  readonly source: RunningText
  readonly target: RunningText | null
  /** Where its target stands among the others; tools may change the order of sentences. */
  readonly order: number
}

function readUnit(unit: XmlElement): ReadUnit {
  const parts = childrenOf(unit, 'segment', 'ignorable').map(readPart)
  const texts = parts.filter(({ isText }) => isText)
  const translated = texts.filter(({ target }) => target !== null)
  const targets = parts.toSorted((a, b) => a.order - b.order).map(({ target, source }) => target ?? source)
  const all = [...parts.map(({ source }) => source), ...targets]
  return {
    id: attribute(unit, 'id') ?? '',
    line: unit.line,
    source: parts.flatMap(({ source }) => source.pieces),
    target: translated.length === 0 ? null : targets.flatMap(({ pieces }) => pieces),
    done: leastOf(texts.map(({ state }) => state)),
    isPartial: translated.length > 0 && translated.length < texts.length,
    digest: ourAttribute(unit, 'source'),
    hash: ourAttribute(unit, 'hash'),
    base: ourNumber(unit, 'base'),
    foreignElement: all.find(({ foreignElement }) => foreignElement !== null)?.foreignElement ?? null,
  }
}

function readPart(part: XmlElement, index: number): Part {
  const [source] = childrenOf(part, 'source')
  const [target] = childrenOf(part, 'target')
  const order = target === undefined ? null : attribute(target, 'order')
  return {
    isText: part.name === 'segment',
    state: attribute(part, 'state') ?? 'initial',
    source: source === undefined ? { pieces: [], foreignElement: null } : runningText(source, meaningOf),
    target: target === undefined ? null : runningText(target, meaningOf),
    order: order !== null && /^\d{1,6}$/u.test(order) ? Number(order) : index + 1,
  }
}

/** A unit is as far as the least of its parts. */
function leastOf(states: readonly string[]): Done {
  if (states.length > 0 && states.every((state) => state === 'final')) return 'final'
  return states.includes('initial') || states.length === 0 ? 'no' : 'yes'
}

/** Pairs may come back as `sc` and `ec`, which mean the same; annotations mean nothing to us. */
function meaningOf(element: XmlElement): Meaning {
  const id = attribute(element, 'id') ?? ''
  switch (element.name) {
    case 'pc':
      return { before: [{ kind: 'open', id }], after: [{ kind: 'close', id }] }
    case 'ph':
      return { before: [{ kind: 'alone', id }], after: [] }
    case 'sc':
      return { before: [{ kind: 'open', id }], after: [] }
    case 'ec':
      return { before: [{ kind: 'close', id: attribute(element, 'startRef') ?? id }], after: [] }
    case 'cp':
      return { before: [characterOf(attribute(element, 'hex') ?? '')], after: [] }
    case 'mrk':
    case 'sm':
    case 'em':
      return 'through'
    default:
      return 'foreign'
  }
}

const HIGHEST = 0x10ffff

/** What `cp` spells are the very characters that XML cannot hold; anything else it says reads as U+0000, which is refused. */
function characterOf(hex: string): Inline {
  const point = /^[0-9A-Fa-f]{1,6}$/u.test(hex) ? Number.parseInt(hex, 16) : 0
  return { kind: 'text', text: String.fromCodePoint(point > HIGHEST ? 0 : point) }
}
