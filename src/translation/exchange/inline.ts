/** A run of text, or a mark that begins, ends or stands alone. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close' | 'alone'; readonly id: string }

const mark = /⟦(?:(\d+)|\/(\d+)|(\d+)\/)⟧/gu

/**
 * Coded text taken apart. Only marks that the segment has are marks: the brackets of any other are what an author typed.
 * @param ids of the segment's marks. Null: whatever is spelled like a mark is one.
 */
export function inlineOf(coded: string, ids: ReadonlySet<string> | null): Inline[] {
  const pieces: Inline[] = []
  let done = 0
  for (const found of coded.matchAll(mark)) {
    const [whole, open, close, alone] = found
    const id = open ?? close ?? alone
    if (id === undefined || (ids !== null && !ids.has(id))) continue
    if (found.index > done) pieces.push({ kind: 'text', text: coded.slice(done, found.index) })
    pieces.push({ kind: kindOf(open, close), id })
    done = found.index + whole.length
  }
  if (done < coded.length) pieces.push({ kind: 'text', text: coded.slice(done) })
  return pieces
}

const kindOf = (open: string | undefined, close: string | undefined): 'open' | 'close' | 'alone' => {
  if (open !== undefined) return 'open'
  return close === undefined ? 'alone' : 'close'
}

const spelling = { open: ['⟦', '⟧'], close: ['⟦/', '⟧'], alone: ['⟦', '/⟧'] } as const

/** The way back. */
export const codedOf = (pieces: readonly Inline[]): string =>
  pieces.map((piece) => (piece.kind === 'text' ? piece.text : spelling[piece.kind].join(piece.id))).join('')

/** What a reader would see: the text without its marks. */
export const plainOf = (pieces: readonly Inline[]): string =>
  pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')

/**
 * Each mark with the one it stands in, sorted: `1 in 0`, `2/ in 1`. Two texts with the same structure differ in words and
 * in the order of their marks only. Null: a mark ends that did not begin, never ends, or ends inside another.
 */
export function structureOf(pieces: readonly Inline[]): readonly string[] | null {
  const around: string[] = []
  const marks: string[] = []
  for (const piece of pieces) {
    if (piece.kind === 'text') continue
    if (piece.kind === 'close') {
      if (around.pop() !== piece.id) return null
      continue
    }
    marks.push(`${piece.id}${piece.kind === 'alone' ? '/' : ''} in ${around.at(-1) ?? '-'}`)
    if (piece.kind === 'open') around.push(piece.id)
  }
  return around.length === 0 ? marks.sort() : null
}
