import { expect, test } from 'vitest'

import type { Cell } from '../../dissemination/channels/item-cells.ts'
import { messages } from '../../i18n/translator.ts'
import { channelDeliveryStates } from '../../ledger/delivery-state.ts'
import type { ItemDelivery } from '../../ledger/item-report.ts'
import { cellStanding } from './cell-standing.ts'

const untouched = { delivery: null, choice: null, rule: 'auto', isPublic: false } as const
const choice = {
  channelId: 'c',
  locale: 'en',
  wanted: null,
  text: null,
  picture: 'item',
  pictureId: null,
  alt: null,
  scheduledFor: null,
  approval: null,
  approvedHash: null,
  requestedBy: null,
  decidedBy: null,
  decidedAt: null,
} as const satisfies Cell['choice']

const delivered = (delivery: Partial<ItemDelivery>): Parameters<typeof cellStanding>[0] => ({
  ...untouched,
  isPublic: true,
  delivery: {
    deliveryId: 'd',
    channelId: 'c',
    service: 'webhook',
    locale: 'en',
    desired: 'live',
    state: 'submitted',
    reason: null,
    remoteState: 'live',
    remoteId: null,
    remoteUrl: null,
    error: null,
    probe: null,
    leftStanding: [],
    origin: 'publish',
    attempts: 1,
    dueAt: new Date(0),
    updatedAt: new Date(0),
    ...delivery,
  },
})

const wordOf = (cell: Parameters<typeof cellStanding>[0]): string => {
  const { word, reason } = cellStanding(cell)
  const said = messages('en', 'admin')[word] ?? `no text for ${word}`
  return reason === null ? said : `${said} (${reason})`
}

test.for([
  ['a draft goes when it is public', untouched, 'When public'],
  ['what is public and never went says so', { ...untouched, isPublic: true }, 'Not sent'],
  ['a channel that asks waits for a person', { ...untouched, rule: 'ask' }, 'To approve'],
  [
    'what was approved goes when it is public',
    { ...untouched, rule: 'ask', choice: { ...choice, approval: 'approved' } },
    'When public',
  ],
  [
    'what was rejected says so',
    { ...untouched, rule: 'ask', choice: { ...choice, approval: 'rejected' } },
    'Rejected',
  ],
  ['what an editor left out says so', { ...untouched, choice: { ...choice, wanted: 'no' } }, 'Left out'],
  ['a channel that is off says so', { ...untouched, rule: 'off' }, 'Skipped (channel-off)'],
  [
    'what the rules leave out says why',
    { ...untouched, rule: 'topic-not-wanted' },
    'Skipped (topic-not-wanted)',
  ],
  [
    'what an editor wants goes against the rules',
    { ...untouched, rule: 'topic-not-wanted', choice: { ...choice, wanted: 'yes' } },
    'When public',
  ],
  ['what was taken back is no post', delivered({ remoteState: 'absent' }), 'Taken back'],
  [
    'a change made there is a conflict',
    delivered({ state: 'held', reason: 'changed-there' }),
    'Conflict (changed-there)',
  ],
  [
    'what a person is to post says so',
    delivered({ state: 'held', reason: 'to-post-by-hand' }),
    'By hand (to-post-by-hand)',
  ],
  ['a failure says why', delivered({ state: 'failed', reason: 'too-long' }), 'Failed (too-long)'],
] as const satisfies readonly (readonly [string, Parameters<typeof cellStanding>[0], string])[])(
  '%s',
  ([, cell, word]) => expect(wordOf(cell)).toBe(word),
)

test.for(channelDeliveryStates)('a delivery that is %s has a word', (state) => {
  expect(wordOf(delivered({ state }))).not.toContain('no text')
})
