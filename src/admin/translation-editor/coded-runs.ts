import type { Mark } from '../../translation/segments/segment.ts'
import type { Change } from './word-changes.ts'

/** A stretch of words that look alike, or the place of a mark. */
export type Run =
  | {
      readonly kind: 'words'
      readonly text: string
      readonly change: Change['kind']
      /** The marks around it, outermost first. */
      readonly within: readonly Mark[]
      /** Which of the ranges it stands in. Null: none. */
      readonly range: number | null
    }
  | {
      readonly kind: 'mark'
      readonly id: number
      readonly place: 'opens' | 'closes' | 'stands'
      readonly change: Change['kind']
    }

/** Start and end in a text without its marks. */
export type Range = readonly [start: number, end: number]

const MARK = /⟦(\/?)(\d+)(\/?)⟧/gu

/**
 * A coded text cut so that each piece can be drawn: by its marks, by what changed, and where ranges begin and end.
 * @param ranges in order, none inside another; of the text as it is now.
 */
export function codedRuns(
  changes: readonly Change[],
  marks: readonly Mark[],
  ranges: readonly Range[] = [],
): Run[] {
  const known = new Map(marks.map((mark) => [mark.id, mark]))
  const runs: Run[] = []
  let within: readonly Mark[] = []
  let at = 0
  const say = (text: string, change: Change['kind']): void => {
    for (const { piece, range } of cutAt(text, change === 'removed' ? [] : ranges, at))
      runs.push({ kind: 'words', text: piece, change, within, range })
    if (change !== 'removed') at += text.length
  }
  for (const { kind: change, text } of changes) {
    let end = 0
    for (const match of text.matchAll(MARK)) {
      say(text.slice(end, match.index), change)
      end = match.index + match[0].length
      const id = Number(match[2])
      const place = match[1] === '/' ? 'closes' : match[3] === '/' ? 'stands' : 'opens'
      runs.push({ kind: 'mark', id, place, change })
      // Numbers of an older version may have meant something else.
      const mark = change === 'removed' ? undefined : known.get(id)
      if (place === 'opens' && mark !== undefined) within = [...within, mark]
      if (place === 'closes') within = within.filter((open) => open !== mark)
    }
    say(text.slice(end), change)
  }
  return runs
}

function cutAt(
  text: string,
  ranges: readonly Range[],
  start: number,
): { readonly piece: string; readonly range: number | null }[] {
  const edges = ranges.flatMap(([from, to]) => [from - start, to - start])
  const cuts = [0, ...edges.filter((edge) => edge > 0 && edge < text.length), text.length]
  return cuts.slice(1).flatMap((end, index) => {
    const from = cuts[index] ?? 0
    const range = ranges.findIndex(([first, last]) => first <= start + from && start + end <= last)
    return end === from ? [] : [{ piece: text.slice(from, end), range: range < 0 ? null : range }]
  })
}
