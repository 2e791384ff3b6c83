import { expect, test } from 'vitest'

import { withoutSecrets } from './without-secrets.ts'

test('a secret is taken out however an address or a body writes it', () => {
  const secret = '12345:ab/"c d'
  const told = `GET /bot${encodeURIComponent(secret)}/send answered {"token":"12345:ab/\\"c d"} to ${secret}`

  expect(withoutSecrets(told, [secret])).toBe('GET /bot[…]/send answered {"token":"[…]"} to […]')
})

test('words that are too short to be a secret stay', () => {
  expect(withoutSecrets('not found', ['o'])).toBe('not found')
})
