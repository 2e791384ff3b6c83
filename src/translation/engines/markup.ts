import { type KeptWord, protectedParts } from './protected-parts.ts'

/** Why a translation of a piece is not taken. */
export const pieceFaults = [
  'missing', // the engine left the piece out
  'empty',
  'unchanged', // it says what the source says
  'mark-lost',
  'mark-changed', // doubled, torn apart, or around something else
  'protected-lost', // a placeholder, address or word that stays as it is
  'protected-changed',
  'markup', // elements that we did not send
  'glossary',
  'too-large', // more than the engine takes at once
  'overtaken', // the source changed, or a person wrote something, since it was sent
] as const

export type PieceFault = (typeof pieceFaults)[number]

interface Marked {
  /** Well-formed as XML and as HTML: `x-m` stands for a mark, `x-k` keeps what is in it. */
  readonly markup: string
  /** What each `x-k` holds, by its number. */
  readonly kept: readonly string[]
}

export type Restored = { readonly text: string } | { readonly fault: PieceFault }

const MARK = /⟦(\/?)(\d+)(\/?)⟧/gu
/** A tag of ours, or of anybody else. */
const TAG = /<(\/?)\s*([a-z][\w-]*)\b([^<>]*)>/giu
const ENTITY = /&(#x[\da-f]+|#\d+|[a-z]\w*);/giu
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/**
 * Turns coded text into elements that engines carry along, and wraps what they must not touch: placeholders, addresses
 * and the words given.
 * @param keep words that stay as they are, from the glossary.
 */
export function toMarkup(text: string, keep: readonly KeptWord[]): Marked {
  const kept: string[] = []
  const markup = protectedParts(text, keep)
    .map(({ text: part, isProtected }) => {
      if (!isProtected) return withMarks(part)
      kept.push(part)
      return `<x-k id="${kept.length}" translate="no">${escaped(part)}</x-k>`
    })
    .join('')
  return { markup, kept }
}

function withMarks(text: string): string {
  let markup = ''
  let end = 0
  for (const { 0: whole, 1: closing, 2: id, 3: empty, index } of text.matchAll(MARK)) {
    markup += escaped(text.slice(end, index))
    end = index + whole.length
    if (closing === '/') markup += '</x-m>'
    else markup += `<x-m id="${id}">${empty === '/' ? '</x-m>' : ''}`
  }
  return markup + escaped(text.slice(end))
}

/** Reads an engine's markup back into coded text. Every mark and kept part must be there once, each inside what it was inside. */
export function fromMarkup(markup: string, source: string, keep: readonly KeptWord[]): Restored {
  const sent = toMarkup(source, keep)
  const answer = read(markup, sent.kept, emptyMarks(source))
  if ('fault' in answer) return answer
  const expected = read(sent.markup, sent.kept, emptyMarks(source))
  if ('fault' in expected) return expected
  const fault = comparison(expected.places, answer.places)
  return fault === null ? { text: answer.text } : { fault }
}

interface Read {
  readonly text: string
  /** Each element and what it stands in, like `m1` in `m0`; as often as it occurs. */
  readonly places: readonly Place[]
}

interface Place {
  readonly name: string
  readonly inside: string
}

function read(
  markup: string,
  kept: readonly string[],
  empty: ReadonlySet<string>,
): Read | { readonly fault: PieceFault } {
  const open: { readonly kind: string; readonly id: string }[] = []
  const places: Place[] = []
  let text = ''
  let end = 0
  for (const { 0: whole, 1: closing, 2: name = '', 3: attributes = '', index } of markup.matchAll(TAG)) {
    const words = unescaped(markup.slice(end, index))
    if (words === null) return { fault: 'markup' }
    end = index + whole.length
    const top = open.at(-1)
    // What an engine made of a part that is kept does not matter: the part itself is put back.
    if (top?.kind !== 'x-k' && !(top?.kind === 'x-m' && empty.has(top.id) && words.trim() === ''))
      text += words
    const kind = name.toLowerCase()
    if (kind !== 'x-m' && kind !== 'x-k') return { fault: 'markup' }
    if (closing === '/') {
      if (top?.kind !== kind) return { fault: kind === 'x-m' ? 'mark-changed' : 'protected-changed' }
      open.pop()
      if (kind === 'x-m' && !empty.has(top.id)) text += `⟦/${top.id}⟧`
      continue
    }
    const id = /\bid\s*=\s*["']?(\d+)/iu.exec(attributes)?.[1]
    if (id === undefined) return { fault: 'markup' }
    places.push({ name: `${kind} ${id}`, inside: top === undefined ? '' : `${top.kind} ${top.id}` })
    const isClosed = attributes.trimEnd().endsWith('/')
    if (kind === 'x-k') text += kept[Number(id) - 1] ?? ''
    else text += empty.has(id) ? `⟦${id}/⟧` : `⟦${id}⟧${isClosed ? `⟦/${id}⟧` : ''}`
    if (!isClosed) open.push({ kind, id })
  }
  const rest = unescaped(markup.slice(end))
  if (rest === null) return { fault: 'markup' }
  if (open.length > 0) return { fault: open[0]?.kind === 'x-m' ? 'mark-changed' : 'protected-changed' }
  return { text: text + rest, places }
}

/** Marks without content, by number: `⟦2/⟧`. */
const emptyMarks = (source: string): ReadonlySet<string> =>
  new Set(
    Array.from(source.matchAll(MARK)).flatMap(({ 2: id, 3: empty }) => (empty === '/' && id ? [id] : [])),
  )

function comparison(expected: readonly Place[], found: readonly Place[]): PieceFault | null {
  for (const { name, inside } of expected) {
    const same = found.filter((place) => place.name === name)
    const isMark = name.startsWith('x-m')
    if (same.length === 0) return isMark ? 'mark-lost' : 'protected-lost'
    // A word that is kept may move out of its emphasis; a mark that moves into another changes what a link covers.
    if (same.length > 1 || (isMark && same[0]?.inside !== inside))
      return isMark ? 'mark-changed' : 'protected-changed'
  }
  return found.length > expected.length ? 'markup' : null
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Null: there is an angle bracket or an entity that nobody should have written. */
function unescaped(text: string): string | null {
  if (/[<>]/u.test(text)) return null
  let isKnown = true
  const plain = text.replace(ENTITY, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
    }
    const character = named[name]
    if (character === undefined) isKnown = false
    return character ?? whole
  })
  return isKnown && !/[⟦⟧]/u.test(plain) ? plain : null
}
