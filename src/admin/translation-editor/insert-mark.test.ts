import { expect, test } from 'vitest'

import { insertMark } from './insert-mark.ts'

const source = '⟦1⟧Ask⟦/1⟧ first⟦2/⟧.'

test.for([
  ['around what is selected', { start: 0, end: 3 }, 1, '⟦1⟧اسأ⟦/1⟧ل أولًا', { start: 3, end: 6 }],
  [
    'where the cursor stands, which is then inside',
    { start: 4, end: 4 },
    1,
    'اسأل⟦1⟧⟦/1⟧ أولًا',
    { start: 7, end: 7 },
  ],
  ['alone where it holds no words', { start: 4, end: 4 }, 2, 'اسأل⟦2/⟧ أولًا', { start: 8, end: 8 }],
] as const)('a mark is put in %s', ([, selection, id, text, after]) => {
  expect(insertMark('اسأل أولًا', selection, { id, source })).toEqual({ text, selection: after })
})
