import type { Env } from '../../env.ts'
import { domainOf, mailAddress } from '../../newsletter/mail-address.ts'

type SenderEnv = Pick<Env, 'MAIL_FROM' | 'CONFIRMATIONS_FROM'>

/** A domain that mails come from. */
export interface MailSender {
  readonly domain: string
  /** Whose mails those are: letters and the like, and what answers one person. */
  readonly addresses: readonly string[]
}

/** That of letters first; one where both streams share it. */
export function mailSenders({ MAIL_FROM, CONFIRMATIONS_FROM }: SenderEnv): readonly MailSender[] {
  const byDomain = Map.groupBy(new Set([MAIL_FROM, CONFIRMATIONS_FROM]), (address) =>
    domainOf(mailAddress(address)),
  )
  return [...byDomain].map(([domain, addresses]) => ({ domain, addresses }))
}

/** Reserved, so that nobody's mail is ever sent from them. RFC 2606 and 6761 */
export const isReserved = (domain: string): boolean =>
  /(^|\.)(example|test|invalid|localhost|local)$/.test(domain) || /(^|\.)example\.(com|net|org)$/.test(domain)

/** A name that means another machine to everybody who reads it, so no record may hold it. RFC 6761, section 6.3 */
export const isHere = (host: string): boolean => /(^|\.)localhost$/.test(host)
