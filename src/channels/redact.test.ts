import { expect, test } from 'vitest'

import { redactor } from './redact.ts'

const token = '123456:AA-b_c/d+e f'

test.for([
  ['as it is', `the way /bot${token}/sendMessage`],
  ['in an address', `/bot${encodeURIComponent(token)}/sendMessage`],
  ['in JSON', JSON.stringify({ token: `"${token}"` })],
  ['without its spaces', `/bot${token.replaceAll(' ', '')}/`],
  ['as a password of Basic', `Basic ${Buffer.from(`emissary:${token}`).toString('base64')}`],
  ['after one letter in base64', Buffer.from(`a${token}`).toString('base64')],
  ['after two letters in base64', Buffer.from(`ab${token}z`).toString('base64url')],
] as const)('a secret is taken out %s', ([, text]) => {
  const redact = redactor([token])
  const told = redact(text)

  expect(redact.isClean(text)).toBe(false)
  expect(told).toContain('[secret]')
  expect(redact.isClean(told)).toBe(true)
})

test('of an address that is secret as a whole, what follows its host is taken out too', () => {
  const redact = redactor(['https://hooks.example/services/T0/B0/XyZ'])
  expect(redact('no such hook: services/T0/B0/XyZ')).toBe('no such hook: [secret]')
  expect(redact('hooks.example answered 404')).toBe('hooks.example answered 404')
})

test('what is no secret stays, and so does a text where the secret is a short word', () => {
  expect(redactor([])('all of it')).toBe('all of it')
  expect(redactor(['', ' ', 'all'])('all of it')).toBe('all of it')
})
