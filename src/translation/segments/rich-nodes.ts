import { randomBytes } from 'node:crypto'

import { isInline, type RichNode } from './coded-text.ts'

export interface RichDocument {
  readonly root: RichNode
}

/** Where a node's name stands in its state. */
const STATE = 'segment'
const ID_BYTES = 6

export const isRichDocument = (value: unknown): value is RichDocument =>
  typeof value === 'object' && value !== null && typeof (value as { root?: unknown }).root === 'object'

export const nodeId = (node: RichNode): string | null => {
  const id = node.$?.[STATE]
  return typeof id === 'string' && id !== '' ? id : null
}

/** The inline nodes of an element, without the blocks that may stand among them, as a list inside a list entry does. */
export const inlineOf = (node: RichNode): readonly RichNode[] => (node.children ?? []).filter(isInline)

const holdsWords = (node: RichNode): boolean =>
  (node.text ?? '').trim() !== '' ||
  (node.children ?? []).some((child) => isInline(child) && holdsWords(child))

/** Elements that hold words directly, in reading order. Each is translated by itself. */
export function wordedNodes(root: RichNode): RichNode[] {
  return (root.children ?? []).flatMap((child) => {
    if (isInline(child)) return []
    const own = inlineOf(child).some(holdsWords) ? [child] : []
    return [...own, ...wordedNodes(child)]
  })
}

/**
 * The same tree with each worded node replaced, outer ones first; null takes one away. An element that is left with
 * nothing in it goes too.
 */
export function mapWordedNodes(node: RichNode, replace: (worded: RichNode) => RichNode | null): RichNode {
  if (node.children === undefined) return node
  const children = node.children.flatMap((child): RichNode[] => {
    if (isInline(child)) return [child]
    const replaced = inlineOf(child).some(holdsWords) ? replace(child) : child
    if (replaced === null) return []
    const mapped = mapWordedNodes(replaced, replace)
    const isEmptied = mapped.children?.length === 0 && (child.children?.length ?? 0) > 0
    return isEmptied ? [] : [mapped]
  })
  return { ...node, children }
}

/** Gives each worded node a name of its own. One that was copied with its name gets another; the first keeps it. */
export function withNodeIds(document: RichDocument, random: () => string = randomId): RichDocument {
  const taken = new Set<string>()
  const root = mapWordedNodes(document.root, (node) => {
    const id = nodeId(node)
    const own = id === null || taken.has(id) ? random() : id
    taken.add(own)
    return own === id ? node : { ...node, $: { ...node.$, [STATE]: own } }
  })
  return { ...document, root }
}

const randomId = (): string => randomBytes(ID_BYTES).toString('base64url')
