import { expect, test } from 'vitest'

import { perAddress, perNetwork } from './rate-limit.ts'

test.for([
  ['192.0.2.1', '192.0.2.254'],
  ['::ffff:192.0.2.1', '192.0.2.7'],
  ['2001:db8:1::1', '2001:db8:1:ffff::9'],
  [null, 'not an address'],
] as const)('%s and %s are counted as one network', ([one, other]) => {
  expect(perNetwork(one).key).toBe(perNetwork(other).key)
})

test.for([
  ['192.0.2.1', '192.0.3.1'],
  ['2001:db8:1::1', '2001:db8:2::1'],
] as const)('%s and %s are counted apart', ([one, other]) => {
  expect(perNetwork(one).key).not.toBe(perNetwork(other).key)
})

test('what is counted cannot be read from the count', () => {
  expect(perNetwork('192.0.2.1').key).toMatch(/^network:[\w-]{43}$/)
  expect(perAddress('amina@example.org').key).toMatch(/^address:[\w-]{43}$/)
})
