import { createHmac } from 'node:crypto'

import { type Keyring, ownKeyring } from './keyring.ts'

/**
 * A keyed hash under which an address is looked up and suppressed, also after it was erased. 43 URL-safe characters.
 *
 * It is made with the OLDEST key of the ring, because a hash cannot be made anew once the address is gone: rotation puts
 * new keys in front and leaves the last one for good. Without it nobody is recognised any more, and people who left
 * would get mail again.
 * @param canonicalAddress as the audience writes it; another spelling is another key.
 */
export function addressKey(canonicalAddress: string, ring: Keyring = ownKeyring()): string {
  const oldest = ring.at(-1) ?? ring[0]
  return createHmac('sha256', oldest.keys.address).update(canonicalAddress).digest('base64url')
}
