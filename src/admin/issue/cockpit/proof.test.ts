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

const proven = (candidates: number | null): string =>
  renderToStaticMarkup(
    Proof({
      progress: { counts, audience: candidates === null ? null : { candidates, at: new Date() } },
      context,
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
