import { expect, test } from 'vitest'

import { lengthOf, overrunAt } from './character-limit.ts'

test.for([
  ['no limit', 'Ask first', null, { characters: 9, over: 0 }],
  ['exactly full', 'Ask', 3, { characters: 3, over: 0 }],
  ['too long', 'Ask first', 7, { characters: 9, over: 2 }],
  ['marks, which are no characters', '⟦1⟧Ask⟦/1⟧⟦2/⟧', 3, { characters: 3, over: 0 }],
] as const)('a text is measured: %s', ([, text, limit, length]) => {
  expect(lengthOf(text, limit)).toEqual(length)
})

test('what is too long is shown from the beginning of a word', () => {
  expect('Ask the mentor first'.slice(overrunAt('Ask the ⟦1⟧mentor⟦/1⟧ first', 11, 'en'))).toBe(
    'mentor first',
  )
  expect('من الزيارة الأولى'.slice(overrunAt('من الزيارة الأولى', 5, 'ar'))).toBe('الزيارة الأولى')
})
