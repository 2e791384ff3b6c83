import type { Database } from '../../database/database.ts'
import { releaseHeld } from '../../ledger/email-deliveries.ts'
import type { HeldMail, HeldMails } from '../../ledger/hold-mails.ts'
import { reservePlaces } from '../../ledger/pace/day-places.ts'
import { takeTokens } from '../../ledger/pace/take-tokens.ts'
import { groupKey, type Pace } from './pace-now.ts'

export interface Admitted {
  readonly mails: readonly HeldMail[]
  /** Whether some were left because the day is used up. */
  readonly isDayOver: boolean
  /** On which day of the network they count, as `2026-11-29`. */
  readonly day: string
}

/** After a rest as many mails may go to a group at once as at its full rate in a quarter of a second. */
const BURST = 0.25

/**
 * Of the mails held those that may leave: to slow groups as many as they take now, and of all as many as the day still
 * allows, whose places this lease then holds for them. The others are given back at once, as they were.
 */
export async function admit(
  { mails, leaseToken }: Pick<HeldMails, 'mails' | 'leaseToken'>,
  { pace, transport }: { readonly pace: Pace; readonly transport: string },
  database: Database,
): Promise<Admitted> {
  const paced = await withoutSlow(mails, transport, database)
  await releaseHeld(
    { ids: idsOf(mails.filter((mail) => !paced.includes(mail))), leaseToken, reason: 'waits-for-provider' },
    database,
  )
  const { granted, day } = await reservePlaces(
    paced.length,
    leaseToken,
    { senderDomain: pace.senderDomain, atMost: pace.atMostToday },
    database,
  )
  await releaseHeld({ ids: idsOf(paced.slice(granted)), leaseToken, reason: null }, database)
  return { mails: paced.slice(0, granted), isDayOver: granted < paced.length, day }
}

const idsOf = (mails: readonly HeldMail[]): readonly string[] => mails.map(({ id }) => id)

async function withoutSlow(
  mails: readonly HeldMail[],
  transport: string,
  database: Database,
): Promise<readonly HeldMail[]> {
  const slow = new Map<string, { amount: number; readonly perSecond: number }>()
  for (const { mxGroup, ceiling } of mails) {
    if (ceiling === null) continue
    const group = slow.get(mxGroup) ?? { amount: 0, perSecond: ceiling }
    slow.set(mxGroup, { ...group, amount: group.amount + 1 })
  }
  if (slow.size === 0) return mails
  const taken = await takeTokens(
    [...slow].map(([group, { amount, perSecond }]) => ({
      key: groupKey(transport, group),
      amount,
      perSecond,
      capacity: Math.max(1, perSecond * BURST),
    })),
    database,
  )
  const left = new Map([...slow.keys()].map((group) => [group, granted(taken, groupKey(transport, group))]))
  return mails.filter(({ mxGroup }) => {
    const tokens = left.get(mxGroup)
    if (tokens === undefined) return true
    left.set(mxGroup, tokens - 1)
    return tokens > 0
  })
}

const granted = (taken: Awaited<ReturnType<typeof takeTokens>>, key: string): number =>
  taken.get(key)?.granted ?? 0
