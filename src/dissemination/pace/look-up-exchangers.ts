import { Resolver } from 'node:dns/promises'

import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import {
  assignGroups,
  domainsToLookUp,
  keepMailDomains,
  type MailDomain,
} from '../../ledger/pace/mail-domains.ts'
import { followRefusals } from '../feedback/follow-refusals.ts'
import { mxGroupOf } from './mx-group.ts'

/** Asks for a domain's mail exchangers. Fails as `node:dns` does, with a `code`. */
export type ResolveMx = (
  domain: string,
) => Promise<readonly { readonly exchange: string; readonly priority: number }[]>

interface LookUp {
  /** @default the system's name servers */
  readonly resolveMx?: ResolveMx
  /** Stops after what is being asked. */
  readonly signal: AbortSignal
}

/** Asked at a time. */
const AT_ONCE = 20
/** Kept at a time. */
const PART = 200

/**
 * Finds out who takes an issue's mails, so that they can be paced by that. Nothing waits for it: until it is known, each
 * domain is a group of its own.
 */
export async function lookUpExchangers(
  payload: Payload,
  issueId: string,
  { resolveMx = ofSystem(), signal }: LookUp,
): Promise<void> {
  const database = databaseOf(payload)
  await assign(payload, issueId)
  while (!signal.aborted) {
    const domains = await domainsToLookUp(issueId, PART, database)
    if (domains.length === 0) return
    for (let from = 0; from < domains.length && !signal.aborted; from += AT_ONCE) {
      const asked = domains.slice(from, from + AT_ONCE)
      await keepMailDomains(await Promise.all(asked.map((domain) => lookUp(domain, resolveMx))), database)
    }
    await assign(payload, issueId)
  }
}

/** What a mail server would say in the domain's place. https://www.rfc-editor.org/rfc/rfc7505#section-4.2 */
const NULL_MX = '5.1.10'

/** No address of a domain that takes no mail is written to again. */
async function assign(payload: Payload, issueId: string): Promise<void> {
  const failed = await assignGroups(issueId, databaseOf(payload))
  await followRefusals(
    payload,
    failed.map((id) => ({ id, bounceClass: 'hard', status: NULL_MX })),
  )
}

/** Domains that no name server knows. https://www.rfc-editor.org/rfc/rfc2606 */
const reserved = /(^|\.)(example|invalid|localhost|test)$/

/** Only the domain itself can say that it takes no mail; whatever else is wrong may be wrong with us. */
async function lookUp(domain: string, resolveMx: ResolveMx): Promise<MailDomain> {
  const itself = { domain, mxGroup: domain }
  if (reserved.test(domain)) return { ...itself, isGuess: false }
  try {
    const exchangers = await resolveMx(domain)
    const [preferred] = exchangers.toSorted((one, other) => one.priority - other.priority)
    // Its address takes mail where there is no exchanger. RFC 5321, section 5.1
    if (preferred === undefined) return { ...itself, isGuess: false }
    const isNullMx = exchangers.length === 1 && ['', '.'].includes(preferred.exchange)
    return { domain, mxGroup: isNullMx ? null : mxGroupOf(preferred.exchange), isGuess: false }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { ...itself, isGuess: error.code !== 'ENODATA' }
  }
}

const TIMEOUT_MS = 4_000

function ofSystem(): ResolveMx {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 })
  return (domain) => resolver.resolveMx(domain)
}
