import type { StoredQuestion } from '../../audience/questions/read-questions.ts'
import type { MarkName, Tone } from '../marks.tsx'

/** How the state of a question is drawn. An answer of which nobody knows that it arrived is not done. */
export function questionMark({
  state,
  isInTrouble,
  overdueSince,
}: Pick<StoredQuestion, 'state' | 'isInTrouble' | 'overdueSince'>): {
  readonly name: MarkName
  readonly tone: Tone
} {
  if (state === 'open') return { name: 'planned', tone: overdueSince === null ? 'warn' : 'bad' }
  if (state === 'closed') return { name: 'skipped', tone: 'quiet' }
  return isInTrouble ? { name: 'failed', tone: 'bad' } : { name: 'submitted', tone: 'ok' }
}
