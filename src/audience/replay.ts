import type { ConsentKind } from './consent-events.ts'
import type { Follow } from './follow.ts'

/** One entry of the ledger, as far as it decides who gets what. */
export interface LedgerEntry {
  readonly kind: ConsentKind
  readonly newsletterIds: readonly string[]
  readonly follows: readonly Pick<Follow, 'target' | 'targetId'>[]
}

/** What a person agrees to now. */
export interface AgreedTo {
  /** Ascending. */
  readonly newsletterIds: readonly string[]
  /** `target/id`, ascending. */
  readonly follows: readonly string[]
}

/** Plays one address's ledger from its beginning. What the product does with the address must never differ from this. */
export function replay(entries: readonly LedgerEntry[]): AgreedTo {
  const newsletters = new Set<string>()
  const follows = new Set<string>()
  for (const entry of entries) {
    const named = entry.follows.map(({ target, targetId }) => `${target}/${targetId}`)
    switch (entry.kind) {
      case 'confirmed':
      case 'imported':
      case 'moved-here':
      case 'changed':
        for (const id of entry.newsletterIds) newsletters.add(id)
        for (const follow of named) follows.add(follow)
        break
      case 'ended':
      case 'import-undone':
        for (const id of entry.newsletterIds) newsletters.delete(id)
        for (const follow of named) follows.delete(follow)
        break
      case 'erased':
      case 'moved-away':
        newsletters.clear()
        follows.clear()
        break
      case 'asked':
      case 'suppressed':
      case 'released':
        break
      default:
        entry.kind satisfies never
    }
  }
  return { newsletterIds: [...newsletters].sort(), follows: [...follows].sort() }
}
