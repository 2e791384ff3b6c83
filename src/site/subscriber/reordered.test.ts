import { expect, test } from 'vitest'

import { reordered } from './reordered.ts'

const enabled = ['en', 'fr', 'ar', 'el'] as const
const chosen = ['ar', 'fr', 'en'] as const

test.for([
  ['up:fr', '', ['fr', 'ar', 'en']],
  ['down:fr', '', ['ar', 'en', 'fr']],
  ['up:ar', '', ['ar', 'fr', 'en']],
  ['down:en', '', ['ar', 'fr', 'en']],
  ['remove:fr', '', ['ar', 'en']],
  ['add', 'el', ['ar', 'fr', 'en', 'el']],
  ['add', 'fr', ['ar', 'fr', 'en']],
  ['add', 'de', ['ar', 'fr', 'en']],
  ['up:el', '', ['ar', 'fr', 'en']],
  ['nonsense:fr', '', ['ar', 'fr', 'en']],
] as const)('%s %s gives %o', ([action, added, expected]) => {
  expect(reordered(chosen, action, added, enabled)).toEqual(expected)
})

test('the last language cannot be removed', () => {
  expect(reordered(['ar'], 'remove:ar', '', enabled)).toEqual(['ar'])
})
