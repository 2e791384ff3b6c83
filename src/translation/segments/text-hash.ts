import { createHash } from 'node:crypto'

import { withoutMarks } from './coded-text.ts'
import type { Segment } from './segment.ts'

/**
 * A fingerprint of what a translator must react to. White space and punctuation do not count, but between digits, where
 * they make another number; markup and where links lead to do.
 */
export function textHash({ text, marks }: Pick<Segment, 'text' | 'marks'>): string {
  const words = withoutMarks(text)
    .normalize('NFC')
    .replace(/(?<!\p{N})[\p{P}\s]+|[\p{P}\s]+(?!\p{N})/gu, '')
    .replace(/\s+/gu, ' ')
  const markup = marks.map(({ kind, format, url }) => `${kind}:${format ?? ''}:${url ?? ''}`)
  return createHash('sha256')
    .update(JSON.stringify([words, markup]))
    .digest('base64url')
    .slice(0, 22)
}
