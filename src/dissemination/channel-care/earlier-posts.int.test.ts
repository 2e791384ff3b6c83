import { expect, test } from 'vitest'

import { caredNetwork } from '../../testing/cared-network.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { addMastodon, addWebhook } from '../../testing/partner-network.ts'

const { partners, payload, database, editor, work, ledger, breakAccess, publishedBefore } =
  await caredNetwork()
const { sql } = await import('../../database/database.ts')
const { rest } = await import('../../testing/api.ts')
const { probePosts } = await import('./probe-posts.ts')

const fill = (id: string, body: unknown) =>
  rest(`/channels/${id}/backfill`, { as: editor, method: 'POST', body })

test('a new channel is given what was public before: counted first, newest first, some a day at its hours', async () => {
  await publishedBefore(5)
  const id = await addMastodon(payload, partners, 'en')
  await payload.update({
    collection: 'channels',
    id,
    data: { backfillPerDay: 2, timeZone: 'Asia/Tokyo', quietFrom: 20, quietTo: 8 },
  })
  expect((await fill(id, { dryRun: true })).body).toEqual({ count: 5, perDay: 2, days: 3 })
  expect(await ledger()).toEqual([])
  expect((await fill(id, { dryRun: false })).body).toEqual({ count: 5, perDay: 2, days: 3 })

  const { rows } = await database().execute<{ title: string; hour: number; late: boolean; day: string }>(sql`
    select title, extract(hour from due_at at time zone 'Asia/Tokyo')::int as hour, due_at > now() as late,
      (due_at at time zone 'Asia/Tokyo')::date::text as day
    from channel_deliveries where origin = 'backfill' order by due_at
  `)
  expect(rows.map(({ title }) => title)).toEqual(['Item 4', 'Item 3', 'Item 2', 'Item 1', 'Item 0'])
  expect(rows.every(({ hour, late }) => late && hour >= 8 && hour < 20)).toBe(true)
  const perDay = Object.values(Object.groupBy(rows, ({ day }) => day)).map((each) => each?.length ?? 0)
  expect(Math.max(...perDay)).toBe(2)
  expect((await fill(id, { dryRun: true })).body).toMatchObject({ count: 0 })
})

test('a backfill leaves alone what has a post, what an editor left out, and what the channel does not take', async () => {
  const id = await addMastodon(payload, partners, 'en')
  await publishedBefore(1)
  await work()
  await publishedBefore(1)
  await database().execute(sql`
    update channel_deliveries set state = 'skipped', reason = 'not-chosen' where state = 'planned'
  `)
  await payload.update({ collection: 'channels', id, data: { mode: 'off' } })
  await publishedBefore(1)
  expect((await fill(id, { dryRun: true })).status).toBe(409)
  await payload.update({ collection: 'channels', id, data: { mode: 'auto' } })

  expect((await fill(id, { dryRun: true })).body).toMatchObject({ count: 1 })
  expect((await fill(id, { dryRun: true, collections: ['events'] })).body).toMatchObject({ count: 0 })
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  expect((await fill(id, { dryRun: true, since: tomorrow })).body).toMatchObject({ count: 0 })
  expect((await fill(id, { dryRun: false, collections: ['people'] })).body).toEqual({
    error: 'invalid',
    field: 'collections.0',
  })
  await payload.update({ collection: 'channels', id, data: { collections: ['events'] } })
  expect((await fill(id, { dryRun: true })).body).toMatchObject({ count: 0 })
})

test.for(['the button', 'the mode'] as const)(
  'a backfill is given up by %s, but for what was posted',
  async (by) => {
    await publishedBefore(2)
    const id = await addMastodon(payload, partners, 'en')
    await fill(id, { dryRun: false })
    const giveUp = {
      'the button': () => fill(id, { cancel: true }),
      'the mode': () => payload.update({ collection: 'channels', id, data: { mode: 'off' } }),
    }
    await giveUp[by]()
    expect(await ledger()).toEqual(['skipped channel-off none', 'skipped channel-off none'])
  },
)

