import { expect, test } from 'vitest'

import type { Database } from '../../database/database.ts'
import { sql } from '../../database/database.ts'
import { claim } from '../../ledger/channel-deliveries.ts'
import { approach, postponeDue } from '../../ledger/channel-gate.ts'
import { away, gatedChannel, there } from '../../testing/gated-channel.ts'

const { clients, databases, database, channelId, other, enter, kindOf, report, fail, pass, addDelivery } =
  gatedChannel()

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
