import { expect, test } from 'vitest'

import { knownPace, mailsPerSecond } from './sending-pace.ts'

const STEPS = 30
/** As they end now; nothing was submitted before. */
const ending = (...steps: readonly number[]) => [...Array(STEPS - steps.length).fill(0), ...steps]

test.for([
  ['nothing has left', [], 0],
  ['it has been going for ten seconds', [50], 5],
  ['it has been going for half a minute', [10, 20, 30], 2],
  ['it was faster more than two minutes ago', [900, ...Array(12).fill(10)], 1],
  ['nothing has left for a minute', [90, 0, 0, 0, 0, 0, 0], 0],
] as const)('when %s, the pace is told from what left lately', ([, steps, perSecond]) => {
  expect(mailsPerSecond(ending(...steps))).toBe(perSecond)
})

test.for([
  ['before thirty seconds', [50, 50]],
  ['with fewer than twenty mails', [6, 6, 7]],
  ['when nothing has left for a minute', [90, 0, 0, 0, 0, 0, 0]],
] as const)('the pace is not known %s', ([, steps]) => {
  expect(knownPace({ steps: ending(...steps) })).toBeNull()
})

test('the pace is known once enough have left for long enough', () => {
  expect(knownPace({ steps: ending(10, 20, 30) })).toBe(2)
})
