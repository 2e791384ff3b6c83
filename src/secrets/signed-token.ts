import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

import { findKey, type Keyring, ownKeyring } from './keyring.ts'

/** 128 bits of HMAC-SHA256: nobody guesses that online, and the address fits a mail header. RFC 2104, section 5. */
const MAC_BYTES = 16
const SEPARATOR = '|'

/**
 * Signs identifiers into a URL-safe token `v1.<key id>.<identifiers>.<signature>` that never expires: links in mails are
 * followed years later. The identifiers can be read by whoever holds the token, so never put an address in.
 * @throws {RangeError} when a part holds `|`.
 */
export function signToken(purpose: string, parts: readonly string[], ring: Keyring = ownKeyring()): string {
  const signed = [purpose, ...parts]
  if (signed.some((part) => part.includes(SEPARATOR))) throw new RangeError('a part of a token holds a |')
  const [current] = ring
  const body = `v1.${current.id}.${Buffer.from(signed.join(SEPARATOR)).toString('base64url')}`
  return `${body}.${macOf(body, current.keys['signed-token']).toString('base64url')}`
}

/** The parts that were signed for this purpose. Null when the token is not ours, was changed, or is for another purpose. */
export function verifyToken(purpose: string, token: string, ring: Keyring = ownKeyring()): string[] | null {
  const [version, keyId = '', encoded = '', mac = '', ...rest] = token.split('.')
  const key = findKey(keyId, ring)
  if (version !== 'v1' || key === undefined || rest.length > 0) return null

  const given = Buffer.from(mac, 'base64url')
  const expected = macOf(`v1.${keyId}.${encoded}`, key.keys['signed-token'])
  if (given.length !== MAC_BYTES || !timingSafeEqual(given, expected)) return null
  // The last character holds bits that decoding drops: a token has one spelling.
  if (given.toString('base64url') !== mac) return null

  const [signedPurpose, ...parts] = Buffer.from(encoded, 'base64url').toString('utf8').split(SEPARATOR)
  return signedPurpose === purpose ? parts : null
}

const macOf = (body: string, key: KeyObject): Buffer =>
  createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES)
