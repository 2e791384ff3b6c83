import { type Played, play } from './play.ts'
import type { Schedule } from './schedule.ts'
import type { Stage } from './stage.ts'
import { type Violation, violationsOf } from './violations.ts'

export interface Judged extends Played {
  /** Empty: all is as promised. */
  readonly violations: readonly (Violation | 'worker-gave-up')[]
}

/** Plays it and says which of the product's promises were broken. A worker gives up only where its database went away. */
export async function playAndJudge(stage: Stage, schedule: Schedule): Promise<Judged> {
  const played = await play(stage, schedule)
  const isCut = schedule.rounds.some(({ meanwhile }) => meanwhile.some(({ what }) => what === 'cut-database'))
  const gaveUp = isCut ? [] : played.errors.map(() => 'worker-gave-up' as const)
  return { ...played, violations: [...violationsOf(played.facts).map(([violation]) => violation), ...gaveUp] }
}
