import type { PublicDocument } from '../contract/document.ts'

/** Which names of a document are wanted: true means all below. */
interface Wanted {
  readonly [name: string]: Wanted | true
}

/**
 * What tells one document from another, and its language, is always there, and so is what must stand beside a text wherever
 * it is shown: whose it is, who paid for it, and whether a machine translated it.
 */
const always = [
  'id',
  'collection',
  'locale',
  'served',
  'machineTranslated',
  'sample',
  'licence',
  'attribution',
  'funding',
] as const

/** Only these names of a document: `title`, `details.body.html`, `topics.label`. */
export function sparse(document: PublicDocument, fields: readonly string[]): unknown {
  return picked(document, treeOf([...always, ...fields]))
}

function treeOf(paths: readonly string[]): Wanted {
  const tree: Record<string, Wanted | true> = {}
  const below = new Map<string, string[]>()
  for (const path of paths) {
    const [name = '', ...rest] = path.split('.')
    if (rest.length === 0) tree[name] = true
    else below.set(name, [...(below.get(name) ?? []), rest.join('.')])
  }
  for (const [name, rest] of below) if (tree[name] !== true) tree[name] = treeOf(rest)
  return tree
}

function picked(value: unknown, wanted: Wanted | true): unknown {
  if (wanted === true || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each: unknown) => picked(each, wanted))
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const below = Object.hasOwn(wanted, name) ? wanted[name] : undefined
      return below === undefined ? [] : [[name, picked(each, below)]]
    }),
  )
}
