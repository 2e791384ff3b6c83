import { expect, test } from 'vitest'

import { readQuery, strangeNames } from './read-query.ts'

const languages = { enabled: ['en'], chain: ['en'] } as const

test('of thousands of names that nobody knows a few are named', () => {
  const many = Array.from({ length: 5_000 }, (_, place) => place.toString(36)).join('&')
  const read = readQuery({}, new URLSearchParams(many), languages)
  expect(read).toMatchObject({ errors: { length: 20 } })
  expect(JSON.stringify(read).length).toBeLessThan(10_000)
})

test('a name that nobody knows is named once, however often it is there', () => {
  const [only, ...more] = strangeNames(new URLSearchParams('lokale=en&lokale=fr'), ['locale'])
  expect([only?.field, only?.remedy, more]).toEqual([
    'lokale',
    'Did you mean “locale”? Use one of: locale.',
    [],
  ])
})

test.for(['__proto__', 'constructor', 'toString'])('%s is a name like any other', (name) => {
  const read = readQuery({}, new URLSearchParams(`${name}=1`), languages)
  expect(read).toMatchObject({ errors: [{ field: name }] })
})
