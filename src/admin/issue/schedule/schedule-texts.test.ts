import { expect, test } from 'vitest'

import { translator } from '../../../i18n/translator.ts'
import { objectionText, scheduleTexts } from './schedule-texts.ts'

const skipped = { error: 'skipped-time', field: 'at', instead: '2027-03-28T03:30' }

test.for([
  ['en', 'Choose Sun, 28 Mar 2027, 03:30 or another.'],
  ['de', 'So., 28. März 2027, 03:30'],
  ['ar', '2027'],
] as const)('a time that the clocks skip is told as people write times, %s', ([language, said]) => {
  const told = objectionText(scheduleTexts(translator(language, 'admin')), skipped, language)

  expect(told).toContain(said)
  expect(told).not.toMatch(/2027-03-28|\{\{/)
})

test('what nobody knows is told as no answer', () => {
  const texts = scheduleTexts(translator('en', 'admin'))

  expect(objectionText(texts, { error: 'something-new' }, 'en')).toBe('The server did not answer. Try again.')
  expect(objectionText(texts, null, 'en')).toBe('The server did not answer. Try again.')
})
