import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { clockChange } from '../../testing/clock-change.ts'
import { createTestEvent, lasting } from '../../testing/create-event.ts'
import { createFollower } from '../../testing/create-follower.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { planChanges } from '../plan-changes.ts'
import { planNearReminders, planRemindersOf, reminderKey } from './plan-reminders.ts'

const HOUR_MS = 3_600_000

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'ar'])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await planChanges(payload)
  await databaseOf(payload).execute(emptying('personal_mails follows subscribers'))
})

const reminded = (id: string) => [{ target: 'events', targetId: id, reminder: true }] as const
const inHours = (hours: number): Date => new Date(Math.round(Date.now() / 60_000) * 60_000 + hours * HOUR_MS)

interface Reminder {
  readonly key: string
  readonly state: string
  readonly reason: string | null
  readonly due: Date
}

async function remindersOf(subscriberId: string): Promise<Reminder[]> {
  const { rows } = await databaseOf(payload).execute<Record<string, string | null>>(sql`
    select key, state, reason, due_at from personal_mails
    where subscriber_id = ${subscriberId} and kind = 'reminder' order by key
  `)
  return rows.map(({ key, state, reason, due_at }) => ({
    key: String(key),
    state: String(state),
    reason: reason ?? null,
    due: new Date(String(due_at)),
  }))
}

/** Somebody who has just confirmed that they want to be reminded of it. */
async function confirmed(eventId: string): Promise<string> {
  const reader = await createFollower(payload, ['en'], reminded(eventId))
  await planRemindersOf(reader, databaseOf(payload))
  return reader
}

async function publicEvent(start: Date) {
  const event = await createTestEvent(payload, start)
  await event.publish('en')
  await planChanges(payload)
  return event
}

test('a reminder is due a day before the event begins', async () => {
  const start = inHours(24 * 30)
  const event = await publicEvent(start)
  const reader = await confirmed(event.id)

  expect(await remindersOf(reader)).toEqual([
    {
      key: reminderKey(event.id, start),
      state: 'planned',
      reason: null,
      due: new Date(start.getTime() - 24 * HOUR_MS),
    },
  ])
})

test.for([
  ['spring', `${clockChange('March')}T08:00:00Z`],
  ['autumn', `${clockChange('October')}T08:00:00Z`],
] as const)('where clocks change in %s it is due full 24 hours before all the same', async ([, moment]) => {
  const event = await publicEvent(new Date(moment))
  const reader = await confirmed(event.id)

  expect((await remindersOf(reader)).map(({ due }) => due.getTime())).toEqual([
    new Date(moment).getTime() - 24 * HOUR_MS,
  ])
})

test('who asks on the last day is reminded at once, and once it has begun not at all', async () => {
  const [soon, begun] = [await publicEvent(inHours(3)), await publicEvent(inHours(-1))]
  const [early, late] = [await confirmed(soon.id), await confirmed(begun.id)]

  expect((await remindersOf(early)).map(({ due }) => due.getTime() <= Date.now())).toEqual([true])
  expect(await remindersOf(late)).toEqual([])
})

test('an event that moves has another reminder, and when it moves back its first one', async () => {
  const [first, second] = [inHours(24 * 10), inHours(24 * 20)]
  const event = await publicEvent(first)
  const reader = await confirmed(event.id)
  const states = async () => (await remindersOf(reader)).map(({ key, state, reason }) => [key, state, reason])

  await event.publish('en', { ...lasting(second), status: 'rescheduled' })
  await planChanges(payload)
  expect(await states()).toEqual([
    [reminderKey(event.id, first), 'skipped', 'event-moved'],
    [reminderKey(event.id, second), 'planned', null],
  ])

  await event.publish('en', lasting(first))
  await planChanges(payload)
  expect(await states()).toEqual([
    [reminderKey(event.id, first), 'planned', null],
    [reminderKey(event.id, second), 'skipped', 'event-moved'],
  ])
})

test.for([
  ['cancelled', 'event-cancelled'],
  ['postponed', 'event-moved'],
] as const)('an event that is %s is not reminded of', async ([status, reason]) => {
  const event = await publicEvent(inHours(24 * 10))
  const reader = await confirmed(event.id)
  await event.publish('en', { status })
  await planChanges(payload)

  expect(await remindersOf(reader)).toMatchObject([{ state: 'skipped', reason }])
})

test('an event that is withdrawn or deleted is not reminded of, and one that comes back is', async () => {
  const [event, other] = [await publicEvent(inHours(24 * 10)), await publicEvent(inHours(24 * 10))]
  const [reader, second] = [await confirmed(event.id), await confirmed(other.id)]
  await event.withdraw('en')
  await payload.delete({ collection: 'events', id: other.id })
  await planChanges(payload)

  expect(await remindersOf(reader)).toMatchObject([{ state: 'skipped', reason: 'event-cancelled' }])
  expect(await remindersOf(second)).toMatchObject([{ state: 'skipped', reason: 'event-cancelled' }])
  await event.publish('en')
  await planChanges(payload)
  expect(await remindersOf(reader)).toMatchObject([{ state: 'planned', reason: null }])
})

test('a reminder that was turned on where nobody planned it is found before it is due', async () => {
  const [near, far] = [await publicEvent(inHours(24.5)), await publicEvent(inHours(72))]
  const reader = await createFollower(payload, ['en'], [...reminded(near.id), ...reminded(far.id)])
  await planNearReminders(databaseOf(payload))
  await planNearReminders(databaseOf(payload))

  expect((await remindersOf(reader)).map(({ key, state }) => [key.slice(0, 36), state])).toEqual([
    [near.id, 'planned'],
  ])
})

test('a reminder that has left is not planned again, whatever is planned anew', async () => {
  const event = await publicEvent(inHours(3))
  const reader = await confirmed(event.id)
  await databaseOf(payload).execute(sql`update personal_mails set state = 'submitted'`)
  await planRemindersOf(reader, databaseOf(payload))
  await planNearReminders(databaseOf(payload))

  expect(await remindersOf(reader)).toMatchObject([{ state: 'submitted' }])
})

test('who follows an event without wanting a reminder gets none', async () => {
  const event = await publicEvent(inHours(3))
  const reader = await createFollower(payload, ['en'], [{ target: 'events', targetId: event.id }])
  await planRemindersOf(reader, databaseOf(payload))

  expect(await remindersOf(reader)).toEqual([])
})
