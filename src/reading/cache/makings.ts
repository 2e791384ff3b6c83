import type { AnswerStore, Making } from './answer-store.ts'
import { type Origin, originAnswer } from './origin-answer.ts'
import type { Question } from './question.ts'
import { type OriginAnswer, type StoredAnswer, storedAnswer, variesOnAccept } from './stored-answer.ts'

/** An answer for everybody, or one for whoever asked. */
export type Made = StoredAnswer | OriginAnswer

export const isForEverybody = (made: Made): made is StoredAnswer => 'expiresAt' in made

/** Answers that are being made, each once for all who ask meanwhile. */
export interface Makings {
  /**
   * @param key the question's, and what of the caller the answer may depend on as well.
   * @param now when it was asked.
   */
  make(key: string, question: Question, now: number): Promise<Made>
  /** Whoever asks from here on gets nothing that was begun before. */
  forget(): void
}

interface Settings {
  readonly origin: Origin
  readonly store: AnswerStore
  readonly forCdn: string | null
}

/** Those who ask the same later than that ask for themselves, and what comes of it is not kept. */
const LONGEST_MS = 10_000
/** More of `Accept` than that is not worth a place of its own. */
const MAX_ACCEPT_LENGTH = 256

export function makings({ origin, store, forCdn }: Settings): Makings {
  const underWay = new Map<string, Promise<Made>>()

  function begin(key: string, question: Question, askedAt: number): Promise<Made> {
    const making = store.begin()
    const free = (): void => {
      if (underWay.get(key) === promised) underWay.delete(key)
    }
    const limit = setTimeout(() => {
      making.lost = true
      free()
    }, LONGEST_MS).unref()
    const promised = originAnswer(origin, question.asked)
      .then((answer) => keep(answer, key, question, { askedAt, making }))
      .finally(() => {
        clearTimeout(limit)
        store.finish(making)
        free()
      })
    underWay.set(key, promised)
    return promised
  }

  function keep(
    answer: OriginAnswer,
    key: string,
    question: Question,
    { askedAt, making }: { readonly askedAt: number; readonly making: Making },
  ): Made {
    const stored = storedAnswer(answer, { route: question.route, askedAt, forCdn })
    if (stored === null) return answer
    if (!variesOnAccept(answer)) store.keep(making, question.key, stored)
    else if (key.length - question.key.length <= MAX_ACCEPT_LENGTH) {
      store.note(question.key, { varies: 'accept' })
      store.keep(making, key, stored)
    }
    return stored
  }

  return {
    async make(key, question, now) {
      const awaited = underWay.get(key)
      if (awaited === undefined) return begin(key, question, now)
      const made = await awaited.catch(() => null)
      // A failure, or what was for the one who asked first, is nobody else's.
      return made !== null && isForEverybody(made) ? made : originAnswer(origin, question.asked)
    },
    forget: () => underWay.clear(),
  }
}
