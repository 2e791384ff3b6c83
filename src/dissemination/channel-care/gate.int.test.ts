import { randomUUID } from 'node:crypto'

import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { afterAll, beforeEach, expect, test } from 'vitest'

import { ChannelError } from '../../channels/channel-error.ts'
import type { Database } from '../../database/database.ts'
import { sql } from '../../database/database.ts'
import { decideDelivery } from '../../ledger/channel-decisions.ts'
import { claim } from '../../ledger/channel-deliveries.ts'
import { approach, nextOn, postponeDue } from '../../ledger/channel-gate.ts'
import { type ChannelOutcome, type Entered, enterChannel, reportChannel } from './gate.ts'
import { watchChannel } from './watch-channel.ts'

/** As many as there would be processes, each with connections of its own. */
const clients = Array.from({ length: 3 }, () => drizzle(process.env.DATABASE_URL ?? ''))
const databases = clients as unknown as readonly [Database, Database, Database]
const [database] = databases

afterAll(async () => {
  for (const { $client } of clients) await $client.end()
})

const channelId = randomUUID()
const other = randomUUID()

beforeEach(async () => {
  await database.execute(sql`truncate send_buckets, channel_deliveries; delete from channels`)
  for (const [id, name] of [
    [channelId, 'One'],
    [other, 'Other'],
  ])
    await database.execute(sql`
      insert into channels (id, name, service, base_url, mode, time_zone)
      values (${id}, ${name}, 'webhook', 'https://social.example/', 'auto', 'Asia/Tokyo')
    `)
})

const entry = {
  channelId,
  capabilities: { concurrency: 2, pace: null },
  host: 'social.example:443',
  isUrgent: false,
  isRemoval: false,
}
type Asked = Parameters<typeof enterChannel>[0]
const enter = (asked: Partial<Asked> = {}, own = database): Promise<Entered> =>
  enterChannel({ ...entry, ...asked }, own)
const kindOf = async (asked: Partial<Asked> = {}) => {
  const entered = await enter(asked)
  return entered.kind === 'open' ? 'open' : entered.reason
}
const there: ChannelOutcome = { kind: 'there', until: null }
const away: ChannelOutcome = { kind: 'away', until: null }
const report = (outcome: ChannelOutcome, asked: Partial<Asked> & { isProbe?: boolean } = {}) =>
  reportChannel({ ...entry, isProbe: false, isSuspect: true, ...asked }, outcome, database)
const fail = async (times: number, asked: Partial<Asked> = {}) => {
  for (let time = 0; time < times; time++) await report(away, asked)
}

/** Lets time pass for what waits. */
const pass = (seconds: number) =>
  database.execute(sql`
    update send_buckets set refilled_at = refilled_at - make_interval(secs => ${seconds}),
      blocked_until = blocked_until - make_interval(secs => ${seconds})
  `)

async function addDelivery(state = 'planned', remoteState = 'none', desired = 'live'): Promise<string> {
  const id = randomUUID()
  await database.execute(sql`
    insert into channel_deliveries
      (id, collection, item_id, locale, channel_id, service, title, item_url, desired, outbox_id, state, remote_state, due_at, lease_until)
    values (${id}, 'news', ${randomUUID()}, 'en', ${channelId}, 'webhook', 'Title', 'https://emen.example/', ${desired}, 1,
      ${state}, ${remoteState}, now() - interval '1 minute', now() + interval '5 minutes')
  `)
  return id
}

test('four failures are chance, five in a row shut the channel', async () => {
  await fail(4)
  expect(await kindOf()).toBe('open')
  await fail(1)
  expect(await kindOf()).toBe('channel-rests')
})

test('an answer in between begins the count anew', async () => {
  await fail(4)
  await report(there)
  await fail(4)
  expect(await kindOf()).toBe('open')
})

test('what fails for one account is left alone for all that are on the same host', async () => {
  await fail(3)
  await fail(2, { channelId: other })
  expect(await kindOf({ channelId: other })).toBe('channel-rests')
  expect(await kindOf({ channelId: other, host: 'elsewhere.example:443' })).toBe('open')
})

