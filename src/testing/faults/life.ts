import { AsyncLocalStorage } from 'node:async_hooks'

/** What happens to a worker at the n-th time that it turns to the world: to the database, or to the mail service. */
export interface Fate {
  /** `dies`: as after kill -9, it does nothing any more. `stalls`: it stands still until it is woken, and then goes on. */
  readonly what: 'dies' | 'stalls'
  /** From 1. */
  readonly at: number
  /** `after`: what it asked for was done, but it does not see the answer. */
  readonly when: 'before' | 'after'
}

/** What a worker stands in: it is told of each turn, and may hold the worker up. */
export interface Surroundings {
  /**
   * Settles when the worker may turn to the world; from that very moment on the database works on its statement. Called
   * outside transactions only.
   */
  turn(kind: Asked): Promise<void>
  /** Somebody has answered what the worker asked. */
  answered(kind: Asked): void
}

/** Whom a worker asks: the database, or the mail service. */
type Asked = 'statement' | 'service'

/** One run of one worker. */
export interface Life {
  /** Settles when the worker has died or stands still. Never, when it does neither. */
  readonly interrupted: Promise<Fate['what']>
  /** A worker that stands still goes on. */
  wake(): void
  /** Whether it asks nothing of anybody just now: it waits for its time, or thinks. */
  isIdle(): boolean
  /** Everything that is started in here belongs to this worker, wherever it is awaited. */
  live<Result>(work: () => Promise<Result>): Promise<Result>
}

interface Mortal {
  /** Runs what reaches the world, between two moments at which the worker may be interrupted. */
  reach<Result>(work: () => Promise<Result>, kind: Asked): Promise<Result>
  /** @throws Dying when the worker dies here: the transaction is then taken back, as Postgres does by itself. */
  insideTransaction(): void
}

const lives = new AsyncLocalStorage<Mortal>()

/** The worker that asks. Undefined: nobody who could die. */
export const livingNow = (): Mortal | undefined => lives.getStore()

/** Rolls back the transaction of a worker that died in it. Nobody sees it: the worker is dead. */
class Dying extends Error {
  override readonly name = 'Dying'
}

const forEver = (): Promise<never> => new Promise(() => undefined)

/** @param fate null: nothing happens to it. */
export function beginLife(fate: Fate | null, surroundings: Surroundings): Life {
  const interrupted = Promise.withResolvers<Fate['what']>()
  const woken = Promise.withResolvers<void>()
  let turns = 0
  let asked = 0
  let isDead = false
  let standsStill = false

  async function interruptedHere(when: Fate['when'], turn: number): Promise<void> {
    if (isDead) return forEver()
    // All that it has begun stands still with it.
    if (standsStill) return woken.promise
    if (fate === null || fate.at !== turn || fate.when !== when) return
    isDead = fate.what === 'dies'
    standsStill = !isDead
    interrupted.resolve(fate.what)
    return isDead ? forEver() : woken.promise
  }

  const mortal: Mortal = {
    async reach(work, kind) {
      const turn = ++turns
      asked += 1
      await interruptedHere('before', turn)
      await surroundings.turn(kind)
      try {
        return await work()
      } finally {
        surroundings.answered(kind)
        await interruptedHere('after', turn)
        asked -= 1
      }
    },
    insideTransaction() {
      const turn = ++turns
      if (fate?.what === 'dies' && fate.at === turn) {
        isDead = true
        interrupted.resolve('dies')
      }
      if (isDead) throw new Dying('in a transaction')
    },
  }
  return {
    interrupted: interrupted.promise,
    wake: () => {
      standsStill = false
      woken.resolve()
    },
    isIdle: () => asked === 0,
    live: (work) => lives.run(mortal, work),
  }
}
