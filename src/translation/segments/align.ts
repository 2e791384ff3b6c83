import type { FlattenedField } from 'payload'
import { type RichNode, toCodedText } from './coded-text.ts'
import { inlineOf, isRichDocument, nodeId, type RichDocument, wordedNodes } from './rich-nodes.ts'
import { rowName, segmentsOf } from './segments-of.ts'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What a language's own text says for each segment of the source, by key. A text that was written by hand has other
 * nodes and rows than its source: those without a name of the source's are matched in their order, kind by kind.
 */
export function targetTexts(
  source: Row,
  target: Row,
  fields: readonly FlattenedField[],
): ReadonlyMap<string, string> {
  const aligned = alignedRow(source, target, fields)
  return new Map(segmentsOf(aligned, fields).map(({ key, text }) => [key, text]))
}

/** The target with the source's names on its rows and nodes. What has no counterpart keeps a name of its own. */
export function alignedRow(source: Row, target: Row, fields: readonly FlattenedField[]): Row {
  const aligned: Record<string, unknown> = { ...target }
  for (const field of fields) {
    const [from, to] = [source[field.name], target[field.name]]
    if (field.type === 'richText' && isRichDocument(from) && isRichDocument(to))
      aligned[field.name] = alignedDocument(from, to)
    else if (field.type === 'array' && Array.isArray(from) && Array.isArray(to))
      aligned[field.name] = alignedRows(from.filter(isRow), to.filter(isRow), field.flattenedFields)
    else if ((field.type === 'group' || field.type === 'tab') && isRow(from) && isRow(to))
      aligned[field.name] = alignedRow(from, to, field.flattenedFields)
  }
  return aligned
}

function alignedRows(
  source: readonly Row[],
  target: readonly Row[],
  fields: readonly FlattenedField[],
): Row[] {
  const names = source.map(rowName)
  const taken = new Set(target.map(rowName).filter((name) => names.includes(name)))
  const free = names.filter((name) => !taken.has(name))
  return target.map((row, index) => {
    const own = rowName(row, index)
    const name = names.includes(own) ? own : (free.shift() ?? own)
    const counterpart = source[names.indexOf(name)]
    return { ...(counterpart === undefined ? row : alignedRow(counterpart, row, fields)), id: name }
  })
}

function alignedDocument(source: RichDocument, target: RichDocument): RichDocument {
  const wanted = wordedNodes(source.root).map((node, index) => ({
    id: nodeId(node) ?? String(index),
    type: node.type,
  }))
  const known = new Set(wanted.map(({ id }) => id))
  const nodes = wordedNodes(target.root)
  const taken = new Set(nodes.map(nodeId).filter((id) => id !== null && known.has(id)))
  const free = wanted.filter(({ id }) => !taken.has(id))
  const ids = new Map<RichNode, string>()
  const strangers = nodes.filter((node) => !taken.has(nodeId(node)))
  const inOrder = strangers.length === free.length
  for (const node of strangers) {
    const index = free.findIndex(({ type }) => inOrder || type === node.type)
    const [match] = index < 0 ? [] : free.splice(index, 1)
    if (match !== undefined) ids.set(node, match.id)
  }
  // A reader of the names only: the nodes themselves stay, whatever stands in them.
  const named = nodes.map((node, index) => ({
    type: 'paragraph',
    children: inlineOf(node),
    $: { segment: ids.get(node) ?? nodeId(node) ?? `own-${index}` },
  }))
  return { root: { type: 'root', children: named } }
}

/** Coded text of each worded node, in order: for comparing two documents. */
export const codedNodes = ({ root }: RichDocument): string[] =>
  wordedNodes(root).map((node) => toCodedText(inlineOf(node)).text)
