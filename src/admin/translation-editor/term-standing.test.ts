import { expect, test } from 'vitest'

import { termStanding } from './term-standing.ts'

const credit = {
  id: '1',
  doNotTranslate: false,
  term: 'credit',
  translation: 'ائتمان',
  caseSensitive: false,
  avoid: ['قرض'],
  note: null,
  places: [],
}

test.for([
  ['the wanted word', 'بلا ائتمان', { isUsed: true, avoided: [] }],
  ['a word to avoid', 'بلا قرض', { isUsed: false, avoided: ['قرض'] }],
  ['neither', 'بلا مال', { isUsed: false, avoided: [] }],
] as const)('a translation with %s is told so', ([, text, standing]) => {
  expect(termStanding(credit, text)).toEqual(standing)
})

test('a name that stays as it is must stand there as it is', () => {
  const name = {
    ...credit,
    term: 'EMEN',
    translation: null,
    doNotTranslate: true,
    caseSensitive: true,
    avoid: [],
  }
  expect(termStanding(name, 'شبكة EMEN').isUsed).toBe(true)
  expect(termStanding(name, 'شبكة emen').isUsed).toBe(false)
})