test('on a channel that asks, a person says yes to each of a backfill', async () => {
  await publishedBefore(1)
  const id = await addMastodon(payload, partners, 'en')
  await payload.update({ collection: 'channels', id, data: { mode: 'ask' } })
  await fill(id, { dryRun: false })
  expect(await ledger()).toEqual(['held awaits-approval none'])
})

const aWeekLater = () =>
  database().execute(sql`
    update channel_deliveries set probed_at = probed_at - interval '8 days', submitted_at = submitted_at - interval '8 days'
  `)

test('posts are looked at once a week; one that somebody removed is left so', async () => {
  await addMastodon(payload, partners, 'en')
  await publishedBefore(1)
  await work()
  await probePosts(payload)
  expect(await ledger()).toEqual(['submitted live'])
  await aWeekLater()
  await probePosts(payload)
  expect(await ledger()).toEqual(['submitted live live'])

  partners.state.mastodon.statuses.length = 0
  await probePosts(payload)
  expect(await ledger()).toEqual(['submitted live live'])
  await aWeekLater()
  await probePosts(payload)
  await work()
  expect(await ledger()).toEqual(['skipped removed-there unlinked gone'])
  expect(partners.state.mastodon.statuses).toEqual([])
})

test('a post by hand is looked at by its address, and one that is gone is no longer asked for', async () => {
  const { id: channelId } = await payload.create({
    collection: 'channels',
    data: {
      name: 'Our page',
      service: 'facebook',
      baseUrl: 'https://www.facebook.com',
      locales: ['en'],
      mode: 'auto',
    },
  })
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()
  expect(await ledger()).toEqual(['held to-post-by-hand none'])
  const adopt = await rest(`/dissemination/news/${item.id}/decide`, {
    as: editor,
    method: 'POST',
    body: { channelId, locale: 'en', decision: 'adopt', url: `${partners.url}/posts/1100000000000000001` },
  })
  expect(adopt.status).toBe(200)
  await work()
  expect(await ledger()).toEqual(['submitted live'])

  await aWeekLater()
  await probePosts(payload)
  expect(await ledger()).toEqual(['skipped removed-there unlinked gone'])
})

test('where a channel says so, a post that was removed is posted anew', async () => {
  const id = await addMastodon(payload, partners, 'en')
  await payload.update({ collection: 'channels', id, data: { removals: 'recreate' } })
  await publishedBefore(1)
  await work()
  partners.state.mastodon.statuses.length = 0
  await aWeekLater()
  await probePosts(payload)
  await work()
  expect(partners.state.mastodon.statuses).toHaveLength(1)
})

test('a service that is away, or shows nothing, says nothing of a post', async () => {
  const id = await addMastodon(payload, partners, 'en')
  await addWebhook(payload, partners, ['en'])
  await publishedBefore(1)
  await work()
  await aWeekLater()
  await breakAccess(id)
  await probePosts(payload)
  expect(await ledger()).toEqual(['submitted live', 'submitted live'])
})

test('a service that asked to wait is not asked about old posts either', async () => {
  const id = await addMastodon(payload, partners, 'en')
  await publishedBefore(1)
  await work()
  await aWeekLater()
  const restUntilIn = (offset: string) =>
    database().execute(sql`
      insert into send_buckets as b (key, tokens, capacity, per_second, ceiling, blocked_until)
      values (${`channel:${id}`}, 0, 1, 0, 0, now() + ${offset}::interval)
      on conflict (key) do update set blocked_until = excluded.blocked_until
    `)
  await restUntilIn('1 hour')
  await probePosts(payload)
  expect(await ledger()).toEqual(['submitted live'])

  await restUntilIn('-1 second')
  await probePosts(payload)
  expect(await ledger()).toEqual(['submitted live live'])
})
