import { expect, test } from 'vitest'

import { fileSize } from './file-size.ts'

test.for([
  [12, 'en', '1 kB'],
  [840_400, 'en', '840 kB'],
  [1_240_000, 'en', '1.2 MB'],
  [1_240_000, 'de', '1,2 MB'],
] as const)('%i bytes in %s are %s', ([bytes, locale, expected]) => {
  expect(fileSize(bytes, locale).replace('\u00a0', ' ')).toBe(expected)
})
