import type { ExchangeSegment } from './exchange-file.ts'
import type { UnitProblem } from './import-report.ts'
import { codedOf, type Inline, inlineOf, plainOf, structureOf } from './inline.ts'
import { sourceInline } from './segment-inline.ts'
import type { SourceStanding } from './source-standing.ts'

interface TargetProblem {
  readonly reason: UnitProblem
  readonly values: Readonly<Record<string, string | number>>
}

/** The first thing that is wrong with a translated text. Null: nothing is. */
export function targetProblem(
  target: readonly Inline[],
  source: readonly Inline[],
  segment: ExchangeSegment,
  { isCurrent }: SourceStanding,
): TargetProblem | null {
  const expected = isCurrent ? sourceInline(segment) : source
  return (
    markupProblem(target, expected, source) ??
    characterProblem(plainOf(target), plainOf(expected)) ??
    lengthProblem(plainOf(target), segment.maxCharacters)
  )
}

const idsOf = (pieces: readonly Inline[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'open' || piece.kind === 'alone' ? [piece.id] : []))

function markupProblem(
  target: readonly Inline[],
  expected: readonly Inline[],
  source: readonly Inline[],
): TargetProblem | null {
  const structure = structureOf(target)
  const wanted = structureOf(expected)
  if (isSameList(structure, wanted)) {
    // Brackets that were typed would be read as a mark that the file does not have.
    const reread = structureOf(inlineOf(codedOf(target), null))
    return isSameList(reread, wanted) ? null : { reason: 'typed-mark', values: {} }
  }
  if (isSameList(structure, structureOf(source))) return { reason: 'markup-changed', values: {} }
  const lost = without(idsOf(expected), idsOf(target))
  if (lost.length > 0) return { reason: 'missing-markup', values: { marks: named(lost) } }
  const added = without(idsOf(target), idsOf(expected))
  if (added.length > 0) return { reason: 'extra-markup', values: { marks: named(added) } }
  return { reason: 'misnested', values: {} }
}

const isSameList = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  a !== null && b !== null && a.length === b.length && a.every((each, index) => each === b[index])

/** What is left of `all` when each of `taken` takes one away. */
function without(all: readonly string[], taken: readonly string[]): string[] {
  const left = [...all]
  for (const each of taken) {
    const index = left.indexOf(each)
    if (index >= 0) left.splice(index, 1)
  }
  return left
}

const MAX_NAMED = 5
const MAX_ID = 20

const named = (ids: readonly string[]): string =>
  ids
    .slice(0, MAX_NAMED)
    .map((id) => id.slice(0, MAX_ID))
    .join(', ')

/** Those that the source has are the author's business. */
const control = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu

function characterProblem(target: string, source: string): TargetProblem | null {
  const [found] = (target.match(control) ?? []).filter((each) => !source.includes(each))
  if (found !== undefined) {
    const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    return { reason: 'control-character', values: { character: `U+${code}` } }
  }
  const breaks = /[\n\r]/u
  return breaks.test(target) && !breaks.test(source) ? { reason: 'line-break', values: {} } : null
}

/** Counted as the field's own check counts. */
function lengthProblem(target: string, limit: number | null): TargetProblem | null {
  return limit !== null && target.length > limit
    ? { reason: 'too-long', values: { number: target.length, limit } }
    : null
}
