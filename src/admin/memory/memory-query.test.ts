import { expect, test } from 'vitest'

import { memoryAddress, memoryQuery } from './memory-query.ts'

test('the address of the memory says what is looked for', () => {
  const search = { text: 'two mentors', from: 'en', to: 'fa-AF', before: 12 } as const
  expect(memoryQuery({ text: ' two mentors ', from: 'en', to: 'fa-AF', before: '12' })).toEqual(search)
  expect(memoryAddress(search, 12)).toBe(
    '/admin/translation/memory?text=two+mentors&from=en&to=fa-AF&before=12',
  )
  expect(memoryAddress(memoryQuery({}))).toBe('/admin/translation/memory')
})

test('what makes no sense in the address does not matter', () => {
  const nothing = { text: null, from: null, to: null, before: null }
  expect(memoryQuery({ text: '', from: 'xx', to: ['', 'el'], before: '-1' })).toEqual(nothing)
  expect(memoryQuery(undefined)).toEqual(nothing)
})
