import { expect, test } from 'vitest'

import { everything, matrixSearch, parseMatrixQuery } from './matrix-query.ts'

const person = '0199b1f0-0000-7000-8000-000000000001'
const parse = (address: string) => parseMatrixQuery(new URLSearchParams(address))

test('an empty address asks for everything', () => {
  expect(parse('')).toEqual({ query: everything, faults: [] })
  expect(matrixSearch(everything)).toBe('')
})

test.for([
  '?state=missing,outdated',
  '?text=mentoring+%26+more',
  '?kind=practices,news',
  '?owner=me',
  `?owner=${person}`,
  '?deadline=late',
  '?languages=de,fr',
  '?wanted=only',
  '?sort=deadline&page=3',
  `?state=unwanted&text=x&kind=pages&owner=none&deadline=week&languages=ar&wanted=only&sort=title&page=2`,
])('the address %s leads back to itself', (address) => {
  const { query, faults } = parse(address)

  expect(faults).toEqual([])
  expect(matrixSearch(query)).toBe(address)
})

test('a list may be given in one value or in several', () => {
  expect(parse('languages=de&languages=fr,de').query.languages).toEqual(['de', 'fr'])
})

test.for([
  ['state=odd', 'state'],
  ['kind=users', 'kind'],
  ['owner=somebody', 'owner'],
  ['deadline=soon', 'deadline'],
  ['languages=xx', 'languages'],
  ['wanted=no', 'wanted'],
  ['sort=size', 'sort'],
  ['page=0', 'page'],
  ['page=1.5', 'page'],
  ['page=many', 'page'],
] as const)('%s is a fault of %s, and the rest is read without it', ([address, field]) => {
  expect(parse(address)).toEqual({ query: everything, faults: [field] })
})