test('after the wait one worker tries, and the others wait for what it finds', async () => {
  await fail(5)
  await pass(60)
  const entered = await Promise.all(databases.map((own) => enter({}, own)))

  expect(entered.filter(({ kind }) => kind === 'open')).toEqual([
    { kind: 'open', isProbe: true, isSuspect: true, quietUntil: null },
  ])
  await report(there, { isProbe: true })
  expect(await enter()).toMatchObject({ kind: 'open', isProbe: false, isSuspect: false })
})

test('a try that fails shuts it for longer, and one that asked nothing gives the try back', async () => {
  await fail(5)
  await pass(60)
  await enter()
  await report({ kind: 'untried', until: null }, { isProbe: true })
  expect(await enter()).toMatchObject({ kind: 'open', isProbe: true })

  await report(away, { isProbe: true })
  const entered = await enter()
  expect(entered).toMatchObject({ kind: 'wait', reason: 'channel-rests' })
  expect('until' in entered ? entered.until.getTime() - Date.now() : 0).toBeGreaterThan(25_000)
})

test('a service that asks to wait gets it from the whole channel, until then', async () => {
  const until = new Date(Date.now() + 120_000)
  await report({ kind: 'rate-limited', until })
  const entered = await enter()

  expect(entered).toMatchObject({ kind: 'wait', reason: 'rate-limited' })
  expect('until' in entered ? entered.until.getTime() : 0).toBeGreaterThan(until.getTime() - 2_000)
  expect(await kindOf({ channelId: other })).toBe('open')
  await pass(121)
  expect(await kindOf()).toBe('open')
})

test('a service that takes something and says that nothing is left of its window is left alone until the next', async () => {
  await report({ kind: 'there', until: new Date(Date.now() + 30_000) })
  expect(await kindOf()).toBe('rate-limited')
  await pass(31)
  expect(await kindOf()).toBe('open')
})

test('no window holds more than the pace grants, whatever rest came before it', async () => {
  const capabilities = { concurrency: 2, pace: { submissions: 10, perMs: 10_000 } }
  const taken: number[] = []
  for (let second = 0; second <= 10; second++) {
    for (; (await kindOf({ capabilities })) === 'open'; ) taken.push(second)
    await pass(1)
  }
  expect(taken.filter((second) => second < 10).length).toBeLessThanOrEqual(10)
  expect(taken.length).toBeGreaterThan(7)
})

test('removals have a pace of their own where the service counts them so, and neither holds up the other', async () => {
  const capabilities = {
    concurrency: 2,
    pace: { submissions: 10, perMs: 10_000 },
    removals: { submissions: 5, perMs: 10_000 },
  }
  const kinds = async (isRemoval: boolean) => [
    await kindOf({ capabilities, isRemoval }),
    await kindOf({ capabilities, isRemoval }),
  ]
  expect(await kinds(true)).toEqual(['open', 'rate-limited'])
  expect(await kinds(false)).toEqual(['open', 'open'])

  await report({ kind: 'rate-limited', until: new Date(Date.now() + 60_000) }, { capabilities })
  await pass(5)
  expect(await kinds(true)).toEqual(['open', 'rate-limited'])
  expect(await kinds(false)).toEqual(['rate-limited', 'rate-limited'])
})

test.for(['posts', 'removals'] as const)('only %s are put off where their pace is used up', async (which) => {
  const ids = {
    posts: await addDelivery(),
    removals: await addDelivery('planned', 'live', 'absent'),
  }
  const until = new Date(Date.now() + 60_000)
  await postponeDue({ channelId, until, reason: 'rate-limited', which, perSecond: null }, database)
  const { rows } = await database.execute<{ id: string }>(
    sql`select id from channel_deliveries where due_at > now()`,
  )
  expect(rows).toEqual([{ id: ids[which] }])
})

