import { expect, test } from 'vitest'

import { changesBetween } from './changes.ts'

test('each locale is published, revised or withdrawn by itself', () => {
  const before = new Map([
    ['en', 'a'],
    ['fr', 'b'],
    ['de', 'c'],
  ] as const)
  const after = new Map([
    ['en', 'a'],
    ['fr', 'changed'],
    ['ar', 'd'],
  ] as const)

  expect(changesBetween(before, after)).toEqual([
    { locale: 'fr', kind: 'revised', contentHash: 'changed' },
    { locale: 'ar', kind: 'published', contentHash: 'd' },
    { locale: 'de', kind: 'withdrawn', contentHash: '' },
  ])
})

test('publishing again without a change tells readers nothing', () => {
  const same = new Map([['en', 'a']] as const)

  expect(changesBetween(same, same)).toEqual([])
})
