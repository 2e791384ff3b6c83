import { expect, test } from 'vitest'

import type { ItemReport } from '../../dissemination/item-report.ts'
import type { ChannelDeliveryState } from '../../ledger/delivery-state.ts'
import { timedContext } from '../view-context.ts'
import { situationOf } from './situation.ts'

const context = timedContext({ i18n: { language: 'en' } }, 'UTC')
const planned = { isPlanned: true }

const inStates = (...states: readonly ChannelDeliveryState[]): ItemReport['deliveries'] =>
  states.map((state, index) => ({
    deliveryId: String(index),
    channelId: 'c',
    channelName: 'Channel',
    service: 'webhook',
    locale: 'en',
    desired: 'live',
    state,
    reason: null,
    remoteState: 'none',
    remoteId: null,
    remoteUrl: null,
    error: null,
    probe: null,
    leftStanding: [],
    origin: 'publish',
    attempts: 1,
    dueAt: new Date('2026-11-23T09:00:00Z'),
    updatedAt: new Date('2026-11-23T09:00:00Z'),
  }))

const publicLocales: ItemReport['publicLocales'] = [
  { locale: 'en', title: 'A', url: 'http://localhost/en/practices/a' },
  { locale: 'ar', title: 'ا', url: 'http://localhost/ar/practices/a' },
]

test('a draft says that nothing is sent until it is published', () => {
  const { title, isMoving } = situationOf(
    { publicLocales: [], deliveries: [], editions: [] },
    planned,
    context,
  )

  expect(title).toBe('Nothing is sent until you publish')
  expect(isMoving).toBe(false)
})

test('what failed or is in doubt is said before what is still under way', () => {
  const deliveries = inStates('planned', 'failed', 'unconfirmed', 'submitted')

  const { title, isMoving } = situationOf({ publicLocales, deliveries, editions: [] }, planned, context)

  expect(title).toBe('2 places need a look')
  expect(isMoving).toBe(true)
})

test('what was published a moment ago is on its way before the ledger knows of it', () => {
  const { title, isMoving } = situationOf(
    { publicLocales, deliveries: [], editions: [] },
    { isPlanned: false },
    context,
  )

  expect(title).toBe('On its way')
  expect(isMoving).toBe(true)
})

test('skipped deliveries are no places where it stands', () => {
  const deliveries = inStates('submitted', 'skipped', 'submitted')

  const { title, lead } = situationOf({ publicLocales, deliveries, editions: [] }, planned, context)

  expect(title).toBe('It stands in 2 places')
  expect(lead).toBe('Public in English and Arabic.')
})
