import { isIP } from 'node:net'

import { type DkimKey, recordOf } from '../../newsletter/dkim/dkim-keys.ts'
import { type DmarcPolicy, dmarcPolicyOf, isAligned } from './dmarc-policy.ts'
import type { DnsLookUp } from './dns-look-up.ts'
import { isHere } from './mail-senders.ts'
import { check, type DnsRecord, type SetUpCheck } from './set-up-check.ts'

/** Whether the record of a key is there and says that key. */
export async function hasDkimRecord(key: DkimKey, dns: DnsLookUp): Promise<boolean> {
  const texts = await dns.txt(recordOf(key).name)
  return texts.some((text) => text.replace(/\s/g, '').split(';').includes(`p=${key.publicKey}`))
}

/** @param keys of the sender's domain. The waiting one comes first: it is what is to be done something about. */
export async function checkDkim(keys: readonly DkimKey[], dns: DnsLookUp): Promise<SetUpCheck> {
  const active = keys.find(({ state }) => state === 'active')
  const waiting = keys.find(({ state }) => state === 'waiting')
  if (active !== undefined && !(await hasDkimRecord(active, dns)))
    // The next key may be meant to take over: its record is shown as well.
    return check('dkim', 'to-do', 'dkim-missing', named(active, ...(await missingOf(waiting, dns))))
  if (waiting !== undefined)
    return (await hasDkimRecord(waiting, dns))
      ? check('dkim', 'to-do', 'dkim-ready', { values: { selector: waiting.selector } })
      : check('dkim', 'to-do', 'dkim-waiting', named(waiting))
  if (active === undefined) return check('dkim', 'open', 'dkim-off')
  return check('dkim', 'fine', 'dkim-signed', { values: { selector: active.selector } })
}

async function missingOf(key: DkimKey | undefined, dns: DnsLookUp): Promise<readonly DkimKey[]> {
  return key === undefined || (await hasDkimRecord(key, dns)) ? [] : [key]
}

const named = (key: DkimKey, ...others: readonly DkimKey[]) => ({
  values: { selector: key.selector },
  records: [key, ...others].map((each) => ({ type: 'TXT' as const, ...recordOf(each) })),
})

/** One way out of mails of a domain. */
export interface WayOut {
  /** With a key of the sender's own domain, by us or by the mail service. */
  readonly isSigned: boolean
  /** Domain that bounces go back to. */
  readonly returns: string
}

/** @param ways each must prove whose the mails are. */
export async function checkDmarc(
  sender: string,
  ways: readonly WayOut[],
  dns: DnsLookUp,
): Promise<SetUpCheck> {
  const policy = await dmarcPolicyOf(sender, dns)
  const values = { domain: sender }
  const records: DnsRecord[] = [
    { type: 'TXT', name: `_dmarc.${sender}`, value: `v=DMARC1; p=none; rua=mailto:dmarc@${sender}` },
  ]
  if (policy === null) return check('dmarc', 'to-do', 'dmarc-none', { values, records })
  if (policy === 'several') return check('dmarc', 'to-do', 'dmarc-several', { values })
  const found = [policy.record]
  const unproven = ways.find(
    ({ isSigned, returns }) => !isSigned && !isAligned(returns, sender, policy.strictSpf),
  )
  if (unproven !== undefined)
    return check('dmarc', 'to-do', 'dmarc-unaligned', {
      values: { ...values, bounces: unproven.returns },
      found,
    })
  return check('dmarc', 'fine', findingOf(policy), { values, found })
}

const findingOf = ({ policy }: DmarcPolicy) => (policy === 'none' ? 'dmarc-watching' : 'dmarc-enforced')

/** A sender that cannot be answered is refused by some. */
export async function checkMx(sender: string, dns: DnsLookUp): Promise<SetUpCheck> {
  const found = await dns.mx(sender)
  const values = { domain: sender }
  if (found.length > 0) return check('mx', 'fine', 'mx-found', { values, found })
  return (await dns.addresses(sender)).length > 0
    ? check('mx', 'fine', 'mx-found', { values })
    : check('mx', 'to-do', 'mx-none', { values })
}

/** What comes back must find its way here. @param bounces null: it goes to the sender. */
export async function checkReturns(
  bounces: string | null,
  publicHost: string,
  dns: DnsLookUp,
): Promise<SetUpCheck> {
  if (bounces === null) return check('returns', 'open', 'returns-off')
  const found = await dns.mx(bounces)
  const values = { domain: bounces }
  return found.length > 0
    ? check('returns', 'fine', 'returns-taken', { values, found })
    : check('returns', 'to-do', 'returns-none', {
        values,
        // An exchanger is a name (RFC 5321, section 5.1), and one that means us to everybody.
        records:
          isIP(publicHost) !== 0 || isHere(publicHost)
            ? []
            : [{ type: 'MX', name: bounces, value: `10 ${publicHost}` }],
      })
}
