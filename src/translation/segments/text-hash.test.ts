import { expect, test } from 'vitest'

import { textHash } from './text-hash.ts'

const hash = (text: string) => textHash({ text, marks: [] })

test.for([
  ['a comma', 'Ask first, then sign', 'Ask first then sign'],
  ['a full stop', 'Ask first', 'Ask first.'],
  ['white space', 'Ask  first\n', 'Ask first'],
  ['another kind of quotation mark', '“Ask first”', '«Ask first»'],
  ['a dash', 'Ask – first', 'Ask: first'],
  ['Arabic punctuation', 'اسأل أولًا، ثم وقّع', 'اسأل أولًا ثم وقّع.'],
  ['how an accent is encoded', 'café', 'cafe\u0301'],
] as const)('%s alone is nothing that a translator must react to', ([, one, other]) => {
  expect(hash(one)).toBe(hash(other))
})

test.for([
  ['another word', 'Ask first', 'Ask last'],
  ['another number', 'It costs 1.5 euros', 'It costs 15 euros'],
  ['a decimal comma that moved', '12,5 per cent', '1,25 per cent'],
  ['words in another order', 'Ask first', 'first Ask'],
  ['a capital letter', 'the Polish mentor', 'the polish mentor'],
  ['a currency', '5 €', '5 $'],
] as const)('%s is', ([, one, other]) => {
  expect(hash(one)).not.toBe(hash(other))
})

test('markup and where links lead to are', () => {
  const bold = textHash({ text: '⟦1⟧Ask⟦/1⟧', marks: [{ id: 1, kind: 'format', format: 1 }] })
  const one = textHash({ text: '⟦1⟧Ask⟦/1⟧', marks: [{ id: 1, kind: 'link', url: 'https://a.example' }] })
  const other = textHash({ text: '⟦1⟧Ask⟦/1⟧', marks: [{ id: 1, kind: 'link', url: 'https://b.example' }] })

  expect(new Set([hash('Ask'), bold, one, other]).size).toBe(4)
})
