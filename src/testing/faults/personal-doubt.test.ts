import { expect, test } from 'vitest'

import { hasPersonalCause } from './personal-doubt.ts'
import type { Round } from './schedule.ts'
import type { SeenOutcome } from './seen-outcome.ts'

const round: Round = { fates: [null], smtp: [], resend: [], meanwhile: [], pass: 0, wakesEarly: false }

const saw = (by: SeenOutcome['by'], outcome: SeenOutcome['outcome'], isSound = true): SeenOutcome => ({
  deliveryId: 'p1',
  by,
  outcome,
  isSound: () => isSound,
})

const lapse = { meanwhile: [{ turn: 1, what: 'lapse' }] } as const
const left = { isStopped: true } as const

test.for([
  ['smtp', 'its answer never came', [saw('smtp', 'ambiguous')], false, {}, true],
  ['smtp', 'nobody saw what came of it, and somebody died', [], true, {}, true],
  ['smtp', 'it was accepted, and who saw it died', [saw('smtp', 'accepted', false)], true, {}, true],
  ['smtp', 'who has it in hand is too late', [saw('smtp', 'accepted')], false, lapse, true],
  ['smtp', 'it was put off', [saw('smtp', 'not-now')], false, {}, false],
  ['smtp', 'it was accepted, and who saw it went on', [saw('smtp', 'accepted')], true, {}, false],
  ['smtp', 'its person left', [saw('smtp', 'not-now')], false, left, false],
  ['resend', 'its answer never came', [saw('resend', 'ambiguous')], false, {}, false],
  [
    'resend',
    'its answer never came, and a day passed in which it was asked for',
    [saw('resend', 'ambiguous')],
    false,
    { pass: 90_000_000 },
    false,
  ],
  [
    'resend',
    'its answer never came, and its person left or its key is forgotten',
    [saw('resend', 'ambiguous')],
    false,
    left,
    true,
  ],
  [
    'resend',
    'its answer never came, and then it was refused',
    [saw('resend', 'ambiguous'), saw('resend', 'refused')],
    false,
    {},
    true,
  ],
  ['resend', 'somebody died', [], true, {}, false],
  ['resend', 'somebody died, and its person left', [], true, left, true],
  ['resend', 'who has it in hand is too late', [saw('resend', 'accepted')], false, lapse, false],
  ['resend', 'its person left', [saw('resend', 'not-now')], false, left, false],
] as const)(
  '%s: there is a cause for doubt: %s',
  ([transport, , seen, wasInterrupted, difference, isExplained]) => {
    const { isStopped = false, ...happened }: Partial<Round> & { isStopped?: boolean } = difference
    const schedule = { transport, standIn: null, rounds: [{ ...round, ...happened }] }
    const mail = { deliveryId: 'p1', isStopped }
    expect(hasPersonalCause(mail, { seen, wasInterrupted }, schedule)).toBe(isExplained)
  },
)

test('where the other stands in, doubt over it is a cause as well', () => {
  const schedule = { transport: 'resend', standIn: 'smtp', rounds: [round] } as const
  const explained = (by: SeenOutcome['by']) =>
    hasPersonalCause(
      { deliveryId: 'p1', isStopped: false },
      { seen: [saw(by, 'ambiguous')], wasInterrupted: false },
      schedule,
    )
  expect([explained('smtp'), explained('resend')]).toEqual([true, false])
})
