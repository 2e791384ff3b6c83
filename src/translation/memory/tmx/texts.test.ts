import { expect, test } from 'vitest'

import { messages } from '../../../i18n/translator.ts'
import { unitProblems } from './pairs-of-unit.ts'
import { refusals } from './tmx-refusal.ts'

const known = messages('en', 'translation')

test.for(refusals)('the refusal "%s" is told as a sentence', (reason) => {
  expect(known).toHaveProperty([`memory.refused.${reason}`])
})

test.for(unitProblems)('the problem "%s" is told as a sentence that names the unit', (reason) => {
  expect(known[`memory.problem.${reason}`]).toContain('{{unit}}')
})
