import { expect, test } from 'vitest'

import { findingsOf } from './language-tile.tsx'
import type { Preview } from './use-previews.ts'

const findings = [{ check: 'no-alt', level: 'warn', part: null }] as const
const preview: Preview = { kind: 'refused', findings }

test('what is wrong with a letter that nobody gets counts for nothing', () => {
  expect(findingsOf({ state: 'falls-back' }, preview)).toEqual(findings)
  expect(findingsOf({ state: 'left-out' }, preview)).toEqual([])
})
