import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

import { decryptBytes, type Encrypted, encrypt, NONCE_BYTES, TAG_BYTES } from './encryption.ts'
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
  const plain = plainOf(payload, expiresAt)
  return tokenOf('v1', current.id, encrypt(plain, current.keys['sealed-token'], purpose))
}

/**
 * The same for text that a person wrote: packed first, so that it fits a link. Its length then tells how well it packs;
 * seal nothing beside it that its writer must not guess.
 */
export function sealPackedToken(
  purpose: string,
  payload: unknown,
  expiresAt: Date | null,
  ring: Keyring = ownKeyring(),
): string {
  const [current] = ring
  const packed = brotliCompressSync(plainOf(payload, expiresAt), {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    },
  })
  return tokenOf('v2', current.id, encrypt(packed, current.keys['sealed-token'], packedContext(purpose)))
}

/** Another than of unpacked ones: a token of one version cannot be passed off as one of the other. */
const packedContext = (purpose: string): string => `packed ${purpose}`

const plainOf = (payload: unknown, expiresAt: Date | null): string =>
  JSON.stringify({ payload, expiresAt: expiresAt?.getTime() ?? null })

const tokenOf = (version: string, keyId: string, { nonce, ciphertext, tag }: Encrypted): string =>
  [version, keyId, Buffer.concat([nonce, ciphertext, tag]).toString('base64url')].join('.')

/** The payload is what was sealed, but from whichever version of the program: parse it before use. */
export function openToken(
  purpose: string,
  token: string,
  now: Date,
  ring: Keyring = ownKeyring(),
): OpenedToken {
  const [version, keyId = '', sealed = '', ...rest] = token.split('.')
  const key = findKey(keyId, ring)
  const isPacked = version === 'v2'
  if (!(isPacked || version === 'v1') || key === undefined || rest.length > 0) return { state: 'invalid' }

  const bytes = Buffer.from(sealed, 'base64url')
  const parts = {
    nonce: bytes.subarray(0, NONCE_BYTES),
    ciphertext: bytes.subarray(NONCE_BYTES, -TAG_BYTES),
    tag: bytes.subarray(-TAG_BYTES),
  }
  const context = isPacked ? packedContext(purpose) : purpose
  const opened = decryptBytes(parts, key.keys['sealed-token'], context)
  if (opened === null) return { state: 'invalid' }

  const plain = isPacked ? brotliDecompressSync(opened) : opened
  const { payload, expiresAt } = JSON.parse(plain.toString('utf8')) as {
    payload: unknown
    expiresAt: number | null
  }
  if (expiresAt !== null && expiresAt <= now.getTime()) return { state: 'expired' }
  return { state: 'valid', payload }
}
