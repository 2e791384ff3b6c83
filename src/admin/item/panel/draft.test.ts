import { expect, test } from 'vitest'

import { choiceOf, type Draft, draftOf } from './draft.ts'

const nothing = {
  wanted: null,
  text: null,
  picture: 'item',
  pictureId: null,
  alt: null,
  scheduledFor: null,
  approval: null,
} as const

test('where nothing was chosen, saving chooses nothing', () => {
  const { approval, ...chosen } = nothing

  expect(choiceOf(draftOf(nothing, 'Europe/Athens'), 'Europe/Athens')).toEqual(chosen)
})

test('a time is meant by the clocks of the channel', () => {
  const draft = draftOf({ ...nothing, scheduledFor: '2026-12-03T07:30:00.000Z' }, 'Europe/Athens')

  expect(draft.at).toBe('2026-12-03T09:30')
  expect(choiceOf({ ...draft, at: '2026-07-03T09:30' }, 'Europe/Athens').scheduledFor).toBe(
    '2026-07-03T06:30:00.000Z',
  )
})

test('words of spaces alone are none', () => {
  const draft: Draft = { ...draftOf(nothing, 'UTC'), text: '  \n ' }

  expect(choiceOf(draft, 'UTC').text).toBeNull()
})

test("another picture's words are dropped with it", () => {
  const draft: Draft = { ...draftOf(nothing, 'UTC'), pictureId: 'some', alt: 'A market hall' }

  expect(choiceOf({ ...draft, picture: 'own' }, 'UTC')).toMatchObject({
    pictureId: 'some',
    alt: 'A market hall',
  })
  expect(choiceOf({ ...draft, picture: 'none' }, 'UTC')).toMatchObject({ pictureId: null, alt: null })
})
