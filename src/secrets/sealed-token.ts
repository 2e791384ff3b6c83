import { decrypt, encrypt, NONCE_BYTES, TAG_BYTES } from './encryption.ts'
import { findKey, type Keyring, ownKeyring } from './keyring.ts'

/** `expired` was ours and is too old; `invalid` was never ours, was changed, or was made for another purpose. */
export type OpenedToken =
  | { readonly state: 'valid'; readonly payload: unknown }
  | { readonly state: 'expired' }
  | { readonly state: 'invalid' }

/**
 * Encrypts data into a URL-safe token `v1.<key id>.<sealed>`, so that it can travel through a mailbox and nothing need be
 * stored until it comes back. Whoever holds it cannot read or change it.
 * @param purpose only `openToken` with the same purpose opens it.
 * @param payload anything that survives JSON.
 * @param expiresAt null: never.
 */
export function sealToken(
  purpose: string,
  payload: unknown,
  expiresAt: Date | null,
  ring: Keyring = ownKeyring(),
): string {
  const [current] = ring
  const plain = JSON.stringify({ payload, expiresAt: expiresAt?.getTime() ?? null })
  const { nonce, ciphertext, tag } = encrypt(plain, current.keys['sealed-token'], purpose)
  return ['v1', current.id, Buffer.concat([nonce, ciphertext, tag]).toString('base64url')].join('.')
}

/** The payload is what was sealed, but from whichever version of the program: parse it before use. */
export function openToken(
  purpose: string,
  token: string,
  now: Date,
  ring: Keyring = ownKeyring(),
): OpenedToken {
  const [version, keyId = '', sealed = '', ...rest] = token.split('.')
  const key = findKey(keyId, ring)
  if (version !== 'v1' || key === undefined || rest.length > 0) return { state: 'invalid' }

  const bytes = Buffer.from(sealed, 'base64url')
  const parts = {
    nonce: bytes.subarray(0, NONCE_BYTES),
    ciphertext: bytes.subarray(NONCE_BYTES, -TAG_BYTES),
    tag: bytes.subarray(-TAG_BYTES),
  }
  const plain = decrypt(parts, key.keys['sealed-token'], purpose)
  if (plain === null) return { state: 'invalid' }

  const { payload, expiresAt } = JSON.parse(plain) as { payload: unknown; expiresAt: number | null }
  if (expiresAt !== null && expiresAt <= now.getTime()) return { state: 'expired' }
  return { state: 'valid', payload }
}
