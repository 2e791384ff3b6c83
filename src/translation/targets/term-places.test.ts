import { expect, test } from 'vitest'

import { termPlaces } from './term-places.ts'

const term = (words: string, caseSensitive = false) => ({ term: words, caseSensitive })
const found = (text: string, ...terms: ReturnType<typeof term>[]) =>
  termPlaces(text, terms).map(({ entry, places }) => [
    entry.term,
    ...places.map(([start, end]) => text.slice(start, end)),
  ])

test('a longer term wins over one inside it, which counts where it stands alone', () => {
  expect(
    found('Credit is refused without a credit history.', term('credit'), term('credit history')),
  ).toEqual([
    ['credit', 'Credit'],
    ['credit history', 'credit history'],
  ])
})

test.for([
  ['a part of a word', 'accredited', term('credit'), []],
  ['another case, where case matters', 'the mena region', term('MENA', true), []],
  ['the same case', 'the MENA region', term('MENA', true), [['MENA', 'MENA']]],
  ['a line break inside', 'credit\nhistory', term('credit history'), [['credit history', 'credit\nhistory']]],
  ['signs that mean something in patterns', 'C++ (basic)', term('(basic)'), [['(basic)', '(basic)']]],
  ['Greek', 'Η ΠΊΣΤΩΣΗ εδώ', term('πίστωση'), [['πίστωση', 'ΠΊΣΤΩΣΗ']]],
] as const)('a term is a whole word: %s', ([, text, entry, expected]) => {
  expect(found(text, entry)).toEqual(expected)
})
