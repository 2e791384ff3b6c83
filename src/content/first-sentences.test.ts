import { expect, test } from 'vitest'

import { firstSentences } from './first-sentences.ts'

test('a long summary ends with a whole sentence', () => {
  expect(firstSentences('One programme. Two cities. Three years of work.', 30, 'en')).toBe(
    'One programme. Two cities.',
  )
})

test('a single long sentence is cut at a word, with an ellipsis', () => {
  expect(firstSentences('Mentoring for founders from abroad', 20, 'en')).toBe('Mentoring for…')
})

test('a short one stays as it is', () => {
  expect(firstSentences('قصير.', 600, 'ar')).toBe('قصير.')
})
