import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { timedContext } from '../../view-context.ts'
import { Proof } from './proof.tsx'

const context = timedContext({ i18n: { language: 'en' } }, 'UTC')
const some = { locale: 'en', reason: null } as const
const counts = [
  { ...some, state: 'submitted', people: 846 },
  { ...some, state: 'planned', people: 400 },
  { ...some, state: 'planned', reason: 'busy', people: 11 },
  { ...some, state: 'failed', people: 6 },
  { ...some, state: 'skipped', people: 116 },
] as const

const proven = (candidates: number | null, shown: Partial<Parameters<typeof Proof>[0]> = {}): string =>
  renderToStaticMarkup(
    Proof({
      progress: { counts, audience: candidates === null ? null : { candidates, at: new Date() } },
      isExplained: false,
      context,
      ...shown,
    }),
  )

test.for([1379, null])('the sum of states is told where it is everybody who was meant: %s', (candidates) => {
  expect(proven(candidates)).toContain(
    'The books balance: \u2066846 + 411 + 6 = 1,263\u2069 to send; with 116 left out, 1,379 on the list.',
  )
})

test('it is told loudly when somebody who was meant is in no state', () => {
  expect(proven(1380)).toContain('The books do not balance: 1,379 people have a row, 1,380 were on the list.')
})

test('a sum of one state is no sum', () => {
  const submitted = [{ ...some, state: 'submitted', people: 158 } as const]
  expect(proven(null, { progress: { counts: submitted, audience: null } })).toContain(
    'The books balance: \u2066158\u2069 to send; with 0 left out, 158 on the list.',
  )
})

test('what submitted means is said once', () => {
  expect(proven(null)).toContain('Submitted means that the mail service took it')
  expect(proven(null, { isExplained: true })).not.toContain('Submitted means')
})
