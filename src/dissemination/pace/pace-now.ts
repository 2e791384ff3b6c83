import type { Database } from '../../database/database.ts'
import { env } from '../../env.ts'
import { paceSettings } from '../../ledger/pace/pace-settings.ts'
import type { Wanted } from '../../ledger/pace/take-tokens.ts'
import { domainOf, mailAddress } from '../../newsletter/mail-address.ts'
import type { Transport } from '../../newsletter/transports/transport.ts'
import { warmUpLimit } from './warm-up.ts'

/** How fast mails may leave now. */
export interface Pace {
  readonly senderDomain: string
  /** Null: no limit. */
  readonly mailsPerSecond: number | null
  /** Most mails of this day, those that left included. Null: no limit. */
  readonly atMostToday: number | null
}

export async function paceNow(database: Database): Promise<Pace> {
  const { mailsPerSecond, mailsPerDay, warmUpDay } = await paceSettings(database)
  const limits = [mailsPerDay, warmUpDay === null ? null : warmUpLimit(warmUpDay)].filter(
    (limit) => limit !== null,
  )
  return {
    senderDomain: domainOf(mailAddress(env.MAIL_FROM)),
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

/** One request a second is left for mails that somebody waits for, such as confirmations: they ask for no token. */
const KEPT_FREE = 1

/** What the transport allows. Nothing when it allows everything. */
export const transportWants = (
  { name, capabilities: { requestsPerSecond } }: Pick<Transport, 'name' | 'capabilities'>,
  requests: number,
): readonly Wanted[] =>
  requestsPerSecond === null
    ? []
    : [
        {
          key: transportKey(name),
          amount: requests,
          perSecond: Math.max(1, requestsPerSecond - KEPT_FREE),
          capacity: 1,
        },
      ]

export const transportKey = (transport: string): string => `transport:${transport}`
export const senderKey = (domain: string): string => `sender:${domain}`
export const groupKey = (transport: string, group: string): string => `mx:${transport}:${group}`
