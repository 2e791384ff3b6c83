import { LRUCache } from 'lru-cache'

import type { StoredAnswer, Varying } from './stored-answer.ts'

/** An answer that is being made. What changes meanwhile may or may not be in it. */
export interface Making {
  /** Tags of what has changed since. */
  readonly changed: Set<string>
  /** Nobody can say any more what has changed since, or it takes too long. */
  lost: boolean
}

/** Answers by what was asked, dropped by what they were made of. */
export interface AnswerStore {
  get(key: string): StoredAnswer | Varying | undefined
  begin(): Making
  /** Keeps what came of it, unless something that it was made of has changed since it was begun. */
  keep(making: Making, key: string, answer: StoredAnswer): void
  finish(making: Making): void
  /** Notes at a key that the answers stand elsewhere. */
  note(key: string, varying: Varying): void
  /** Drops what was made of any of these. */
  drop(tags: readonly string[]): void
  dropAll(): void
  readonly bytes: number
}

/** One answer takes this part of the whole at most. */
const LARGEST_PART = 16
const NOTE_BYTES = 256

export function answerStore(maxBytes: number): AnswerStore {
  const keysByTag = new Map<string, Set<string>>()
  const underWay = new Set<Making>()
  const answers = new LRUCache<string, StoredAnswer | Varying>({
    maxSize: maxBytes,
    maxEntrySize: Math.floor(maxBytes / LARGEST_PART),
    sizeCalculation: (answer, key) => ('varies' in answer ? NOTE_BYTES : answer.bytes) + key.length,
    dispose: (answer, key) => {
      if ('varies' in answer) return
      for (const tag of answer.tags) {
        const keys = keysByTag.get(tag)
        keys?.delete(key)
        if (keys?.size === 0) keysByTag.delete(tag)
      }
    },
  })

  return {
    get: (key) => answers.get(key),

    begin() {
      const making: Making = { changed: new Set(), lost: false }
      underWay.add(making)
      return making
    },

    finish: (making) => void underWay.delete(making),

    keep(making, key, answer) {
      if (making.lost || answer.tags.some((tag) => making.changed.has(tag))) return
      answers.set(key, answer)
      // It may have been too large.
      if (answers.peek(key) !== answer) return
      for (const tag of answer.tags) {
        const keys = keysByTag.get(tag) ?? new Set()
        keysByTag.set(tag, keys.add(key))
      }
    },

    note: (key, varying) => void answers.set(key, varying),

    drop(tags) {
      for (const making of underWay) for (const tag of tags) making.changed.add(tag)
      for (const tag of tags) for (const key of [...(keysByTag.get(tag) ?? [])]) answers.delete(key)
    },

    dropAll() {
      for (const making of underWay) making.lost = true
      answers.clear()
    },

    get bytes() {
      return answers.calculatedSize
    },
  }
}
