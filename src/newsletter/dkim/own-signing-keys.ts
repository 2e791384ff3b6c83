import { createPrivateKey } from 'node:crypto'

import { type Database, sql } from '../../database/database.ts'
import { openSecret } from '../../secrets/secret.ts'
import { placeOf } from './dkim-keys.ts'
import { type SigningKey, SigningKeyError, type SigningKeyFor } from './signing-key.ts'

/** A key that was retired signs for so long at most; its record stays for days. */
const KEPT_MS = 60_000

/** The active keys, read anew every minute: reading one for each mail would cost more than signing it. */
export function signingKeysIn(database: Database, now: () => number = Date.now): SigningKeyFor {
  let keys: Promise<ReadonlyMap<string, SigningKey>> | null = null
  let readAt = 0
  return async (domain) => {
    if (keys === null || now() - readAt > KEPT_MS) {
      readAt = now()
      keys = activeKeys(database)
    }
    try {
      return (await keys).get(domain) ?? null
    } catch (error) {
      // The next mail asks again.
      keys = null
      throw new SigningKeyError('the keys that sign mails cannot be read', { cause: error })
    }
  }
}

async function activeKeys(database: Database): Promise<ReadonlyMap<string, SigningKey>> {
  const { rows } = await database.execute<{
    id: string
    domain: string
    selector: string
    private_key: string
  }>(sql`select id, domain, selector, private_key from dkim_keys where state = 'active'`)
  return new Map(
    rows.map(({ id, domain, selector, private_key }) => [
      domain,
      { domain, selector, privateKey: createPrivateKey(openSecret(private_key, placeOf(id))) },
    ]),
  )
}

let own: SigningKeyFor | null = null

/** Said once by each process, before it sends: where the keys are that its mails are signed with. */
export function signWithKeysIn(database: Database): void {
  own = signingKeysIn(database)
}

/** This process's keys. It signs nothing before `signWithKeysIn`. */
export const ownSigningKeyFor: SigningKeyFor = async (domain) => (own === null ? null : own(domain))
