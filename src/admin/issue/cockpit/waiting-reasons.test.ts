import { expect, test } from 'vitest'

import { waitingReasons } from './waiting-reasons.ts'

const today = new Date('2026-11-29T15:33:00Z')
const tomorrow = new Date('2026-11-30T15:23:00Z')
const some = { people: 5, until: today } as const

test('readers who wait for their language are told by their own deadline, not by that of another language', () => {
  expect(
    waitingReasons([
      { ...some, locale: 'ar', reason: 'language-held' },
      { ...some, locale: 'it', reason: 'language-held' },
      { locale: 'el', reason: 'language-held', people: 20, until: tomorrow },
    ]),
  ).toEqual([
    { reason: 'language-held', people: 10, until: today },
    { reason: 'language-held', people: 20, until: tomorrow },
  ])
})

test('whatever else waits is one line for each cause, with its next moment', () => {
  expect(
    waitingReasons([
      { ...some, locale: 'ar', reason: 'busy' },
      { locale: 'el', reason: 'busy', people: 1, until: tomorrow },
      { locale: 'el', reason: 'busy', people: 1, until: null },
    ]),
  ).toEqual([{ reason: 'busy', people: 7, until: today }])
})
