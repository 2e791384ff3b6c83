import { diffArrays } from 'diff'

/** A stretch of two versions of a text: in both, only in the newer, or only in the older. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const MARK = /(⟦\/?\d+\/?⟧)/u

/** Words, what stands between them, and marks, each by itself. Languages that put no spaces between words have words too. */
function wordsOf(text: string, locale: string): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  return text
    .split(MARK)
    .flatMap((part) =>
      MARK.test(part) ? [part] : Array.from(segmenter.segment(part), ({ segment }) => segment),
    )
}

/** What changed from one version to the next, word by word; in a changed place what was removed comes first. */
export function wordChanges(before: string, after: string, locale: string): readonly Change[] {
  const parts = diffArrays(wordsOf(before, locale), wordsOf(after, locale)).map(
    ({ value, added, removed }): Change => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  )
  return joined(parts)
}

/** A space that stayed between two changed words belongs to the change: one struck phrase reads better than four words. */
function joined(parts: readonly Change[]): Change[] {
  const changes: Change[] = []
  let removed = ''
  let added = ''
  const settle = (): void => {
    if (removed !== '') changes.push({ kind: 'removed', text: removed })
    if (added !== '') changes.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  parts.forEach((part, index) => {
    if (part.kind === 'removed') removed += part.text
    else if (part.kind === 'added') added += part.text
    else if (part.text.trim() === '' && removed !== '' && added !== '' && index < parts.length - 1) {
      removed += part.text
      added += part.text
    } else {
      settle()
      changes.push(part)
    }
  })
  settle()
  return changes
}
