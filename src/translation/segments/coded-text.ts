import type { Mark } from './segment.ts'

/** A node of formatted text as the editor keeps it; everything that we do not name is kept as it is. */
export interface RichNode {
  readonly type?: string
  readonly text?: string
  readonly format?: unknown
  readonly children?: readonly RichNode[]
  readonly fields?: { readonly linkType?: unknown; readonly url?: unknown }
  /** The editor's place for what others add to a node. https://lexical.dev/docs/concepts/node-state */
  readonly $?: Readonly<Record<string, unknown>>
  readonly [more: string]: unknown
}

export interface CodedText {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** White square brackets stand in no text that people write; where they do, they come out as plain ones. */
const BRACKETS = /[⟦⟧]/gu
const MARK = /⟦(\/?)(\d+)(\/?)⟧/gu

export const isInline = ({ type }: RichNode): boolean =>
  ['text', 'linebreak', 'tab', 'link', 'autolink'].includes(type ?? '') || type === 'inlineBlock'

/** Words with numbered marks in place of markup, so that a translator can move it and cannot break it. */
export function toCodedText(inline: readonly RichNode[]): CodedText {
  const marks: Mark[] = []
  const code = (node: RichNode): string => {
    if (node.type === 'text' && !Number(node.format)) return (node.text ?? '').replace(BRACKETS, plainBracket)
    const id = marks.length + 1
    marks.push(markOf(node, id))
    if (node.type === 'text') return `⟦${id}⟧${(node.text ?? '').replace(BRACKETS, plainBracket)}⟦/${id}⟧`
    if (node.children === undefined) return `⟦${id}/⟧`
    return `⟦${id}⟧${node.children.map(code).join('')}⟦/${id}⟧`
  }
  return { text: inline.map(code).join(''), marks }
}

const plainBracket = (bracket: string): string => (bracket === '⟦' ? '[' : ']')

function markOf(node: RichNode, id: number): Mark {
  if (node.type === 'text') return { id, kind: 'format', format: Number(node.format) }
  if (node.type === 'linebreak') return { id, kind: 'break' }
  const url = node.fields?.url
  if (node.type === 'link' || node.type === 'autolink')
    return { id, kind: 'link', ...(typeof url === 'string' && { url }) }
  return { id, kind: 'other' }
}

/** The words alone. */
export const withoutMarks = (coded: string): string => coded.replace(MARK, '')

/** What is wrong with the marks of a translation. */
export type MarkFault =
  | { readonly kind: 'lost' | 'unknown' | 'twice'; readonly id: number }
  | { readonly kind: 'unpaired'; readonly id: number }

/** Compares the marks of a translation with its source's. Empty: all are there, once, and properly nested. */
export function markFaults(source: string, target: string): MarkFault[] {
  const wanted = new Set(Array.from(source.matchAll(MARK), ([, , id]) => Number(id)))
  const opened: number[] = []
  const seen = new Set<number>()
  const faults: MarkFault[] = []
  for (const [, closing, digits, empty] of target.matchAll(MARK)) {
    const id = Number(digits)
    if (!wanted.has(id)) faults.push({ kind: 'unknown', id })
    else if (closing === '/') {
      if (opened.pop() !== id) faults.push({ kind: 'unpaired', id })
    } else if (seen.has(id)) faults.push({ kind: 'twice', id })
    else if (empty !== '/') opened.push(id)
    seen.add(id)
  }
  for (const id of opened) faults.push({ kind: 'unpaired', id })
  for (const id of wanted) if (!seen.has(id)) faults.push({ kind: 'lost', id })
  return faults
}

/**
 * Puts a translation into the markup of its source. Marks that the source does not have are dropped, their words stay.
 * @param inline the source's nodes, which say what each mark stands for.
 */
export function fromCodedText(coded: string, inline: readonly RichNode[]): RichNode[] {
  const nodes = new Map<number, RichNode>()
  number(inline, nodes)
  const plain = inline.find(({ type }) => type === 'text') ?? firstText(inline) ?? emptyText
  const root: RichNode[] = []
  const open: { readonly id: number; readonly into: RichNode[] }[] = []
  const into = (): RichNode[] => open.at(-1)?.into ?? root
  const say = (words: string): void => {
    if (words !== '') into().push({ ...plain, text: words, format: 0 })
  }
  let end = 0
  for (const match of coded.matchAll(MARK)) {
    say(coded.slice(end, match.index))
    end = match.index + match[0].length
    const id = Number(match[2])
    if (match[1] === '/') close(id, open, root, nodes)
    else if (match[3] === '/') {
      const node = nodes.get(id)
      if (node !== undefined && node.children === undefined) into().push(node)
    } else open.push({ id, into: [] })
  }
  say(coded.slice(end))
  while (open.length > 0) close(open.at(-1)?.id ?? 0, open, root, nodes)
  return root
}

const emptyText: RichNode = {
  type: 'text',
  text: '',
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  version: 1,
}

/** Ends the innermost mark of that number, and those that were left open inside it. */
function close(
  id: number,
  open: { readonly id: number; readonly into: RichNode[] }[],
  root: RichNode[],
  nodes: ReadonlyMap<number, RichNode>,
): void {
  if (!open.some((each) => each.id === id)) return
  while (open.length > 0) {
    const ended = open.pop()
    if (ended === undefined) return
    const outer = open.at(-1)?.into ?? root
    outer.push(...wrapped(ended.into, nodes.get(ended.id)))
    if (ended.id === id) return
  }
}

function wrapped(inside: RichNode[], mark: RichNode | undefined): RichNode[] {
  if (mark?.children !== undefined) return [{ ...mark, children: inside }]
  if (mark?.type !== 'text') return inside
  return inside.map((node) => (node.type === 'text' ? { ...node, format: mark.format } : node))
}

function number(inline: readonly RichNode[], into: Map<number, RichNode>): void {
  for (const node of inline) {
    if (node.type === 'text' && !Number(node.format)) continue
    into.set(into.size + 1, node)
    if (node.children !== undefined) number(node.children, into)
  }
}

const firstText = (nodes: readonly RichNode[]): RichNode | undefined =>
  nodes.flatMap((node) => (node.type === 'text' ? [node] : [firstText(node.children ?? [])])).find(Boolean)
