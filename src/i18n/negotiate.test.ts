import { expect, test } from 'vitest'

import type { Locale } from './locales.ts'
import { negotiate } from './negotiate.ts'

const available = ['en', 'fr', 'ar', 'fa'] as const satisfies Locale[]

test.for([
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['de,ar;q=0.5,fr;q=0.4', 'ar'],
  ['en;q=0.2,fr;q=0.9', 'fr'],
  ['prs', 'fa'],
  ['ar-Latn-EG', 'ar'],
  ['fr;q=0, de', 'en'],
  ['*', 'en'],
  ['de', 'en'],
  ['not a tag!,fr;q=0.1', 'fr'],
  ['', 'en'],
  [null, 'en'],
] as const)('who asks for %s is greeted in %s', ([accepted, locale]) => {
  expect(negotiate(accepted, available)).toBe(locale)
})

test('a network without English greets in its first language', () => {
  expect(negotiate('de', ['el', 'fr'])).toBe('el')
})
