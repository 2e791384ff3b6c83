import { describe, expect, test } from 'vitest'

import { fromCodedText, markFaults, type RichNode, toCodedText, withoutMarks } from './coded-text.ts'

const text = (words: string, format = 0): RichNode => ({ type: 'text', text: words, format })
const link = (url: string, ...children: RichNode[]): RichNode => ({
  type: 'link',
  fields: { linkType: 'custom', url },
  children,
})

const sentence = [
  text('Ask '),
  text('before', 1),
  text(' you '),
  link('https://example.org/sign', text('sign '), text('anything', 2)),
  { type: 'linebreak' },
  text('.'),
]
const coded = 'Ask ⟦1⟧before⟦/1⟧ you ⟦2⟧sign ⟦3⟧anything⟦/3⟧⟦/2⟧⟦4/⟧.'

test('markup is numbered in the order in which it opens, and what it stands for is told beside it', () => {
  expect(toCodedText(sentence)).toEqual({
    text: coded,
    marks: [
      { id: 1, kind: 'format', format: 1 },
      { id: 2, kind: 'link', url: 'https://example.org/sign' },
      { id: 3, kind: 'format', format: 2 },
      { id: 4, kind: 'break' },
    ],
  })
})

test('a text goes into its own markup as it came out', () => {
  expect(fromCodedText(coded, sentence)).toEqual(sentence)
})

test('a translation may move markup, and links keep leading where they led', () => {
  const moved = '⟦2⟧Υπογράψτε ⟦3⟧κάτι⟦/3⟧⟦/2⟧ αφού ⟦1⟧ρωτήσετε⟦/1⟧⟦4/⟧.'

  expect(fromCodedText(moved, sentence)).toEqual([
    link('https://example.org/sign', text('Υπογράψτε '), text('κάτι', 2)),
    text(' αφού '),
    text('ρωτήσετε', 1),
    { type: 'linebreak' },
    text('.'),
  ])
})

test('brackets that somebody wrote are no marks', () => {
  expect(toCodedText([text('⟦1⟧ is ⟦not⟧ ours')]).text).toBe('[1] is [not] ours')
})

test('words without marks are the words alone', () => {
  expect(withoutMarks(coded)).toBe('Ask before you sign anything.')
})

describe('marks of a translation are those of its source, each once and properly nested', () => {
  test.for([
    ['all there', '⟦1⟧a⟦/1⟧ ⟦2⟧b ⟦3⟧c⟦/3⟧⟦/2⟧ ⟦4/⟧', []],
    ['one lost', '⟦1⟧a⟦/1⟧ ⟦2⟧b c⟦/2⟧ ⟦4/⟧', [{ kind: 'lost', id: 3 }]],
    ['one that is not the source’s', `${coded}⟦9/⟧`, [{ kind: 'unknown', id: 9 }]],
    ['one doubled', `${coded}⟦4/⟧`, [{ kind: 'twice', id: 4 }]],
    ['one left open', coded.replace('⟦/1⟧', ''), [{ kind: 'unpaired', id: 1 }]],
    [
      'crossed',
      '⟦1⟧a⟦2⟧b⟦/1⟧⟦/2⟧⟦3⟧⟦/3⟧⟦4/⟧',
      [
        { kind: 'unpaired', id: 1 },
        { kind: 'unpaired', id: 2 },
      ],
    ],
  ] as const)('%s', ([, target, faults]) => {
    expect(markFaults(coded, target)).toEqual(expect.arrayContaining([...faults]))
    expect(markFaults(coded, target).length > 0).toBe(faults.length > 0)
  })
})
