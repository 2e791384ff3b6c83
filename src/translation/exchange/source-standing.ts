import type { ExchangeSegment } from './exchange-file.ts'
import { codedOf } from './inline.ts'
import type { ReadUnit } from './read-document.ts'
import { sourceDigest } from './source-digest.ts'
import { writable } from './xml-text.ts'

/** The source that a unit translates. */
export interface SourceStanding {
  /** Still what translators see, but for what they need not react to. */
  readonly isCurrent: boolean
  readonly hash: string
  /** Coded text. */
  readonly text: string
}

/** Compares a unit's source with the one that went out and the one that stands now. */
export function sourceStanding(unit: ReadUnit, segment: ExchangeSegment): SourceStanding | 'altered' {
  const text = codedOf(unit.source)
  if (text === writable(segment.source))
    return { isCurrent: true, hash: segment.sourceHash, text: segment.source }
  // Without what we wrote beside it nobody can tell an old source from an altered one.
  if (unit.digest === null || unit.hash === null || unit.hash === '') return 'altered'
  if (unit.digest !== sourceDigest(text)) return 'altered'
  return { isCurrent: unit.hash === segment.sourceHash, hash: unit.hash, text }
}
