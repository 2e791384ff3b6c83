import type { Surroundings } from './life.ts'

/** Something that is to happen once the workers have turned to the world so often. */
interface Due {
  readonly turn: number
  /** Whether no statement of a worker may be under way meanwhile. */
  readonly isQuiet: boolean
  readonly run: () => Promise<unknown>
}

/** What workers stand in during one round. */
export interface Bustle extends Surroundings {
  /** What the workers never came to happens now. */
  rest(): Promise<void>
}

/** Counts the workers' turns and lets things happen at theirs, one after the other, while the workers wait. */
export function bustle(due: readonly Due[]): Bustle {
  const waiting = due.toSorted((one, other) => one.turn - other.turn)
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

  return {
    async turn() {
      turns += 1
      while (waiting[0] !== undefined && waiting[0].turn <= turns) {
        const next = waiting.shift()
        if (next !== undefined) gate = gate.then(() => letHappen(next))
      }
      await gate
    },
    busy(change) {
      atWork += change
      if (atWork > 0) return
      whenQuiet?.()
      whenQuiet = null
    },
    async rest() {
      await gate
      for (const one of waiting.splice(0)) await letHappen(one)
    },
  }
}
