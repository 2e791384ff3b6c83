import { expect, test } from 'vitest'

import type { Outcome, RefusalReason } from '../../newsletter/transports/transport.ts'
import { refusalWatch } from './refusal-watch.ts'

const accepted: Outcome = { kind: 'accepted', providerId: null }
const refused = (reason: RefusalReason): Outcome => ({
  kind: 'refused',
  reason,
  permanent: false,
  code: null,
})
const times = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome)

test.for<[string, readonly Outcome[], boolean]>([
  [
    'most of fifty refused by policy: it must not go on',
    [...times(24, accepted), ...times(26, refused('policy'))],
    true,
  ],
  ['half of them is not most', [...times(25, accepted), ...times(25, refused('policy'))], false],
  ['fewer than fifty say nothing', times(49, refused('policy')), false],
  ['a mailbox that is not there is the list’s fault', times(100, refused('address-rejected')), false],
  ['what was long ago no longer counts', [...times(200, refused('policy')), ...times(200, accepted)], false],
  ['a message that nobody takes counts as well', times(60, refused('message-refused')), true],
])('%s', ([, outcomes, expected]) => {
  const watch = refusalWatch()
  const answers = outcomes.map((outcome) => watch([outcome]))
  expect(answers.at(-1)).toBe(expected)
})
