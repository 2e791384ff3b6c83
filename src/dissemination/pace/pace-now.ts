import type { Database } from '../../database/database.ts'
import { env } from '../../env.ts'
import { paceSettings } from '../../ledger/pace/pace-settings.ts'
import type { Wanted } from '../../ledger/pace/take-tokens.ts'
import { domainOf, mailAddress } from '../../newsletter/mail-address.ts'
import { warmUpLimit } from './warm-up.ts'

/** How fast mails may leave now. */
export interface Pace {
  readonly senderDomain: string
  /** Null: no limit. */
  readonly mailsPerSecond: number | null
  /** Most mails of this day, those that left included. Null: no limit. */
  readonly atMostToday: number | null
}

/** Of the address that mails come from. */
export const senderDomain = (): string => domainOf(mailAddress(env.MAIL_FROM))

export async function paceNow(database: Database): Promise<Pace> {
  const { mailsPerSecond, mailsPerDay, warmUpDay } = await paceSettings(database)
  const limits = [mailsPerDay, warmUpDay === null ? null : warmUpLimit(warmUpDay)].filter(
    (limit) => limit !== null,
  )
  return {
    senderDomain: senderDomain(),
    mailsPerSecond,
    atMostToday: limits.length === 0 ? null : Math.min(...limits),
  }
}

/** A second's mails may not leave all at once: a quarter of them may. */
const BURST = 0.25

/** What the sender's domain allows. Nothing when it allows everything. */
export const senderWants = (
  { senderDomain, mailsPerSecond }: Pace,
  mails: number,
  { whole }: { readonly whole: boolean },
): readonly Wanted[] =>
  mailsPerSecond === null || mails === 0
    ? []
    : [
        {
          key: senderKey(senderDomain),
          amount: mails,
          perSecond: mailsPerSecond,
          capacity: Math.max(1, mailsPerSecond * BURST),
          whole,
        },
      ]

const senderKey = (domain: string): string => `sender:${domain}`
export const groupKey = (transport: string, group: string): string => `mx:${transport}:${group}`
