import { decrypt, encrypt } from './encryption.ts'
import { findKey, type Keyring, ownKeyring } from './keyring.ts'

/** A stored secret that cannot be read: its key left the ring, it was changed, or it was moved from another place. */
export class SecretError extends Error {
  override readonly name = 'SecretError'
}

/**
 * Encrypts a secret for storage: `v1.<key id>.<nonce>.<ciphertext>.<tag>`.
 * @param place where it is stored, e.g. `channels/<id>/accessToken`. Copied anywhere else it cannot be opened.
 */
export function sealSecret(plain: string, place: string, ring: Keyring = ownKeyring()): string {
  const [current] = ring
  const { nonce, ciphertext, tag } = encrypt(plain, current.keys.secret, place)
  return ['v1', current.id, ...[nonce, ciphertext, tag].map((part) => part.toString('base64url'))].join('.')
}

/**
 * Opens what `sealSecret` sealed for this place, with whichever key of the ring.
 * @throws {SecretError} when it cannot be opened.
 */
export function openSecret(sealed: string, place: string, ring: Keyring = ownKeyring()): string {
  const [version, keyId, nonce, ciphertext, tag, ...rest] = sealed.split('.')
  if (version !== 'v1' || keyId === undefined || tag === undefined || rest.length > 0)
    throw new SecretError(`${place} does not hold a sealed secret`)
  const key = findKey(keyId, ring)
  if (key === undefined)
    throw new SecretError(`${place} was sealed with key ${keyId}, which is not in the ring`)
  const plain = decrypt(
    { nonce: decode(nonce), ciphertext: decode(ciphertext), tag: decode(tag) },
    key.keys.secret,
    place,
  )
  if (plain === null)
    throw new SecretError(`${place} holds a secret that was changed or sealed for another place`)
  return plain
}

/**
 * The same secret, sealed with the current key. Null: it is already.
 * @param newPlace where it is to be stored, if that is another place.
 * @throws {SecretError} when it cannot be opened.
 */
export function resealSecret(
  sealed: string,
  place: string,
  { newPlace = place, ring = ownKeyring() }: { readonly newPlace?: string; readonly ring?: Keyring } = {},
): string | null {
  const plain = openSecret(sealed, place, ring)
  const isCurrent = sealed.split('.')[1] === ring[0].id && newPlace === place
  return isCurrent ? null : sealSecret(plain, newPlace, ring)
}

const decode = (part = ''): Buffer => Buffer.from(part, 'base64url')
