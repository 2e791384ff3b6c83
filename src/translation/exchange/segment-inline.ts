import type { ExchangeMark, ExchangeSegment } from './exchange-file.ts'
import { type Inline, inlineOf, structureOf } from './inline.ts'

/** Of a segment's marks. */
export const markIds = (marks: readonly ExchangeMark[]): ReadonlySet<string> =>
  new Set(marks.map(({ id }) => String(id)))

/** The source in pieces. Marks that do not nest, which no source has, would go out as text. */
export function sourceInline({ source, marks }: ExchangeSegment): readonly Inline[] {
  const pieces = inlineOf(source, markIds(marks))
  return structureOf(pieces) === null ? inlineOf(source, new Set()) : pieces
}

/** The target in pieces. Null: there is none, or somebody left its marks half-typed, which no file can hold. */
export function targetInline({ target, marks, state }: ExchangeSegment): readonly Inline[] | null {
  if (state === 'missing' && target === '') return null
  const pieces = inlineOf(target, markIds(marks))
  return structureOf(pieces) === null ? null : pieces
}
