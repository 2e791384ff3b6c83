import { expect, test } from 'vitest'

import { canonicalAddress, maskedAddress } from './canonical-address.ts'

test.for([
  ['Amina@Example.ORG', 'Amina@example.org', 'amina@example.org'],
  [' amina@example.org ', 'amina@example.org', 'amina@example.org'],
  ['amina+news@example.org', 'amina+news@example.org', 'amina+news@example.org'],
  ['a.mina@example.org', 'a.mina@example.org', 'a.mina@example.org'],
  ['eleni@δοκιμή.gr', 'eleni@xn--jxalpdlp.gr', 'eleni@xn--jxalpdlp.gr'],
  ['Ελένη@example.gr', 'Ελένη@example.gr', 'ελένη@example.gr'],
  ['e\u0301lise@example.fr', '\u00e9lise@example.fr', '\u00e9lise@example.fr'],
  ['amina@example.org.', 'amina@example.org', 'amina@example.org'],
] as const)('%s is written to as %s and known as %s', ([typed, address, canonical]) => {
  expect(canonicalAddress(typed)).toEqual({ address, canonical })
})

test.for([
  'amina',
  'amina@example',
  '@example.org',
  'amina@',
  'a b@example.org',
  'amina@exa mple.org',
  'amina@-example.org',
  '.amina@example.org',
  'ami..na@example.org',
  'amina@127.0.0.1',
  'amina@[127.0.0.1]',
  'amina@example.org\nBcc: other@example.org',
  '"amina"@example.org',
  'amina@example.org, other@example.org',
  `${'a'.repeat(65)}@example.org`,
  `amina@${'a.'.repeat(125)}org`,
])('%s is no address', (typed) => {
  expect(canonicalAddress(typed)).toBeNull()
})

test('a shown address is recognisable to its owner only', () => {
  expect(maskedAddress('amina@example.org')).toBe('a***@e***.org')
  expect(maskedAddress('ελένη@mail.example.gr')).toBe('ε***@m***.gr')
})
