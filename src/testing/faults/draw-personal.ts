import { seededRandom } from '../seeded-random.ts'
import type { Round, Schedule } from './schedule.ts'

const HAS_PERSONAL = 0.5
/** Turns of the workers within which it happens. */
const TURNS = 40

/**
 * Whether mails that are made for one person leave beside the issue, and what happens with them meanwhile. Drawn by itself:
 * everything else of a schedule is the same for its seed, with them or without.
 */
export function drawPersonal(
  seed: number,
  rounds: readonly Round[],
): Pick<Schedule, 'hasPersonal' | 'rounds'> {
  const random = seededRandom(-seed)
  if (random() >= HAS_PERSONAL) return { hasPersonal: false, rounds }
  const below = (limit: number) => Math.floor(random() * limit)
  const some = (most: number, what: Round['meanwhile'][number]['what']): Round['meanwhile'] =>
    Array.from({ length: below(most + 1) }, () => ({ turn: 1 + below(TURNS), what }))
  return {
    hasPersonal: true,
    rounds: rounds.map((round, index) => ({
      ...round,
      meanwhile: [
        ...round.meanwhile,
        ...(index === 0 ? [{ turn: 1, what: 'personal-planned' } as const] : []),
        ...some(1, 'personal-planned'),
        ...some(2, 'personal-told'),
        ...some(1, 'confirmation'),
      ],
    })),
  }
}
