import { leavesDoubtAtLarge } from './may-leave-doubt.ts'
import type { Played } from './play.ts'
import type { Schedule } from './schedule.ts'

type Happened = Pick<Schedule, 'transport' | 'standIn' | 'rounds'>

/**
 * Whether what happened explains that nobody can tell whether this mail was accepted: its own answer never came, or a worker
 * that died or stood still may have had it in hand, and none that went on saw it accepted.
 */
export function hasCause(
  deliveryId: string,
  { seen, wasInterrupted }: Pick<Played, 'seen' | 'wasInterrupted'>,
  schedule: Happened,
): boolean {
  if (leavesDoubtAtLarge(schedule)) return true
  const own = seen.filter((each) => each.deliveryId === deliveryId && each.by === 'smtp')
  if (own.some(({ outcome }) => outcome === 'ambiguous')) return true
  return wasInterrupted && !own.some(({ outcome, isSound }) => outcome === 'accepted' && isSound())
}
