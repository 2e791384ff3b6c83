import { expect, test } from 'vitest'
import { tampered } from '../testing/tampered.ts'
import { addressKey } from './address-key.ts'
import { parseKeyring } from './keyring.ts'
import { openToken, sealToken } from './sealed-token.ts'
import { openSecret, SecretError, sealSecret } from './secret.ts'
import { signToken, verifyToken } from './signed-token.ts'

const key = (letter: string): string => Buffer.alloc(32, letter).toString('base64')
const before = parseKeyring(`k1:${key('a')}`)
const after = parseKeyring(`k2:${key('b')},k1:${key('a')}`)
const withoutOld = parseKeyring(`k2:${key('b')}`)
const stranger = parseKeyring(`k1:${key('z')}`)

const now = new Date('2026-03-06T12:00:00Z')
const tomorrow = new Date('2026-03-07T12:00:00Z')
const place = 'channels/0190/accessToken'

test.for([
  ['', 'not of the form id:base64'],
  ['k1', 'not of the form id:base64'],
  ['k1:c2hvcnQ=', 'key k1 in the key ring is not 32 bytes long'],
  [`k.1:${key('a')}`, 'not of the form id:base64'],
  [`k1:${key('a')},k1:${key('b')}`, 'the same id'],
] as const)('the key ring "%s" is refused, and the message holds no key', ([text, message]) => {
  expect(() => parseKeyring(text)).toThrow(message)
  expect(() => parseKeyring(text)).not.toThrow(key('a'))
})

test('a stored secret opens with the key that sealed it, also after that key was succeeded', () => {
  const sealed = sealSecret('s3cret ключ', place, before)

  expect(sealed).toMatch(/^v1\.k1\.[\w-]+\.[\w-]+\.[\w-]+$/)
  expect(openSecret(sealed, place, after)).toBe('s3cret ключ')
  expect(sealSecret('x', place, after)).toMatch(/^v1\.k2\./)
})

test('the same secret sealed twice looks different', () => {
  expect(sealSecret('s3cret', place, before)).not.toBe(sealSecret('s3cret', place, before))
})

test('a secret does not open in another place, with another key, or when any part was changed', () => {
  const sealed = sealSecret('s3cret', place, before)
  const refused = [
    () => openSecret(sealed, 'channels/0191/accessToken', before),
    () => openSecret(sealed, place, withoutOld),
    () => openSecret(sealed, place, stranger),
    () => openSecret(`${sealed}.x`, place, before),
    () => openSecret('s3cret', place, before),
    ...[6, 24, 33].map((index) => () => openSecret(tampered(sealed, index), place, before)),
  ]
  for (const open of refused) expect(open).toThrow(SecretError)
})

test('a shortened authentication tag is refused', () => {
  const [version, id, nonce, text, tag = ''] = sealSecret('s3cret', place, before).split('.')
  const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url')
  expect(() => openSecret([version, id, nonce, text, short].join('.'), place, before)).toThrow(SecretError)
})

test('a sealed token carries data through a mailbox without showing it', () => {
  const token = sealToken('confirm', { address: 'olena@example.org' }, tomorrow, before)

  expect(token).toMatch(/^[\w.-]+$/)
  expect(Buffer.from(token.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('olena')
  expect(openToken('confirm', token, now, after)).toEqual({
    state: 'valid',
    payload: { address: 'olena@example.org' },
  })
})

test('a sealed token ends when it said it would, and one without an end never does', () => {
  const token = sealToken('confirm', 1, tomorrow, before)
  expect(openToken('confirm', token, tomorrow, before)).toEqual({ state: 'expired' })
  expect(openToken('confirm', sealToken('confirm', 1, null, before), new Date('2099-01-01'), before)).toEqual(
    {
      state: 'valid',
      payload: 1,
    },
  )
})

test('a sealed token is no good for another purpose, with another key, or changed', () => {
  const token = sealToken('confirm', 1, tomorrow, before)
  const refused = [
    openToken('erase', token, now, before),
    openToken('confirm', token, now, stranger),
    openToken('confirm', token, now, withoutOld),
    openToken('confirm', tampered(token, 8), now, before),
    openToken('confirm', tampered(token, 30), now, before),
    openToken('confirm', `${token}.x`, now, before),
    openToken('confirm', '', now, before),
    openToken('confirm', 'v1.k1.', now, before),
  ]
  expect(refused).toEqual(refused.map(() => ({ state: 'invalid' })))
})

test('a signed link is recognised for its purpose, also after the key was succeeded', () => {
  const token = signToken('unsubscribe', ['0190-newsletter', '0190-subscriber'], before)

  expect(token).toMatch(/^v1\.k1\.[\w-]+\.[\w-]{22}$/)
  expect(verifyToken('unsubscribe', token, after)).toEqual(['0190-newsletter', '0190-subscriber'])
})

test('a signed link is no good for another purpose, with another key, or changed', () => {
  const token = signToken('unsubscribe', ['list', 'person'], before)
  const other = signToken('unsubscribe', ['list', 'nobody'], before)
  const [version, id, , mac] = token.split('.')
  const refused = [
    verifyToken('preferences', token, before),
    verifyToken('unsubscribe', token, stranger),
    verifyToken('unsubscribe', token, withoutOld),
    verifyToken('unsubscribe', [version, id, other.split('.')[2], mac].join('.'), before),
    verifyToken('unsubscribe', tampered(token), before),
    verifyToken('unsubscribe', token.slice(0, -4), before),
    verifyToken('unsubscribe', `${token}.x`, before),
    verifyToken('unsubscribe', '', before),
  ]
  expect(refused).toEqual(refused.map(() => null))
})

test.for(['A', 'B', 'Q', 'R', 'g', 'h', 'w', 'x', '0', '='])(
  'a signed link has one spelling: with %s at its end it is no good unless it ended so',
  (last) => {
    const token = signToken('unsubscribe', ['list', 'person'], before)
    const spelt = token.slice(0, -1) + last
    expect(verifyToken('unsubscribe', spelt, before)).toEqual(spelt === token ? ['list', 'person'] : null)
  },
)

test('identifiers that could be read as two are not signed', () => {
  expect(() => signToken('unsubscribe', ['a|b'], before)).toThrow(RangeError)
})

test('an address keeps its key when the ring is rotated, and another ring gives another', () => {
  const address = 'olena@example.org'
  expect(addressKey(address, before)).toMatch(/^[\w-]{43}$/)
  expect(addressKey(address, after)).toBe(addressKey(address, before))
  expect(addressKey(address, withoutOld)).not.toBe(addressKey(address, before))
  expect(addressKey('olena@example.com', before)).not.toBe(addressKey(address, before))
})
