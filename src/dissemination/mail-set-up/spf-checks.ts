import { isIP } from 'node:net'

import { isPublicAddress } from '../../network/public-address.ts'
import type { DnsLookUp } from './dns-look-up.ts'
import { isHere } from './mail-senders.ts'
import { check, type DnsRecord, type SetUpCheck } from './set-up-check.ts'
import { addressOfSender } from './spf/address-of-sender.ts'
import { checkHost, type SpfVerdict } from './spf/check-host.ts'

/** For documentation, so nobody's: whoever lets it send lets everybody. RFC 5737 and 3849 */
const strangers = ['203.0.113.77', '2001:db8::77']

interface OurServer {
  /** Of the mail server, by name or address. */
  readonly host: string
  /** Under which the world reaches us. */
  readonly publicHost: string
}

/**
 * Whether the domain that bounces go back to lets our mail server send, as receivers find out: that domain is what they ask
 * about (RFC 7208, section 2.4).
 */
export async function checkSpfOfServer(
  domain: string,
  { host, publicHost }: OurServer,
  dns: DnsLookUp,
): Promise<SetUpCheck> {
  const addresses = isIP(host) === 0 ? await dns.addresses(host) : [host]
  const common = await checkRecord(domain, recordNaming({ host, publicHost }), dns)
  if (common.kind === 'ended') return common.check
  const visible = addresses.filter(isPublicAddress)
  const verdicts: { readonly address: string; readonly verdict: SpfVerdict }[] = []
  for (const address of visible) verdicts.push({ address, verdict: await ask(domain, address, dns) })
  const refused = verdicts.filter(({ verdict }) => verdict.result !== 'pass')
  const broken = refused.find(({ verdict }) => verdict.fault !== null)
  if (broken !== undefined) return brokenCheck(domain, broken.verdict)
  const values = { domain, host }
  if (visible.length > 0 && refused.length === 0)
    return check('spf', 'fine', 'spf-passes', { values, found: common.records })
  const found = [...common.records, ...refused.map(({ address, verdict }) => `${address}: ${verdict.result}`)]
  // A server that passes mails on is seen by the address it does that from, which a provider names in a record of its own.
  return visible.length === 0 || (common.names && refused.length === visible.length)
    ? check('spf', 'open', 'spf-elsewhere', { values, found })
    : check('spf', 'to-do', 'spf-unnamed', { values, found })
}

/**
 * What names the server. One on this machine or its network is seen by the world as we are. Null: nobody can tell here under which
 * name that is.
 */
function recordNaming({ host, publicHost }: OurServer): string | null {
  if (isPublicAddress(host)) return `v=spf1 ip${isIP(host)}:${host} ~all`
  const name = isIP(host) === 0 && !isHere(host) ? host : publicHost
  return isIP(name) === 0 && !isHere(name) ? `v=spf1 a:${name} ~all` : null
}

/** Where a mail service has bounces go to. */
export interface ReturnPath {
  readonly domain: string
  /** Whose record names the service's machines. */
  readonly include: string
  /** The record that it asks for. */
  readonly value: string
}

/** Whether that domain lets the service send. */
export async function checkSpfOfService(
  { domain, include, value }: ReturnPath,
  dns: DnsLookUp,
): Promise<SetUpCheck> {
  const common = await checkRecord(domain, value, dns)
  if (common.kind === 'ended') return common.check
  const values = { domain, host: include }
  const address = await addressOfSender(include, dns)
  if (address === null) return check('spf', 'open', 'dns-silent')
  const verdict = await ask(domain, address, dns)
  if (verdict.fault !== null) return brokenCheck(domain, verdict)
  return verdict.result === 'pass'
    ? check('spf', 'fine', 'spf-passes', { values, found: common.records })
    : check('spf', 'to-do', 'spf-unnamed', {
        values,
        found: [...common.records, `${include}: ${verdict.result}`],
      })
}

type Common =
  | { readonly kind: 'ended'; readonly check: SetUpCheck }
  | {
      readonly kind: 'goes-on'
      /** The domain's own, and those it refers to. */
      readonly records: readonly string[]
      /** Whether it refers to others, such as a provider. */
      readonly names: boolean
    }

/**
 * What is wrong whoever sends.
 * @param wanted record, where there is none. Null: it cannot be told.
 */
async function checkRecord(domain: string, wanted: string | null, dns: DnsLookUp): Promise<Common> {
  const ended = (outcome: SetUpCheck): Common => ({ kind: 'ended', check: outcome })
  const values = { domain }
  const records: DnsRecord[] = wanted === null ? [] : [{ type: 'TXT', name: domain, value: wanted }]
  const verdicts: SpfVerdict[] = []
  for (const stranger of strangers) verdicts.push(await ask(domain, stranger, dns))
  const [first] = verdicts
  const read = [...new Set(verdicts.flatMap((verdict) => verdict.records))]
  if (first?.result === 'none') return ended(check('spf', 'to-do', 'spf-none', { values, records }))
  if (first?.fault === 'several') return ended(check('spf', 'to-do', 'spf-several', { values, found: read }))
  // Of the other family it may ask for what is not there, which concerns nobody who sends from this one.
  if (first !== undefined && first.fault !== null) return ended(brokenCheck(domain, first))
  if (verdicts.some(({ result }) => result === 'pass'))
    return ended(check('spf', 'to-do', 'spf-open', { values, found: read }))
  return { kind: 'goes-on', records: read.slice(0, 1), names: /\b(include:|redirect=)/i.test(read[0] ?? '') }
}

const brokenCheck = (domain: string, { records, fault }: SpfVerdict): SetUpCheck =>
  check('spf', 'to-do', 'spf-broken', { values: { domain }, found: [...records, `permerror: ${fault}`] })

const ask = (domain: string, ip: string, dns: DnsLookUp): Promise<SpfVerdict> =>
  checkHost(domain, { ip, sender: `postmaster@${domain}`, helo: domain }, dns)
