import { expect, test } from 'vitest'

import { deferralsSeen } from './deferrals-seen.ts'

test.for([
  ['five within a minute are about us', [0, 10, 20, 30, 40], true],
  ['four are not', [0, 10, 20, 30], false],
  ['nor are five in more than a minute', [0, 10, 20, 30, 60], false],
  ['older ones are forgotten, and the last five count', [0, 61, 62, 63, 64, 65], true],
] as const)('mails that one group puts off: %s', ([, seconds, expected]) => {
  let now = 0
  const seen = deferralsSeen(() => now)
  const answers = seconds.map((second) => {
    now = second * 1000
    return seen.putOff('example.org')
  })
  expect(answers.at(-1)).toBe(expected)
})

test('a mail that the group takes begins the count anew, and groups are counted apart', () => {
  const seen = deferralsSeen(() => 0)
  const putOff = (group: string, times: number) => Array.from({ length: times }, () => seen.putOff(group))

  expect(putOff('example.org', 4)).not.toContain(true)
  seen.taken('example.org')
  expect(putOff('example.org', 4)).not.toContain(true)
  expect(putOff('example.net', 4)).not.toContain(true)
  expect(putOff('example.org', 1)).toEqual([true])
})
