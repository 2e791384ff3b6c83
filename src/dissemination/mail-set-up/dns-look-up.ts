import { Resolver } from 'node:dns/promises'

/** Answers of the domain name system. Empty: there is none of that kind. */
export interface DnsLookUp {
  /** Each text as a whole. @throws {DnsSilenceError} */
  txt(name: string): Promise<readonly string[]>
  /** Names of those who take mail, best first. @throws {DnsSilenceError} */
  mx(name: string): Promise<readonly string[]>
  /** @param family of the addresses. Unset: both. @throws {DnsSilenceError} */
  addresses(name: string, family?: 4 | 6): Promise<readonly string[]>
}

/** Nobody could say whether there is such a record: that is not the same as there being none. */
export class DnsSilenceError extends Error {
  override readonly name = 'DnsSilenceError'
}

const TIMEOUT_MS = 2_000
const TRIES = 2

/** @param servers `address:port` each. @default those of the system */
export function dnsLookUp(servers: readonly string[] = []): DnsLookUp {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES })
  if (servers.length > 0) resolver.setServers(servers)
  return {
    txt: async (name) => {
      const records = await answered(resolver.resolveTxt(name))
      return records.map((parts) => parts.join(''))
    },
    mx: async (name) => {
      const records = await answered(resolver.resolveMx(name))
      // "." says in so many words that nobody does. RFC 7505
      return records
        .toSorted((one, other) => one.priority - other.priority)
        .map(({ exchange }) => exchange)
        .filter((exchange) => exchange !== '' && exchange !== '.')
    },
    addresses: async (name, family) => {
      const found = await Promise.all([
        family === 6 ? [] : answered(resolver.resolve4(name)),
        family === 4 ? [] : answered(resolver.resolve6(name)),
      ])
      return found.flat()
    },
  }
}

async function answered<Entry>(question: Promise<Entry[]>): Promise<Entry[]> {
  try {
    return await question
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOTFOUND' || code === 'ENODATA') return []
    throw new DnsSilenceError('the name servers gave no answer', { cause: error })
  }
}
