import { expect, test } from 'vitest'

import { canonicalAddress } from './canonical-address.ts'
import { type Confirmation, confirmationToken, openConfirmation } from './confirmation-token.ts'
import { ageOf, formToken } from './form-token.ts'
import { preferencesUrl, readPreferencesToken, readUnsubscribeToken, unsubscribeUrl } from './links.ts'

const now = new Date('2026-11-23T10:00:00Z')
const after = (ms: number): Date => new Date(now.getTime() + ms)
const tie = {
  subscriberId: '0199c0de-0000-7000-8000-000000000001',
  list: '0199c0de-0000-7000-8000-000000000002',
}
const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

test('a link to leave says who leaves what, and is no link to the settings', () => {
  const token = tokenOf(unsubscribeUrl(tie))

  expect(readUnsubscribeToken(token)).toEqual(tie)
  expect(readPreferencesToken(token)).toBeNull()
  expect(readUnsubscribeToken(tokenOf(preferencesUrl(tie.subscriberId)))).toBeNull()
})

test('a confirmation link brings back what was chosen, shows none of it, and is another each time', () => {
  const address = canonicalAddress('Amina@example.org')
  if (address === null) throw new Error('the address of this test is none')
  const choices = {
    address,
    locale: 'ar',
    furtherLocales: ['fr'],
    newsletterIds: [tie.list],
    follows: [{ target: 'events', targetId: tie.subscriberId, reminder: true }],
    interests: { topics: [tie.list], countries: [], frequency: 'weekly' },
  } as const
  const tokens = [confirmationToken(choices, now), confirmationToken(choices, now)]
  const opened = tokens.map((token) => openConfirmation(token, after(47 * 3_600_000)) as Confirmation)

  expect(opened.map((each) => each.choices)).toEqual([choices, choices])
  expect(new Set(opened.map(({ tokenId }) => tokenId)).size).toBe(2)
  expect(Buffer.from(tokens[0]?.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('example')
  expect(openConfirmation(tokens[0] ?? '', after(48 * 3_600_000))).toBe('expired')
})

test.for([
  [1_000, 'hasty'],
  [2_000, 'fine'],
  [23 * 3_600_000, 'fine'],
  [24 * 3_600_000, 'stale'],
] as const)('a form that was open for %i ms is %s', ([open, age]) => {
  expect(ageOf(formToken(now), after(open))).toBe(age)
})

test('a form without our token counts as too old', () => {
  expect([ageOf('', now), ageOf(tokenOf(unsubscribeUrl(tie)), now)]).toEqual(['stale', 'stale'])
})
