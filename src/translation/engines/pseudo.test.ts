import { expect, test } from 'vitest'

import { describeEngine } from '../../testing/describe-engine.ts'
import { pseudo } from './pseudo.ts'

describeEngine({
  startService: async () => ({
    url: '',
    failNext: () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  }),
  open: () => pseudo,
  openAsStranger: () => pseudo,
  // Nothing leaves the house, so nothing can fail.
  statuses: [],
  saysUntilWhen: false,
})

const options = {
  signal: AbortSignal.timeout(10_000),
  now: new Date(),
  reference: 'r',
  callbackUrl: new URL('https://emissary.example/'),
}

test.for([
  ['de', '[Óƥéñ ţĥé đóóŕ]'],
  ['el', '[Οπεν τηε δοορ]'],
  ['ar', '[ضطجص فدج ثضضع]'],
] as const)('in %s every letter is another one, of that script', async ([target, expected]) => {
  const pieces = [{ id: 'a', markup: 'Open the door' }]
  const outcome = await pseudo.translate({ source: 'en', target, pieces }, options)

  expect(outcome).toEqual({
    kind: 'answered',
    pieces: [{ id: 'a', markup: expected }],
  })
})
