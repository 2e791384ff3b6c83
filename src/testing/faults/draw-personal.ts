import { seededRandom } from '../seeded-random.ts'

/** What happens where mails for one person leave beside the issue. */
export type TurnOfPersonal =
  | 'personal-planned' // some more of them
  | 'personal-left' // somebody leaves, or is erased, whose mail has not come to its end
  | 'personal-told' // what the service tells of each that it took, twice and in any order
  | 'confirmation' // somebody waits for one that no ledger knows of

interface Turn {
  /** How often the workers have turned to the world by then, all together. */
  readonly turn: number
  readonly what: TurnOfPersonal
}

const HAS_PERSONAL = 0.5
const TURNS = 40

/**
 * What happens with mails for one person in each of so many rounds. Null: none leave. Drawn by itself: everything else of a
 * schedule is the same for its seed, with them or without.
 */
export function drawPersonal(seed: number, rounds: number): readonly (readonly Turn[])[] | null {
  const random = seededRandom(-seed)
  if (random() >= HAS_PERSONAL) return null
  const below = (limit: number) => Math.floor(random() * limit)
  const some = (most: number, what: TurnOfPersonal): Turn[] =>
    Array.from({ length: below(most + 1) }, () => ({ turn: 1 + below(TURNS), what }))
  return Array.from({ length: rounds }, (_, index) => [
    ...(index === 0 ? [{ turn: 1, what: 'personal-planned' } as const] : []),
    ...some(1, 'personal-planned'),
    ...some(1, 'personal-left'),
    ...some(2, 'personal-told'),
    ...some(1, 'confirmation'),
  ])
}
