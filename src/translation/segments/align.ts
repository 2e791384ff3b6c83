import type { FlattenedField } from 'payload'
import { type RichNode, toCodedText } from './coded-text.ts'
import { inlineOf, isRichDocument, nodeId, type RichDocument, wordedNodes } from './rich-nodes.ts'
import { rowName, segmentsOf } from './segments-of.ts'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What each segment said when it was last read, by key: a text that is known is found again wherever it stands. */
export type KnownTexts = ReadonlyMap<string, string>

/**
 * What a language's own text says for each segment of the source, by key. A text that was written by hand has other
 * nodes and rows than its source: those without a name of the source's are matched by what is known of them, then in
 * their order, kind by kind.
 */
export function targetTexts(
  source: Row,
  target: Row,
  fields: readonly FlattenedField[],
  known: KnownTexts = new Map(),
): ReadonlyMap<string, string> {
  const aligned = alignedRow(source, target, fields, { known, key: '' })
  return new Map(segmentsOf(aligned, fields).map(({ key, text }) => [key, text]))
}

interface Hints {
  readonly known: KnownTexts
  /** Of the place that is being aligned. */
  readonly key: string
}

/** The target with the source's names on its rows and nodes. What has no counterpart keeps a name of its own. */
export function alignedRow(source: Row, target: Row, fields: readonly FlattenedField[], hints: Hints): Row {
  const aligned: Record<string, unknown> = { ...target }
  for (const field of fields) {
    const [from, to] = [source[field.name], target[field.name]]
    const inner = { ...hints, key: `${hints.key}${field.name}` }
    if (field.type === 'richText' && isRichDocument(from) && isRichDocument(to))
      aligned[field.name] = alignedDocument(from, to, inner)
    else if (field.type === 'array' && Array.isArray(from) && Array.isArray(to))
      aligned[field.name] = alignedRows(from.filter(isRow), to.filter(isRow), field.flattenedFields, inner)
    else if ((field.type === 'group' || field.type === 'tab') && isRow(from) && isRow(to))
      aligned[field.name] = alignedRow(from, to, field.flattenedFields, { ...inner, key: `${inner.key}.` })
  }
  return aligned
}

function alignedRows(
  source: readonly Row[],
  target: readonly Row[],
  fields: readonly FlattenedField[],
  { known, key }: Hints,
): Row[] {
  const names = source.map(rowName)
  const owns = target.map(rowName)
  const free = names.filter((name) => !owns.includes(name))
  const found = target.map((row, index) => {
    const own = owns[index] ?? String(index)
    if (names.includes(own)) return own
    return taken(free, (name) => isKnownRow(row, fields, `${key}.${name}.`, known))
  })
  return target.map((row, index) => {
    const name = found[index] ?? free.shift() ?? owns[index] ?? String(index)
    const counterpart = source[names.indexOf(name)]
    const inner = { known, key: `${key}.${name}.` }
    return { ...(counterpart === undefined ? row : alignedRow(counterpart, row, fields, inner)), id: name }
  })
}

const isKnownRow = (row: Row, fields: readonly FlattenedField[], key: string, known: KnownTexts): boolean =>
  fields.some(({ name, type }) => type === 'text' && isKnown(row[name], known.get(`${key}${name}`)))

const isKnown = (text: unknown, known: string | undefined): boolean =>
  typeof text === 'string' && text !== '' && text === known

/** Takes the first that fits out of the list. */
function taken<Entry>(list: Entry[], fits: (entry: Entry) => boolean): Entry | undefined {
  const index = list.findIndex(fits)
  return index < 0 ? undefined : list.splice(index, 1)[0]
}

/** A reader of the names only: which words stand under which, not what stands around them. */
function alignedDocument(source: RichDocument, target: RichDocument, hints: Hints): RichDocument {
  const children = matchedNodes(source, target, hints).map(({ node, id }, index) => ({
    type: 'paragraph',
    children: inlineOf(node),
    $: { segment: id ?? nodeId(node) ?? `own-${index}` },
  }))
  return { root: { type: 'root', children } }
}

/** Each worded node of a target, with the name of the source's node that it translates. Null: it translates none. */
export function matchedNodes(
  source: RichDocument,
  target: RichDocument,
  { known, key }: Hints,
): { readonly node: RichNode; readonly id: string | null }[] {
  const wanted = wordedNodes(source.root).map((node, index) => ({
    id: nodeId(node) ?? String(index),
    type: node.type,
  }))
  const nodes = wordedNodes(target.root)
  const owns = new Set(nodes.map(nodeId))
  const free = wanted.filter(({ id }) => !owns.has(id))
  const found = nodes.map((node) => {
    const own = nodeId(node)
    if (own !== null && wanted.some(({ id }) => id === own)) return own
    const { text } = toCodedText(inlineOf(node))
    return taken(free, ({ id }) => isKnown(text, known.get(`${key}#${id}`)))?.id
  })
  const inOrder = found.filter((id) => id === undefined).length === free.length
  return nodes.map((node, index) => {
    const id = found[index] ?? taken(free, ({ type }) => inOrder || type === node.type)?.id
    return { node, id: id ?? null }
  })
}
