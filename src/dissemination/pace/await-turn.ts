import { setTimeout as wait } from 'node:timers/promises'

import type { Database } from '../../database/database.ts'
import { giveBack, takeTokens, type Wanted } from '../../ledger/pace/take-tokens.ts'

/** Longer than this nobody waits in place: others may have something to do. */
const PATIENCE_MS = 5_000
const LONGEST_NAP_MS = 1_000
/** Workers that wait for the same moment come one after the other. Of a turn that nobody takes in time the rest is lost. */
const APART_MS = 5

export type Turn =
  | { readonly kind: 'go' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'later'; readonly at: Date }

/** Takes one turn that needs all of these tokens, waiting a moment for them. Without any, it is anybody's turn. */
export async function awaitTurn(
  wanted: readonly Wanted[],
  { database, signal }: { readonly database: Database; readonly signal: AbortSignal },
): Promise<Turn> {
  for (;;) {
    if (signal.aborted) return { kind: 'stopped' }
    const taken = await takeTokens(wanted, database)
    const isMissing = ({ key, amount }: Wanted) => (taken.get(key)?.granted ?? 0) < amount
    if (!wanted.some(isMissing)) return { kind: 'go' }
    const had = wanted.map(({ key }) => ({ key, amount: taken.get(key)?.granted ?? 0 }))
    await giveBack(had, database)
    const waitMs = Math.max(...wanted.filter(isMissing).map(({ key }) => taken.get(key)?.waitMs ?? 0))
    if (waitMs > PATIENCE_MS) return { kind: 'later', at: new Date(Date.now() + waitMs) }
    await nap(waitMs, signal)
  }
}

/** Sleeps until there may be a token, or it is to stop. Never for exactly as long as others. */
export async function nap(milliseconds: number, signal: AbortSignal): Promise<void> {
  const time = Math.min(Math.max(Math.ceil(milliseconds), 1), LONGEST_NAP_MS) + Math.random() * APART_MS
  await wait(time, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}
