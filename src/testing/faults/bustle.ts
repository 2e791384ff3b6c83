import type { Surroundings } from './life.ts'

/** Something that is to happen once the workers have turned to the world so often. */
interface Due {
  readonly turn: number
  /** Whether no statement of a worker may be under way meanwhile. */
  readonly isQuiet: boolean
  readonly run: () => Promise<unknown>
}

/** What the workers of a schedule stand in, those too who stood still and go on in a later round. */
export interface Bustle extends Surroundings {
  /** Begins a round: turns are counted anew, for what is to happen in it. */
  begin(due: readonly Due[]): void
  /** What the workers never came to happens now. */
  rest(): Promise<void>
}

/** Counts the workers' turns and lets things happen at theirs, one after the other, while the workers wait. */
export function bustle(): Bustle {
  let waiting: readonly Due[] = []
  let turns = 0
  let atWork = 0
  let gate: Promise<void> = Promise.resolve()
  let whenQuiet: (() => void) | null = null

  const quiet = (): Promise<void> =>
    atWork === 0 ? Promise.resolve() : new Promise((resolve) => (whenQuiet = resolve))

  async function letHappen({ isQuiet, run }: Due): Promise<void> {
    if (isQuiet) await quiet()
    await run()
  }

  function letHappenUpTo(last: number): void {
    for (const due of waiting.filter(({ turn }) => turn <= last)) gate = gate.then(() => letHappen(due))
    waiting = waiting.filter(({ turn }) => turn > last)
  }

  /** Nor what others bring about while this one waits. */
  async function nothingHappens(): Promise<void> {
    for (let awaited: Promise<void> | null = null; awaited !== gate; ) {
      awaited = gate
      await awaited
    }
  }

  return {
    begin(due) {
      turns = 0
      waiting = due.toSorted((one, other) => one.turn - other.turn)
    },
    async turn(kind) {
      turns += 1
      letHappenUpTo(turns)
      await nothingHappens()
      // Counted in the same moment: whoever waits for quiet must not find it before the statement has begun.
      if (kind === 'statement') atWork += 1
    },
    answered(kind) {
      if (kind === 'statement') atWork -= 1
      if (atWork > 0) return
      whenQuiet?.()
      whenQuiet = null
    },
    async rest() {
      letHappenUpTo(Number.POSITIVE_INFINITY)
      await gate
    },
  }
}
