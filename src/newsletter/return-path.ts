import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

import { env } from '../env.ts'
import { type Keyring, ownKeyring } from '../secrets/keyring.ts'

/**
 * 96 bits of HMAC-SHA256: nobody guesses that by sending mails. In hex, since some servers write addresses back in lower
 * case; with the id it makes 59 characters, and a local part has 64 at most (RFC 5321, section 4.5.3.1.1).
 */
const MAC_BYTES = 12

const ours = /^b\+([0-9a-f]{32})-([0-9a-f]{24})$/

const ownDomain = (): string | null => env.BOUNCE_DOMAIN ?? null

/**
 * The envelope sender of one mail, to which whatever comes back is addressed: by it the delivery is known even where the
 * report says nothing that can be read. Null: there is no domain for that.
 * @param deliveryId a UUID.
 */
export function returnPathOf(
  deliveryId: string,
  domain: string | null = ownDomain(),
  ring: Keyring = ownKeyring(),
): string | null {
  if (domain === null) return null
  const id = deliveryId.replaceAll('-', '').toLowerCase()
  return `b+${id}-${macOf(id, ring[0].keys['return-path']).toString('hex')}@${domain}`
}

/** The delivery whose return path this is. Null: it is not one of ours, or was changed. */
export function readReturnPath(
  address: string,
  domain: string | null = ownDomain(),
  ring: Keyring = ownKeyring(),
): string | null {
  const [local = '', of = '', ...rest] = address.toLowerCase().split('@')
  const [, id, mac] = ours.exec(local) ?? []
  if (id === undefined || mac === undefined || of !== domain || rest.length > 0) return null
  const given = Buffer.from(mac, 'hex')
  if (!ring.some(({ keys }) => timingSafeEqual(given, macOf(id, keys['return-path'])))) return null
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const macOf = (id: string, key: KeyObject): Buffer =>
  createHmac('sha256', key).update(id).digest().subarray(0, MAC_BYTES)
