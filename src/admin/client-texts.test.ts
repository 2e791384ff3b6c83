import { expect, test } from 'vitest'

import { textReader } from './client-texts.ts'

const t = textReader(
  {
    gaps_one: '{{number}} gap',
    gaps_few: '{{number}} mezery',
    gaps_other: '{{number}} gaps',
    cell: '{{language}}: {{state}}',
  },
  'en',
)

test('a text has its values in it', () => {
  expect(t('cell', { language: 'German', state: 'Outdated 3' })).toBe('German: Outdated 3')
})

test.for([
  [1, '1 gap'],
  [0, '0 gaps'],
  [22, '22 gaps'],
] as const)('%i chooses its own plural form', ([count, text]) => {
  expect(t('gaps', { count, number: count })).toBe(text)
})

test('each language has its own plural forms', () => {
  expect(textReader({ gaps_few: '{{number}} mezery' }, 'cs')('gaps', { count: 3, number: 3 })).toBe(
    '3 mezery',
  )
})

test('a text that is not there is shown by its name', () => {
  expect(t('nowhere')).toBe('nowhere')
})
