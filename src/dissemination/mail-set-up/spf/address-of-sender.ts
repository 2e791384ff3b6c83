import type { DnsLookUp } from '../dns-look-up.ts'
import { isSpf, readSpf } from './spf-record.ts'

/** Deep enough for any mail service, and short of going round in circles. */
const DEPTH = 4

/**
 * One address that a mail service names as its own, so that it can be asked whether a domain lets the service send. Null:
 * its record names none outright.
 * @throws {DnsSilenceError}
 */
export async function addressOfSender(domain: string, dns: DnsLookUp, depth = DEPTH): Promise<string | null> {
  const text = (await dns.txt(domain)).find(isSpf)
  const record = text === undefined ? null : readSpf(text)
  if (record === null || depth === 0) return null
  const own = record.terms.find((term) => term.kind === 'ip' && term.qualifier === '+')
  if (own?.kind === 'ip') return own.address
  const others = record.terms.flatMap((term) =>
    term.kind === 'include' && term.spec !== null ? [term.spec] : [],
  )
  for (const other of [...others, record.redirect].filter((name) => name !== null)) {
    const address = await addressOfSender(other, dns, depth - 1)
    if (address !== null) return address
  }
  return null
}
