import { expect, test } from 'vitest'

import { type FormItem, type FormPart, itemsIn, moved, placementsOf } from './form-contents.ts'

const news = (count: number, from = 1): FormItem[] =>
  Array.from({ length: count }, (_, index) => ({ relationTo: 'news', value: `n${from + index}` }))
const items = (of: readonly FormItem[]): FormPart => ({ blockType: 'items', items: of })
const text: FormPart = { blockType: 'text' }

test('what was found goes to the end of the last part that holds items', () => {
  expect(placementsOf([items(news(1)), items(news(1, 2)), text], news(2, 3))).toEqual([
    { kind: 'into', index: 1, items: news(3, 2) },
  ])
})

test.for<[string, readonly FormPart[]]>([
  ['without contents', []],
  ['with texts alone', [text]],
])('%s what was found becomes a part of its own', ([, contents]) => {
  expect(placementsOf(contents, news(2))).toEqual([{ kind: 'new', items: news(2) }])
})

test('a part takes thirty items; the others start a new one', () => {
  expect(placementsOf([items(news(29))], news(32, 30))).toEqual([
    { kind: 'into', index: 0, items: news(30) },
    { kind: 'new', items: news(30, 31) },
    { kind: 'new', items: news(1, 61) },
  ])
  expect(placementsOf([items(news(30))], news(1, 31))).toEqual([{ kind: 'new', items: news(1, 31) }])
})

test('an item is known whether the form holds it whole or by its id', () => {
  const whole: FormItem = { relationTo: 'events', value: { id: 'e1' } }
  expect(itemsIn([items([...news(1), whole]), text])).toEqual(['news:n1', 'events:e1'])
})

test.for([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 2, 'acb'],
  [0, -1, 'abc'],
  [2, 3, 'abc'],
] as const)('what stands at %i and goes to %i makes %s', ([from, to, order]) => {
  expect(moved([...'abc'], from, to).join('')).toBe(order)
})
