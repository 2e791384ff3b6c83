import { BlockList, isIPv4 } from 'node:net'

import type { DnsLookUp } from '../dns-look-up.ts'
import { expandMacros, type SpfQuestion } from './spf-macros.ts'
import { isSpf, type Qualifier, readSpf, type SpfTerm } from './spf-record.ts'

/** What receivers make of a machine. RFC 7208, section 2.6. That nobody answered is thrown, as `DnsSilenceError`. */
type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'permerror'

/** Why a record counts for nothing. */
type SpfFault = 'several' | 'syntax' | 'lookups' | 'void-lookups' | 'included-none'

export interface SpfVerdict {
  readonly result: SpfResult
  /** Null unless it is a `permerror`. */
  readonly fault: SpfFault | null
  /** Records that were read, the domain's own first: `name: text`. */
  readonly records: readonly string[]
}

/** Terms that ask the DNS, and of those that get nothing. RFC 7208, section 4.6.4 */
const MOST_LOOKUPS = 10
const MOST_VOID_LOOKUPS = 2
const MOST_EXCHANGERS = 10

const results: Readonly<Record<Qualifier, SpfResult>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
}

class SpfPermanentError extends Error {
  override readonly name = 'SpfPermanentError'
  readonly fault: SpfFault

  constructor(fault: SpfFault) {
    super(fault)
    this.fault = fault
  }
}

interface Asked {
  readonly question: SpfQuestion
  readonly dns: DnsLookUp
  readonly records: string[]
  lookups: number
  voids: number
}

/**
 * Whether a domain lets a machine send for it, as receivers find out. `ptr` matches nothing here: it must not be used.
 * https://www.rfc-editor.org/rfc/rfc7208#section-4
 * @throws {DnsSilenceError}
 */
export async function checkHost(domain: string, question: SpfQuestion, dns: DnsLookUp): Promise<SpfVerdict> {
  const asked: Asked = { question, dns, records: [], lookups: 0, voids: 0 }
  try {
    const result = await evaluate(domain, asked)
    return { result, fault: null, records: asked.records }
  } catch (error) {
    if (!(error instanceof SpfPermanentError)) throw error
    return { result: 'permerror', fault: error.fault, records: asked.records }
  }
}

async function evaluate(domain: string, asked: Asked): Promise<SpfResult> {
  const texts = (await asked.dns.txt(domain)).filter(isSpf)
  asked.records.push(...texts.map((text) => `${domain}: ${text}`))
  const [text] = texts
  if (text === undefined) return 'none'
  if (texts.length > 1) throw new SpfPermanentError('several')
  const record = readSpf(text)
  if (record === null) throw new SpfPermanentError('syntax')
  for (const term of record.terms) if (await matches(term, domain, asked)) return results[term.qualifier]
  if (record.redirect === null || record.terms.some(({ kind }) => kind === 'all')) return 'neutral'
  countLookUp(asked)
  const result = await evaluate(nameOf(record.redirect, domain, asked), asked)
  if (result === 'none') throw new SpfPermanentError('included-none')
  return result
}

async function matches(term: SpfTerm, domain: string, asked: Asked): Promise<boolean> {
  const { ip } = asked.question
  if (term.kind === 'all') return true
  if (term.kind === 'ip') return isWithin(ip, term.address, term.prefix)
  countLookUp(asked)
  if (term.kind === 'ptr') return false
  const name = nameOf(term.spec ?? domain, domain, asked)
  const prefix = isIPv4(ip) ? term.prefix4 : term.prefix6
  const isAmong = (addresses: readonly string[]) => addresses.some((address) => isWithin(ip, address, prefix))
  switch (term.kind) {
    case 'include': {
      const result = await evaluate(name, asked)
      if (result === 'none') throw new SpfPermanentError('included-none')
      return result === 'pass'
    }
    case 'exists':
      return notVoid(await asked.dns.addresses(name, 4), asked).length > 0
    case 'a':
      return isAmong(notVoid(await asked.dns.addresses(name, isIPv4(ip) ? 4 : 6), asked))
    case 'mx': {
      const exchangers = notVoid(await asked.dns.mx(name), asked)
      if (exchangers.length > MOST_EXCHANGERS) throw new SpfPermanentError('lookups')
      for (const exchanger of exchangers)
        if (isAmong(await asked.dns.addresses(exchanger, isIPv4(ip) ? 4 : 6))) return true
      return false
    }
  }
}

function countLookUp(asked: Asked): void {
  asked.lookups += 1
  if (asked.lookups > MOST_LOOKUPS) throw new SpfPermanentError('lookups')
}

function notVoid(answers: readonly string[], asked: Asked): readonly string[] {
  if (answers.length === 0) asked.voids += 1
  if (asked.voids > MOST_VOID_LOOKUPS) throw new SpfPermanentError('void-lookups')
  return answers
}

function nameOf(spec: string, domain: string, { question }: Asked): string {
  const name = expandMacros(spec, domain, question)
  if (name === null || name === '') throw new SpfPermanentError('syntax')
  return name
}

function isWithin(ip: string, address: string, prefix: number): boolean {
  if (isIPv4(ip) !== isIPv4(address)) return false
  const family = isIPv4(ip) ? 'ipv4' : 'ipv6'
  const network = new BlockList()
  network.addSubnet(address, prefix, family)
  return network.check(ip, family)
}
