import type { Done, ReadFile, ReadUnit } from './read-document.ts'
import { attribute, type Meaning, ourAttribute, ourNumber, runningText } from './read-parts.ts'
import { childrenOf, type XmlElement } from './xml-tree.ts'

/** Files of an XLIFF 1.2 document. Notes, other proposals and what tools added are passed over. */
export function readXliff1(root: XmlElement): ReadFile[] {
  return childrenOf(root, 'file').map((file) => ({
    original: attribute(file, 'original') ?? '',
    sourceLocale: attribute(file, 'source-language') ?? '',
    targetLocale: attribute(file, 'target-language') ?? '',
    revision: ourNumber(file, 'revision'),
    line: file.line,
    units: childrenOf(file, 'body').flatMap(unitsIn),
  }))
}

const unitsIn = (element: XmlElement): ReadUnit[] =>
  childrenOf(element, 'trans-unit', 'group').flatMap((child) =>
    child.name === 'trans-unit' ? [readUnit(child)] : unitsIn(child),
  )

function readUnit(unit: XmlElement): ReadUnit {
  const [source] = childrenOf(unit, 'source')
  const [target] = childrenOf(unit, 'target')
  const sourceText = source === undefined ? null : runningText(source, meaningOf)
  const targetText = target === undefined ? null : runningText(target, meaningOf)
  return {
    id: attribute(unit, 'id') ?? '',
    line: unit.line,
    source: sourceText?.pieces ?? [],
    target: targetText?.pieces ?? null,
    done: target === undefined ? 'no' : doneOf(attribute(unit, 'approved'), attribute(target, 'state')),
    isPartial: false,
    digest: ourAttribute(unit, 'source'),
    hash: ourAttribute(unit, 'hash'),
    base: ourNumber(unit, 'base'),
    foreignElement: sourceText?.foreignElement ?? targetText?.foreignElement ?? null,
  }
}

/** A tool that takes something back says so in the state, and may forget `approved`. */
function doneOf(approved: string | null, state: string | null): Done {
  if (state === 'new' || state?.startsWith('needs-')) return 'no'
  return approved === 'yes' || state === 'final' || state === 'signed-off' ? 'final' : 'yes'
}

/** Pairs may come back as `bx` and `ex`, which mean the same; `mrk` parts sentences and carries remarks. */
function meaningOf(element: XmlElement): Meaning {
  const id = attribute(element, 'id') ?? ''
  switch (element.name) {
    case 'g':
      return { before: [{ kind: 'open', id }], after: [{ kind: 'close', id }] }
    case 'x':
      return { before: [{ kind: 'alone', id }], after: [] }
    case 'bx':
      return { before: [{ kind: 'open', id }], after: [] }
    case 'ex':
      return { before: [{ kind: 'close', id: attribute(element, 'rid') ?? id }], after: [] }
    case 'mrk':
      return 'through'
    default:
      return 'foreign'
  }
}
