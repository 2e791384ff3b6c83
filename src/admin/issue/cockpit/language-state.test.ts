import { expect, test } from 'vitest'

import type { Locale } from '../../../i18n/locales.ts'
import type { DeliveryState } from '../../../ledger/delivery-state.ts'
import { type LanguageProgress, languageState } from './language-state.ts'

const at = new Date('2026-11-28T09:00:00Z')

const progress = (
  states: Partial<Record<DeliveryState, number>>,
  more: Partial<LanguageProgress> = {},
): LanguageProgress => ({
  counts: Object.entries(states).map(([state, people]) => ({
    locale: 'el',
    state: state as DeliveryState,
    reason: null,
    people,
  })),
  waiting: [],
  held: [],
  lastAt: new Map<Locale, Date>(),
  isSending: true,
  ...more,
})
const waiting = (people: number, until: Date | null, reason: string) => [
  { locale: 'el' as const, people, until, reason },
]
const held = [{ locale: 'el', rule: 'hold', deadline: at, afterwards: 'fallback', outcome: null }] as const

test.for([
  [
    'done when nothing is left',
    progress({ submitted: 3, failed: 1 }, { lastAt: new Map([['el', at]]) }),
    { kind: 'done', at },
  ],
  ['done without a moment when nothing of it left', progress({ skipped: 3 }), { kind: 'done', at: null }],
  ['being sent once some have left', progress({ submitted: 3, planned: 1 }), { kind: 'sending' }],
  ['not begun before that', progress({ planned: 4 }), { kind: 'next' }],
  [
    'being sent while the last are under way, even if the issue was cancelled',
    progress({ submitted: 3, submitting: 1 }, { isSending: false }),
    { kind: 'sending' },
  ],
  [
    'stopped when nothing may leave',
    progress({ submitted: 3, planned: 1 }, { isSending: false }),
    { kind: 'stopped' },
  ],
  [
    'waiting when all that is left comes later',
    progress({ submitted: 3, planned: 2 }, { waiting: waiting(2, at, 'busy') }),
    { kind: 'later', until: at },
  ],
  [
    'being sent when only some come later',
    progress({ submitted: 3, planned: 2 }, { waiting: waiting(1, at, 'busy') }),
    { kind: 'sending' },
  ],
  [
    'held until its deadline, with what follows, even while the issue is paused',
    progress({ planned: 2 }, { waiting: waiting(2, null, 'language-held'), held, isSending: false }),
    { kind: 'held', until: at, afterwards: 'fallback' },
  ],
] as const)('a language is %s', ([, of, state]) => {
  expect(languageState('el', of)).toEqual(state)
})
