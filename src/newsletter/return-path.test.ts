import { expect, test } from 'vitest'

import { parseKeyring } from '../secrets/keyring.ts'
import { readReturnPath, returnPathOf } from './return-path.ts'

const key = (letter: string) => `${letter}:${Buffer.alloc(32, letter).toString('base64')}`
const ring = parseKeyring(key('a'))
const rotated = parseKeyring(`${key('b')},${key('a')}`)
const domain = 'bounce.example.org'
const id = '0199c0de-0000-7000-8000-00000000000a'
const path = returnPathOf(id, domain, ring) ?? ''

test('a return path names its delivery, in any spelling and after the keys were rotated', () => {
  expect([
    readReturnPath(path, domain, ring),
    readReturnPath(path.toUpperCase(), domain, ring),
    readReturnPath(path, domain, rotated),
  ]).toEqual([id, id, id])
})

test('its local part is no longer than servers must take', () => {
  expect(path.indexOf('@')).toBeLessThanOrEqual(64)
})

test('without a domain for it there is none', () => {
  expect([returnPathOf(id, null, ring), readReturnPath(path, null, ring)]).toEqual([null, null])
})

test.for([
  ['another delivery', path.replace('00a-', '00b-')],
  ['another signature', path.replace(/[0-9a-f](?=@)/, (last) => (last === '0' ? '1' : '0'))],
  ['a shorter signature', path.replace(/[0-9a-f]{2}(?=@)/, '')],
  ['another domain', path.replace('bounce.', 'evil.')],
  ['two domains', `${path}@${domain}`],
  ['another address there', `postmaster@${domain}`],
  ['nothing', ''],
] as const)('with %s it is not ours', ([, address]) => {
  expect(readReturnPath(address, domain, ring)).toBe(null)
})

test('a key that left the ring signs nothing any more', () => {
  expect(readReturnPath(path, domain, parseKeyring(key('b')))).toBe(null)
})
