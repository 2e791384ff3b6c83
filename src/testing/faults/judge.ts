import { hasCause } from './has-cause.ts'
import { losesDatabase, mayLeaveDoubt } from './may-leave-doubt.ts'
import { hasPersonalCause } from './personal-doubt.ts'
import { type Played, play } from './play.ts'
import type { Schedule } from './schedule.ts'
import type { Stage } from './stage.ts'
import { type PersonFacts, type Violation, violationsOf } from './violations.ts'

export interface Judged extends Played {
  /** Empty: all is as promised. */
  readonly violations: readonly (Violation | 'worker-gave-up' | 'doubt-without-cause')[]
}

/** Plays it and says which of the product's promises were broken. A worker gives up only where its database went away. */
export async function playAndJudge(stage: Stage, schedule: Schedule): Promise<Judged> {
  const played = await play(stage, schedule)
  const { facts, errors } = played
  const isCut = schedule.rounds.some(({ meanwhile }) => meanwhile.some(({ what }) => losesDatabase(what)))
  const gaveUp = isCut ? [] : errors.map(() => 'worker-gave-up' as const)
  const isDoubtful = ({ state }: PersonFacts) => state === 'unconfirmed'
  const unexplained = [
    ...facts.people
      .filter(isDoubtful)
      .filter(({ deliveryId }) => !mayLeaveDoubt(schedule) || !hasCause(deliveryId, played, schedule)),
    ...facts.personal.filter(isDoubtful).filter((mail) => !hasPersonalCause(mail, played, schedule)),
  ]
  const doubts = unexplained.map(() => 'doubt-without-cause' as const)
  return {
    ...played,
    violations: [...violationsOf(facts).map(([violation]) => violation), ...gaveUp, ...doubts],
  }
}
