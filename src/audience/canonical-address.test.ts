import { expect, test } from 'vitest'

import { canonicalAddress, maskedAddress, shownAddress } from './canonical-address.ts'

test.for([
  ['Amina@Example.ORG', 'Amina@example.org', 'amina@example.org'],
  [' amina@example.org ', 'amina@example.org', 'amina@example.org'],
  ['amina+news@example.org', 'amina+news@example.org', 'amina+news@example.org'],
  ['a.mina@example.org', 'a.mina@example.org', 'a.mina@example.org'],
  ['eleni@δοκιμή.gr', 'eleni@xn--jxalpdlp.gr', 'eleni@xn--jxalpdlp.gr'],
  ['Ελένη@example.gr', 'Ελένη@example.gr', 'ελένη@example.gr'],
  ['e\u0301lise@example.fr', '\u00e9lise@example.fr', '\u00e9lise@example.fr'],
  ['ELENI@ΔΟΚΙΜΉ.gr', 'ELENI@xn--jxalpdlp.gr', 'eleni@xn--jxalpdlp.gr'],
  ['eleni@xn--jxalpdlp.gr', 'eleni@xn--jxalpdlp.gr', 'eleni@xn--jxalpdlp.gr'],
  ['ελένη+news@example.gr', 'ελένη+news@example.gr', 'ελένη+news@example.gr'],
  ['أمينة@مثال.إختبار', 'أمينة@xn--mgbh0fb.xn--kgbechtv', 'أمينة@xn--mgbh0fb.xn--kgbechtv'],
  ['олена@пошта.укр', 'олена@xn--80a1acn3a.xn--j1amh', 'олена@xn--80a1acn3a.xn--j1amh'],
  ['李@例え.jp', '李@xn--r8jz45g.jp', '李@xn--r8jz45g.jp'],
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
  'amina@example..org',
  'amina@xn--a.org',
  'a\u200bmina@example.org',
  'amina\u202egro@example.org',
  'amina@exam\u00adple.o\u202erg',
  '\u0301amina@example.org',
  '\u0430mina@example.org',
  'amin\u03b1@example.org',
  'amina@ex\u0430mple.org',
  'aminaأ@example.org',
  '\uff41mina@example.org',
  'amina\u0000@example.org',
  'amina<x>@example.org',
  `${'α'.repeat(33)}@example.org`,
  `${'a'.repeat(65)}@example.org`,
  `amina@${'a.'.repeat(125)}org`,
])('%s is no address', (typed) => {
  expect(canonicalAddress(typed)).toBeNull()
})

test('a shown address is recognisable to its owner only', () => {
  expect(maskedAddress('amina@example.org')).toBe('a***@e***.org')
  expect(maskedAddress('ελένη@mail.example.gr')).toBe('ε***@m***.gr')
})

test('on pages an address stands as its owner writes it', () => {
  expect(shownAddress('eleni@xn--jxalpdlp.gr')).toBe('eleni@δοκιμή.gr')
  expect(shownAddress('amina@example.org')).toBe('amina@example.org')
  expect(maskedAddress('eleni@xn--jxalpdlp.gr')).toBe('e***@δ***.gr')
})
