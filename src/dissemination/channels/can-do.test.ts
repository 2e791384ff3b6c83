import { expect, test } from 'vitest'

import type { ItemDelivery } from '../../ledger/item-report.ts'
import { canDo } from './can-do.ts'

const now = new Date('2026-11-28T12:00:00Z')
const later = new Date('2026-11-28T13:00:00Z')
const delivery = (more: Partial<ItemDelivery>): ItemDelivery => ({
  deliveryId: 'd',
  channelId: 'c',
  service: 'mastodon',
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
  attempts: 0,
  dueAt: now,
  updatedAt: now,
  ...more,
})
const none = { remoteState: 'none' } as const

test.for([
  { name: 'what stands', row: {}, open: ['withdraw'] },
  {
    name: 'what waits for its time',
    row: { ...none, state: 'planned', dueAt: later },
    open: ['publish-now', 'withdraw'],
  },
  {
    name: 'what is tried again later',
    row: { ...none, state: 'planned', dueAt: later, attempts: 3 },
    open: ['retry', 'withdraw'],
  },
  { name: 'what is under way', row: { ...none, state: 'submitting' }, open: [] },
  { name: 'what failed', row: { ...none, state: 'failed' }, open: ['retry', 'adopt'] },
  {
    name: 'what the rules leave out',
    row: { ...none, desired: 'absent', state: 'skipped', reason: 'channel-off' },
    open: ['publish-now'],
  },
  {
    name: 'what awaits approval',
    row: { ...none, state: 'held', reason: 'awaits-approval' },
    open: ['publish-now', 'withdraw'],
  },
  {
    name: 'what is in doubt',
    row: { state: 'unconfirmed', remoteState: 'unconfirmed' },
    open: ['adopt', 'assume', 'send-again'],
  },
  {
    name: 'what is to be posted by hand',
    row: { ...none, state: 'held', reason: 'to-post-by-hand' },
    open: ['withdraw', 'adopt'],
  },
  {
    name: 'what is to be removed by hand',
    row: { desired: 'absent', state: 'held', reason: 'to-remove-by-hand' },
    open: ['assume'],
  },
  {
    name: 'what was changed there',
    row: { state: 'held', reason: 'changed-there' },
    open: ['withdraw', 'overwrite', 'keep-theirs'],
  },
  {
    name: 'what a later look found changed',
    row: { probe: 'changed' },
    open: ['withdraw', 'overwrite', 'keep-theirs'],
  },
  {
    name: 'what was removed there',
    row: { state: 'skipped', reason: 'removed-there', remoteState: 'unlinked' },
    open: ['recreate'],
  },
  { name: 'what a later look did not find', row: { probe: 'gone' }, open: ['withdraw', 'recreate'] },
] as const)('$name is open to these decisions', ({ row, open }) => {
  expect(canDo({ delivery: delivery(row), isPublic: true, now })).toEqual(open)
})

test('what is public and went nowhere can be published; a draft cannot', () => {
  expect(canDo({ delivery: null, isPublic: true, now })).toEqual(['publish-now'])
  expect(canDo({ delivery: null, isPublic: false, now })).toEqual([])
})