test('a pace that was too fast for the service is halved', async () => {
  const capabilities = { concurrency: 2, pace: { submissions: 100, perMs: 10_000 } }
  await enter({ capabilities })
  await report({ kind: 'rate-limited', until: new Date(Date.now() - 1000) }, { capabilities })
  const { rows } = await database.execute<{ per_second: number }>(
    sql`select per_second from send_buckets where key = ${`channel:${channelId}`}`,
  )
  expect(rows[0]?.per_second).toBeCloseTo(4, 1)
})

test('as many submissions as the service takes at once are under way, in all processes together', async () => {
  await database.execute(sql`update channels set paused = false`)
  const ids = await Promise.all(Array.from({ length: 6 }, () => addDelivery()))
  const claims = await Promise.all(
    ids.map((id, index) =>
      clients[index % 3]?.transaction(async (opened) => {
        const transaction = opened as unknown as Database
        await approach(id, transaction)
        const entered = await enter({}, transaction)
        return entered.kind === 'open' ? claim(id, transaction) : entered.reason
      }),
    ),
  )
  expect(claims.filter((claimed) => claimed === 'all-busy')).toHaveLength(4)
  expect(claims.filter((claimed) => typeof claimed === 'object')).toHaveLength(2)
})

test('what a worker left behind keeps nobody from the channel for longer than its lease', async () => {
  await addDelivery('submitting')
  await addDelivery('submitting')
  expect(await kindOf()).toBe('all-busy')
  await database.execute(sql`update channel_deliveries set lease_until = now() - interval '1 second'`)
  expect(await kindOf()).toBe('open')
})

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

const headers = (values: Record<string, string>, status = 200) => ({ status, headers: new Headers(values) })
const now = new Date('2026-03-06T12:00:00Z')

test.for([
  [headers({ 'retry-after': '90' }, 429), '2026-03-06T12:01:30.000Z'],
  [headers({ 'retry-after': 'Fri, 06 Mar 2026 12:05:00 GMT' }, 429), '2026-03-06T12:05:00.000Z'],
  [headers({ 'x-ratelimit-reset': '2026-03-06T12:10:00Z' }, 429), '2026-03-06T12:10:00.000Z'],
  [headers({ 'ratelimit-reset': '60' }, 429), '2026-03-06T12:01:00.000Z'],
  [headers({ 'ratelimit-remaining': '0', 'ratelimit-reset': '60' }), '2026-03-06T12:01:00.000Z'],
  [headers({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1772798700' }), '2026-03-06T12:05:00.000Z'],
  [headers({ 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '1772798700' }), null],
  [headers({ 'retry-after': '999999999' }, 429), '2026-03-07T12:00:00.000Z'],
  [headers({}), null],
] as const)('what a service says of its windows is understood: %#', ([answer, expected]) => {
  const watch = watchChannel(() => now)
  watch.answered(answer)
  expect(watch.outcome().until?.toISOString() ?? null).toBe(expected)
})

test.for([
  ['unavailable', 'away'],
  ['unconfirmed', 'away'],
  ['rate-limited', 'rate-limited'],
  ['rejected', 'there'],
  ['unauthorised', 'there'],
] as const)('a service that answers as %s is %s', ([reason, expected]) => {
  const watch = watchChannel(() => now)
  watch.answered(headers({}, 500))
  watch.failed(new ChannelError(reason, 'no'))
  expect(watch.outcome().kind).toBe(expected)
})

test('a wait that only the body of an answer tells is understood as well', () => {
  const watch = watchChannel(() => now)
  const retryAfter = new Date('2026-03-06T12:00:17Z')
  watch.answered(headers({}, 429))
  watch.failed(new ChannelError('rate-limited', 'no', { retryAfter }))
  expect(watch.outcome()).toEqual({ kind: 'rate-limited', until: retryAfter })
})

test('where nothing was asked of a service, nothing is known of it', () => {
  expect(watchChannel().outcome()).toEqual({ kind: 'untried', until: null })
})
