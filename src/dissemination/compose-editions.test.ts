import { expect, test } from 'vitest'

import { composeEditions, type PickedItem } from './compose-editions.ts'

const picked = (id: string, publicLocales: PickedItem['publicLocales']): PickedItem => ({
  item: { collection: 'news', id },
  sourceLocale: 'en',
  publicLocales,
})
const shown = (items: PickedItem[], fallback: 'show-labelled' | 'leave-out') =>
  composeEditions(items, ['en', 'fr', 'ar'], fallback).map(({ locale, manifest }) => [
    locale,
    manifest.map(({ id, shownIn, reason }) => [id, shownIn, reason]),
  ])

test('an edition exists only in a language in which something of the issue is public', () => {
  expect(shown([picked('a', ['en', 'fr'])], 'leave-out')).toEqual([
    ['en', [['a', 'en', null]]],
    ['fr', [['a', 'fr', null]]],
  ])
})

test('an item that lacks the language is shown in its source language and labelled, or left out, as the newsletter says', () => {
  const items = [picked('a', ['en', 'fr']), picked('b', ['en'])]

  expect(shown(items, 'show-labelled')[1]).toEqual([
    'fr',
    [
      ['a', 'fr', null],
      ['b', 'en', 'not-translated-shown-labelled'],
    ],
  ])
  expect(shown(items, 'leave-out')[1]).toEqual([
    'fr',
    [
      ['a', 'fr', null],
      ['b', null, 'not-translated-left-out'],
    ],
  ])
})

test('an item that was withdrawn since it was picked is in no edition, and the reason is kept', () => {
  expect(shown([picked('a', ['en']), picked('b', [])], 'show-labelled')).toEqual([
    [
      'en',
      [
        ['a', 'en', null],
        ['b', null, 'not-public'],
      ],
    ],
  ])
})

test.for(['announcement', 'invitation'] as const)(
  'a letter that is an %s exists only where the one thing that it is about is public',
  (design) => {
    const items = [picked('a', ['fr']), picked('b', ['en', 'fr', 'ar'])]
    const locales = composeEditions(items, ['en', 'fr', 'ar'], 'show-labelled', design)
    expect(locales.map(({ locale }) => locale)).toEqual(['fr'])
  },
)
