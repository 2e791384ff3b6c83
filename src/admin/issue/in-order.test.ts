import { expect, test } from 'vitest'

import { inOrder } from './in-order.ts'

test('languages stand as the newsletter lists them, and those that it left behind stand last', () => {
  const told = [{ locale: 'ar' }, { locale: 'uk' }, { locale: 'de' }, { locale: 'en' }] as const
  expect([...told].sort(inOrder(['en', 'de', 'ar'])).map(({ locale }) => locale)).toEqual([
    'en',
    'de',
    'ar',
    'uk',
  ])
})
