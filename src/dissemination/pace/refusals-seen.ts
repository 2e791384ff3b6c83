import { HELD_AFTER } from '../../ledger/domain-holds.ts'

/** How many mails in a row each group of mail exchangers refused by policy, as far as this worker knows. */
export interface RefusalsSeen {
  /** It took one, so it has nothing against us. */
  taken(group: string): void
  /** Answers whether it has refused so many by now that the rest is not for it either. Then the count begins anew. */
  refused(group: string): boolean
}

/** @param before of those before this worker */
export function refusalsSeen(before: ReadonlyMap<string, number>): RefusalsSeen {
  const counts = new Map(before)
  return {
    taken: (group) => void counts.delete(group),
    refused(group) {
      const count = (counts.get(group) ?? 0) + 1
      const isEnough = count >= HELD_AFTER
      if (isEnough) counts.delete(group)
      else counts.set(group, count)
      return isEnough
    },
  }
}
