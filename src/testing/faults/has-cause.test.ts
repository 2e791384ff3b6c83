import { expect, test } from 'vitest'

import { hasCause } from './has-cause.ts'
import type { SeenOutcome } from './seen-outcome.ts'

const seen = (outcome: SeenOutcome['outcome'], isSound = true, deliveryId = 'd1'): SeenOutcome => ({
  deliveryId,
  by: 'smtp',
  outcome,
  isSound: () => isSound,
})

test.for([
  ['its answer never came', [seen('ambiguous')], false, true],
  ['its answer never came, after one that put it off', [seen('not-now'), seen('ambiguous')], false, true],
  ['another’s answer never came', [seen('ambiguous', true, 'd2')], false, false],
  ['it was put off, and nobody died', [seen('not-now')], false, false],
  ['nobody handed it over, and nobody died', [], false, false],
  ['nobody saw what came of it, and somebody died', [], true, true],
  ['it was accepted, and who saw it went on', [seen('accepted')], true, false],
  ['it was accepted, and who saw it died', [seen('accepted', false)], true, true],
] as const)('there is a cause for doubt: %s: %o', ([, outcomes, wasInterrupted, isExplained]) => {
  const schedule = { transport: 'smtp', standIn: null, rounds: [] } as const
  expect(hasCause('d1', { seen: outcomes, wasInterrupted }, schedule)).toBe(isExplained)
})
