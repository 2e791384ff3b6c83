import { expect, test } from 'vitest'

import { excerptOf, markedText } from './marked-text.ts'

const marks = { words: new Set(['microcredit', 'επιχειρησεισ']), beginnings: ['train'] }

test('what was found is marked as the text writes it', () => {
  expect(markedText('Micro­credit <b>& Training</b> για επιχειρήσεις.', marks)).toEqual([
    { text: 'Micro­credit', hit: true },
    { text: ' <b>& ', hit: false },
    { text: 'Training', hit: true },
    { text: '</b> για ', hit: false },
    { text: 'επιχειρήσεις', hit: true },
    { text: '.', hit: false },
  ])
})

test('an excerpt is the part of the text where a word was found, and says that it is a part', () => {
  const before = Array.from({ length: 40 }, (_, n) => `a${n}`).join(' ')
  const text = excerptOf(['Nothing here.', `${before} microcredit ${before}`], marks)
    .map((segment) => segment.text)
    .join('')
  expect(text).toBe(
    `… a32 a33 a34 a35 a36 a37 a38 a39 microcredit ${before.split(' ').slice(0, 23).join(' ')} …`,
  )
})

test('where none was found, the excerpt is the beginning', () => {
  expect(excerptOf(['', 'Only this.'], marks)).toEqual([{ text: 'Only this.', hit: false }])
  expect(excerptOf(['', ''], marks)).toEqual([])
})
