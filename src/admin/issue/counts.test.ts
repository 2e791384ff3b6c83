import { expect, test } from 'vitest'

import type { IssueCount } from '../../ledger/issue-report.ts'
import { peopleIn, peopleOf, wereToGet } from './counts.ts'

const counts: readonly IssueCount[] = [
  { locale: 'en', localeReason: 'first-language', state: 'planned', reason: null, people: 40 },
  { locale: 'en', localeReason: 'fallback-edition', state: 'planned', reason: null, people: 8 },
  { locale: 'fr', localeReason: 'first-language', state: 'submitted', reason: null, people: 5 },
  { locale: 'fr', localeReason: 'first-language', state: 'skipped', reason: 'paused', people: 1 },
  { locale: null, localeReason: null, state: 'skipped', reason: 'no-edition-in-language', people: 3 },
  { locale: 'en', localeReason: 'first-language', state: 'skipped', reason: 'paused', people: 4 },
]

test('people are counted over all languages', () => {
  expect(peopleIn(counts, 'planned')).toBe(48)
  expect(peopleIn(counts, 'planned', 'submitted')).toBe(53)
  expect(peopleIn(counts, 'failed')).toBe(0)
})

test('reasons are added up and the most frequent comes first', () => {
  expect(peopleOf(counts, 'skipped')).toEqual([
    { reason: 'paused', people: 5 },
    { reason: 'no-edition-in-language', people: 3 },
  ])
})

test('those whom a cancel left without the issue were to get it, those who are left out were not', () => {
  const cancelled = {
    locale: 'en',
    localeReason: null,
    state: 'skipped',
    reason: 'cancelled',
    people: 33,
  } as const
  expect(wereToGet([...counts, cancelled])).toBe(48 + 5 + 33)
})
