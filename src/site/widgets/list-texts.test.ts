import { expect, test } from 'vitest'

import { withListTexts } from './list-texts.ts'

test('the lists bring the words and the direction of every language', () => {
  const script = withListTexts('const texts = {}')
  const words = JSON.parse(script.slice('const texts = '.length))
  expect(words.ar).toMatchObject({ direction: 'rtl', firstDay: 6, none: expect.any(String) })
  expect(words.en.all).toEqual({ practices: 'All practices', events: 'All events' })
})
