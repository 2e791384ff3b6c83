import fc from 'fast-check'
import { expect, test } from 'vitest'

import { nearKeys, slipsBetween, trigramKeys } from './letters.ts'

test.for([
  ['finance', 'finance', 0],
  ['finance', 'finanse', 1],
  ['finance', 'fiance', 1],
  ['finance', 'finnance', 1],
  ['finance', 'fniance', 1],
  ['mentoring', 'mentroign', 2],
  ['', 'abc', 3],
  ['επιχειρηση', 'επιχιρηση', 1],
] as const)('from “%s” to “%s” are %i slips', ([one, other, slips]) => {
  expect(slipsBetween(one, other)).toBe(slips)
  expect(slipsBetween(other, one)).toBe(slips)
})

const letter = fc.constantFrom(...'abcdeя')
type Edit = readonly ['add' | 'drop' | 'change' | 'swap', number, string]
const edit: fc.Arbitrary<Edit> = fc.tuple(fc.constantFrom('add', 'drop', 'change', 'swap'), fc.nat(), letter)

function edited(word: string, [kind, place, typed]: Edit): string {
  const at = place % word.length
  if (kind === 'swap')
    return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`
  const kept = kind === 'add' ? at : at + 1
  return `${word.slice(0, at)}${kind === 'drop' ? '' : typed}${word.slice(kept)}`
}

test('a word that is one slip away is among those that are looked through', () => {
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 4, maxLength: 12 }), edit, (word, slip) => {
      const known = new Set(trigramKeys(edited(word, slip), 'en'))
      expect(nearKeys(word, 1, 'en').some((keys) => keys.every((key) => known.has(key)))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
