import { HELD_AFTER, policyReasons } from '../../ledger/domain-holds.ts'
import type { Outcome } from '../../newsletter/transports/transport.ts'

type Refusal = Extract<Outcome, { kind: 'refused' }>

/**
 * Whether whoever takes mail there does not want it from us. Who does not let us send from our address at all was told of
 * nobody yet, so that says nothing of them.
 */
export const refusesUs = (outcome: Outcome): outcome is Refusal =>
  outcome.kind === 'refused' && policyReasons.includes(outcome.reason)

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
