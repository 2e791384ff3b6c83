import { expect, test } from 'vitest'

import { sql } from '../../database/database.ts'
import { decideDelivery } from '../../ledger/channel-decisions.ts'
import { approach, nextOn, postponeDue } from '../../ledger/channel-gate.ts'
import { gatedChannel } from '../../testing/gated-channel.ts'

const { database, channelId, enter, kindOf, addDelivery } = gatedChannel()

/** Hours from now on the channel's own clock, 0 to 23. */
async function hoursFromNow(hours: number): Promise<number> {
  const { rows } = await database.execute<{ hour: number }>(sql`
    select extract(hour from (now() + make_interval(hours => ${hours})) at time zone 'Asia/Tokyo')::int as hour
  `)
  return rows[0]?.hour ?? 0
}
const quiet = async (from: number, to: number) =>
  database.execute(
    sql`update channels set quiet_from = ${await hoursFromNow(from)}, quiet_to = ${await hoursFromNow(to)}`,
  )

test.for([
  [0, 3, 'quiet-hours'],
  [-1, 1, 'quiet-hours'],
  [-22, 1, 'quiet-hours'],
  [1, 2, 'open'],
  [-2, 0, 'open'],
  [2, 0, 'open'],
  [0, 0, 'open'],
] as const)(
  'nothing new is posted in the channel’s quiet hours: from %i to %i hours from now: %s',
  async ([from, to, expected]) => {
    await quiet(from, to)
    expect(await kindOf()).toBe(expected)
  },
)

test('quiet hours end when the channel’s clock shows the hour, and never later than a day', async () => {
  await quiet(-1, 2)
  const entered = await enter()
  const hours = ('until' in entered ? entered.until.getTime() - Date.now() : 0) / 3_600_000
  expect(hours).toBeGreaterThan(1)
  expect(hours).toBeLessThanOrEqual(2)
})

test('corrections and withdrawals go out at any hour', async () => {
  await quiet(-1, 2)
  expect(await kindOf({ isUrgent: true })).toBe('open')
})

test.for([
  ['none', 'live', false],
  ['absent', 'live', false],
  ['live', 'live', true],
  ['unconfirmed', 'live', true],
  ['live', 'absent', true],
  ['none', 'absent', true],
] as const)('a delivery where %s stands and %s should is urgent: %s', async ([stands, desired, expected]) => {
  const id = await addDelivery('planned', stands, desired)
  expect(await approach(id, database)).toMatchObject({ isUrgent: expected })
})

test('what was removed to be replaced is posted anew at any hour, and so is word of what stands beside it', async () => {
  const replaced = await addDelivery('planned', 'absent')
  await database.execute(
    sql`update channel_deliveries set remote_outbox_id = outbox_id where id = ${replaced}`,
  )
  const beside = await addDelivery('planned', 'absent')
  await database.execute(sql`
    update channel_deliveries set left_standing = '[{"id": "1", "url": null, "since": null}]' where id = ${beside}
  `)
  for (const id of [replaced, beside]) expect(await approach(id, database)).toMatchObject({ isUrgent: true })
})

test('what somebody else removed is posted anew as if it were new', async () => {
  const removed = await addDelivery('planned', 'absent')
  await database.execute(
    sql`update channel_deliveries set remote_outbox_id = outbox_id, probe = 'gone' where id = ${removed}`,
  )
  expect(await approach(removed, database)).toMatchObject({ isUrgent: false })
})

test('so is what a person has posted anew where somebody else removed it', async () => {
  const removed = await addDelivery('skipped', 'unlinked')
  const { rows } = await database.execute<{ at: string | Date }>(
    sql`update channel_deliveries set remote_outbox_id = outbox_id where id = ${removed} returning updated_at as at`,
  )
  const seen = { deliveryId: removed, state: 'skipped', updatedAt: new Date(rows[0]?.at ?? 0) }
  expect(await decideDelivery(seen, 'recreate', database)).toBe(true)
  expect(await approach(removed, database)).toMatchObject({ isUrgent: false })
})

test('what is put off keeps its order and its attempts, spread over the pace; what is urgent stays', async () => {
  const ids = [await addDelivery(), await addDelivery(), await addDelivery()]
  const urgent = await addDelivery('planned', 'live')
  const until = new Date(Date.now() + 60_000)
  await postponeDue({ channelId, until, reason: 'quiet-hours', which: 'new', perSecond: 0.5 }, database)
  const { rows } = await database.execute<{ id: string; wait: number; attempts: number }>(sql`
    select id, round(extract(epoch from due_at - now()))::int as wait, attempts from channel_deliveries order by due_at
  `)

  expect(rows.map(({ id }) => id)).toEqual([urgent, ...ids])
  expect(rows.slice(1).map(({ wait, attempts }) => [wait, attempts])).toEqual([
    [60, 0],
    [62, 0],
    [64, 0],
  ])
  expect((await nextOn(channelId, database))?.deliveryId).toBe(urgent)
})
