import { inspect } from 'node:util'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Partners } from '../../demo/partners/server.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { addMastodon, addWebhook, startPartnerNetwork } from '../../testing/partner-network.ts'

const partners: Partners = await startPartnerNetwork()
const smtp = await fakeSmtp()
process.env.SMTP_URL = smtp.url
// The product reads its environment when it is imported, so that comes after the others have their addresses.
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { needsOf } = await import('../../admin/dashboard/needs.ts')
const { timedContext } = await import('../../admin/view-context.ts')
const { noteVerified, takeChannelsToCheck, takeEndingUntold } = await import('../../ledger/channel-checks.ts')
const { dueDeliveries } = await import('../../ledger/channel-deliveries.ts')
const { ownTransport } = await import('../../newsletter/transports/transport-for.ts')
const { rest, signIn } = await import('../../testing/api.ts')
const { planChanges } = await import('../plan-changes.ts')
const { checkChannel } = await import('./check-channel.ts')
const { pauseChannel } = await import('./pause-channel.ts')
const { privateHosts } = await import('./private-hosts.ts')
const { probePosts } = await import('./probe-posts.ts')
const { sessionOf } = await import('./session.ts')
const { tellCaretaker } = await import('./tell-caretaker.ts')
const { workThrough } = await import('./work-through.ts')
const { installQueues } = await import('../../queue/queue.ts')

let payload: Payload
let administrator: string
let editor: string
let translator: string
const database = () => databaseOf(payload)

beforeAll(async () => {
  payload = await getPayload({ config })
  await installQueues(process.env.DATABASE_URL ?? '')
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
  administrator = await signIn(payload, { roles: ['administrator'] })
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'] })
})
afterAll(async () => {
  await ownTransport().close()
  await payload.destroy()
  await partners.stop()
  await smtp[Symbol.asyncDispose]()
})
beforeEach(async () => {
  partners.state.mastodon.statuses.length = 0
  partners.state.events.length = 0
  await database().execute(sql`
    truncate channel_deliveries, channel_attempts, channel_sessions, outbox, send_buckets, pgboss.job
  `)
  await payload.delete({ collection: 'channels', where: { id: { exists: true } } })
})

/** Carries out all that is due, as a worker would. */
async function work(): Promise<void> {
  await planChanges(payload)
  for (const id of await dueDeliveries(100, database())) await workThrough(payload, id)
}

interface TellJob extends Record<string, unknown> {
  data: Parameters<typeof tellCaretaker>[1]
}
/** Does what was asked of whoever writes to caretakers. Answers to whom it was to be. */
async function tellAll(): Promise<readonly string[]> {
  const { rows } = await database().execute<TellJob>(
    sql`delete from pgboss.job where name = 'tell-caretaker' returning data`,
  )
  for (const { data } of rows) await tellCaretaker(payload, data)
  return rows.map(({ data }) => data.userId)
}

async function ledger(): Promise<readonly string[]> {
  const { rows } = await database().execute<Record<string, string | null>>(sql`
    select state, reason, remote_state, probe from channel_deliveries order by service, locale, due_at
  `)
  return rows.map(({ state, reason, remote_state, probe }) =>
    [state, reason, remote_state, probe].filter((part) => part !== null).join(' '),
  )
}

const breakAccess = (id: string) =>
  payload.update({ collection: 'channels', id, data: { secrets: { accessToken: 'not-the-token-any-more' } } })
const needs = async () =>
  (
    await needsOf(
      { payload, user: await anEditor(), i18n: { language: 'en' } } as never,
      timedContext({ i18n: { language: 'en' } }, 'UTC'),
    )
  ).map(({ title }) => title)
async function anEditor() {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { equals: 'editor' } },
    limit: 1,
  })
  return { ...docs[0], collection: 'users' }
}

test('who goes on with a channel does all that is due there, whoever found it busy', async () => {
  await addWebhook(payload, partners, ['en'])
  for (let count = 0; count < 3; count++) await (await createTestItem(payload)).publish('en')
  await planChanges(payload)
  const [first = ''] = await dueDeliveries(1, database())
  await workThrough(payload, first)

  expect(partners.state.events).toHaveLength(3)
})

/** Hours of the day from now on, in UTC. */
const hoursFromNow = (hours: number): number => (new Date().getUTCHours() + hours + 24) % 24

async function waiting() {
  const { rows } = await database().execute<Record<string, unknown>>(sql`
    select state, reason, attempts, due_at > now() + interval '20 seconds' as later from channel_deliveries order by planned_at, id
  `)
  return rows
}
const wakeJobs = async () => {
  const { rows } = await database().execute(sql`
    select id from pgboss.job where name = 'deliver-to-channel' and start_after > now() + interval '20 seconds'
  `)
  return rows.length
}

test.for([
  { service: 'indexnow', baseUrl: 'https://api.indexnow.org', settings: { key: 'a1b2c3d4e5f6' } },
  { service: 'websub', baseUrl: 'https://hub.example', settings: {} },
])(
  'who comes to look ($service) is told half a minute after a change, by a job of its own',
  async (account) => {
    await payload.create({
      collection: 'channels',
      data: { ...account, name: 'To be told', locales: ['en'], mode: 'auto' },
    })
    await (await createTestItem(payload)).publish('en')
    await planChanges(payload)

    expect(await waiting()).toMatchObject([{ state: 'planned', later: true }])
    expect(await wakeJobs()).toBe(1)
  },
)

test('who is sent a change is sent it at once', async () => {
  await addWebhook(payload, partners, ['en'])
  await (await createTestItem(payload)).publish('en')
  await planChanges(payload)

  expect(await waiting()).toMatchObject([{ state: 'planned', later: false }])
  expect(await wakeJobs()).toBe(0)
})

test('in quiet hours nothing new is posted and nothing burnt, one job waits for their end, and withdrawals go on', async () => {
  const id = await addMastodon(payload, partners, 'en')
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()
  await payload.update({
    collection: 'channels',
    id,
    data: { timeZone: 'UTC', quietFrom: hoursFromNow(-1), quietTo: hoursFromNow(3) },
  })
  await item.saveDraft('en', {}, { unpublish: true })
  await publishedBefore(2)
  await work()

  expect(partners.state.mastodon.statuses.map(({ removedAt }) => removedAt === null)).toEqual([false])
  const waits = { state: 'planned', reason: 'quiet-hours', attempts: 0, later: true }
  expect((await waiting()).filter(({ state }) => state === 'planned')).toEqual([waits, waits])
  expect(await wakeJobs()).toBe(1)
})

test('in quiet hours a new post in doubt is looked for, and not posted again', async () => {
  const id = await addMastodon(payload, partners, 'en')
  await publishedBefore(1)
  await work()
  await payload.update({
    collection: 'channels',
    id,
    data: { timeZone: 'UTC', quietFrom: hoursFromNow(-1), quietTo: hoursFromNow(3) },
  })
  partners.state.mastodon.statuses.length = 0
  await database().execute(sql`
    update channel_deliveries set state = 'planned', reason = 'unconfirmed', due_at = now(), remote_state = 'unconfirmed',
      remote_id = null, remote_url = null, remote_outbox_id = null
  `)
  await work()

  expect(partners.state.mastodon.statuses).toEqual([])
  expect(await waiting()).toEqual([{ state: 'planned', reason: 'quiet-hours', attempts: 0, later: true }])
})

test('a channel that fails five times in a row is left alone: what waits burns no attempt', async () => {
  await addMastodon(payload, partners, 'en')
  for (let time = 0; time < 5; time++) partners.failNext({ kind: 'answer', status: 503 })
  await publishedBefore(7)
  for (let time = 0; time < 7; time++) await work()

  const rows = await waiting()
  expect(rows.filter(({ attempts }) => attempts === 1)).toHaveLength(5)
  expect(rows.filter(({ attempts, reason }) => attempts === 0 && reason === 'channel-rests')).toHaveLength(2)
  expect(partners.state.mastodon.statuses).toEqual([])
})

test('a service that asks one delivery to wait gets it from all that wait for the channel', async () => {
  await addMastodon(payload, partners, 'en')
  partners.failNext({ kind: 'answer', status: 429, headers: { 'retry-after': '120' } })
  await publishedBefore(3)
  await work()

  expect((await waiting()).map(({ reason, later }) => [reason, later])).toEqual(
    Array(3).fill(['rate-limited', true]),
  )
  expect(partners.state.mastodon.statuses).toEqual([])
})

test('a channel whose access is refused pauses, burns no attempt, and its caretaker is told once, by mail', async () => {
  const id = await addMastodon(payload, partners, 'en')
  const caretaker = await payload.create({
    collection: 'users',
    data: { email: 'care@people.example', password: crypto.randomUUID(), name: 'Care', roles: ['editor'] },
  })
  await payload.update({ collection: 'channels', id, data: { caretaker: caretaker.id } })
  await breakAccess(id)
  const before = smtp.mails().length
  for (let count = 0; count < 2; count++) await (await createTestItem(payload)).publish('en')
  await work()
  await pauseChannel(payload, id, 'unauthorised')

  expect(await tellAll()).toEqual([caretaker.id])
  const mails = smtp.mails().slice(before)
  expect(mails.map(({ to, parsed }) => [to, parsed.subject])).toEqual([
    ['care@people.example', 'Mastodon en stands still'],
  ])
  expect(mails[0]?.parsed.text).toContain('The service no longer knows our account. Connect it again.')
  expect(mails[0]?.parsed.text).toContain(`/admin/collections/channels/${id}`)
  const { rows } = await database().execute<{ state: string; attempts: number }>(
    sql`select distinct state, attempts from channel_deliveries`,
  )
  expect(rows).toEqual([{ state: 'planned', attempts: 0 }])
  expect(await needs()).toContain('Mastodon en is paused')
})

test('where nobody takes care of a channel, every administrator is told; what was mended meanwhile is not told', async () => {
  const id = await addMastodon(payload, partners, 'en')
  const { docs } = await payload.find({ collection: 'users', where: { roles: { equals: 'administrator' } } })
  await pauseChannel(payload, id, 'closed')
  await payload.update({ collection: 'channels', id, data: { paused: false } })
  const before = smtp.mails().length

  expect([...(await tellAll())].toSorted()).toEqual(docs.map((user) => user.id).toSorted())
  expect(smtp.mails().length).toBe(before)
})

test('credentials that end within two weeks are told of once, and shown', async () => {
  const id = await addMastodon(payload, partners, 'en')
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  await noteVerified(id, { end: inDays(15), limits: null }, database())
  expect(await needs()).toEqual([])

  await noteVerified(id, { end: inDays(13), limits: null }, database())
  expect(await takeEndingUntold(id, database())).toBe(true)
  expect(await takeEndingUntold(id, database())).toBe(false)
  expect(await needs()).toEqual([expect.stringMatching(/^The access to Mastodon en ends on /)])
  const health = await rest('/dissemination/health', { as: editor })
  expect(health.body.ending).toMatchObject([{ channelId: id, name: 'Mastodon en' }])

  await noteVerified(id, { end: inDays(12), limits: null }, database())
  expect(await takeEndingUntold(id, database())).toBe(true)
})

test('an account is looked at before its posts find out that it is ours no more', async () => {
  const id = await addMastodon(payload, partners, 'en')
  expect(await takeChannelsToCheck([], database())).toEqual([])
  await database().execute(sql`update channels set created_at = now() - interval '2 hours'`)
  expect(await takeChannelsToCheck([], database())).toEqual([id])
  expect(await takeChannelsToCheck([], database())).toEqual([])

  await checkChannel(payload, id)
  expect(await payload.findByID({ collection: 'channels', id })).toMatchObject({ paused: false })
  await breakAccess(id)
  await checkChannel(payload, id)
  expect(await payload.findByID({ collection: 'channels', id })).toMatchObject({
    pausedReason: 'unauthorised',
  })
})

test('followers are counted once a day, and the count is shown with its day', async () => {
  const id = await addMastodon(payload, partners, 'en')
  await database().execute(sql`update channels set created_at = now() - interval '2 hours'`)
  const take = () => takeChannelsToCheck(['mastodon'], database())
  expect([await take(), await take()]).toEqual([[id], []])
  const health = async () => (await rest('/dissemination/health', { as: editor })).body.channels
  expect(await health()).toMatchObject([{ channelId: id, audience: null }])

  await checkChannel(payload, id)
  const day = new Date().toISOString().slice(0, 10)
  expect(await health()).toMatchObject([{ channelId: id, audience: { followers: 128, day } }])
  await database().execute(sql`update channel_sessions set verified_at = now() - interval '25 hours'`)
  expect([await take(), await take()]).toEqual([[id], []])
})

test('one process renews a session, and the others get what it got', async () => {
  const id = await addMastodon(payload, partners, 'en')
  let made = 0
  const make = async () => ({ value: `session ${++made}`, expiresAt: null })
  expect(await sessionOf(id, payload).current()).toBe(null)
  const first = await Promise.all([1, 2, 3].map(() => sessionOf(id, payload).renew(null, make)))
  const second = await Promise.all([1, 2, 3].map(() => sessionOf(id, payload).renew('session 1', make)))

  expect(first).toEqual(Array(3).fill('session 1'))
  expect(second).toEqual(Array(3).fill('session 2'))
  expect(await sessionOf(id, payload).current()).toBe('session 2')
  const { rows } = await database().execute<{ sealed: string }>(sql`select sealed from channel_sessions`)
  expect(rows[0]?.sealed).toMatch(/^v1\./)
})

test('a session ends with the secrets or the address that it was made with, and is no other channel’s', async () => {
  const id = await addMastodon(payload, partners, 'en')
  const other = await addMastodon(payload, partners, 'fr')
  const renew = () => sessionOf(id, payload).renew(null, async () => ({ value: 'ours', expiresAt: null }))
  await renew()
  await database().execute(sql`
    insert into channel_sessions (channel_id, sealed) select ${other}, sealed from channel_sessions where channel_id = ${id}
  `)
  expect([await sessionOf(id, payload).current(), await sessionOf(other, payload).current()]).toEqual([
    'ours',
    null,
  ])
  await breakAccess(id)
  expect(await sessionOf(id, payload).current()).toBe(null)
  await renew()
  await payload.update({
    collection: 'channels',
    id,
    data: { baseUrl: 'https://elsewhere.example', secrets: { accessToken: 'for elsewhere' } },
  })
  expect(await sessionOf(id, payload).current()).toBe(null)
})

test('the test of an account says who we are there, or what is wrong, and nobody sees it there', async () => {
  const id = await addMastodon(payload, partners, 'en')
  const ask = (as: string | null) => rest(`/channels/${id}/test`, { as, method: 'POST' })
  expect((await ask(editor)).body).toMatchObject({ ok: true, account: { name: '@emen', expiresAt: null } })
  await breakAccess(id)
  expect((await ask(administrator)).body).toMatchObject({ ok: false, reason: 'unauthorised' })
  await payload.update({
    collection: 'channels',
    id,
    data: { baseUrl: 'https://127.0.0.1:9/', secrets: { accessToken: 'for nowhere' } },
  })
  expect((await ask(administrator)).body).toMatchObject({ ok: false, reason: 'misconfigured' })

  expect([(await ask(null)).status, (await ask(translator)).status]).toEqual([401, 403])
  expect((await rest('/channels/none/test', { as: editor, method: 'POST' })).status).toBe(404)
  expect(partners.state.mastodon.statuses).toEqual([])
})

test('a dry run does everything but post', async () => {
  const id = await addMastodon(payload, partners, 'en')
  const item = await createTestItem(payload)
  await item.publish('en')
  const ask = (body: unknown) => rest(`/channels/${id}/dry-run`, { as: editor, method: 'POST', body })
  const shown = await ask({ collection: 'news', id: item.id, locale: 'en' })

  expect(shown.body).toMatchObject({ service: 'mastodon', look: 'post', faults: [], reachable: true })
  expect(shown.body.post.text).toContain('Mentoring starts (en)')
  expect(partners.state.mastodon.statuses).toEqual([])
  expect((await ask({ collection: 'news', id: item.id, locale: 'fr' })).status).toBe(404)
  expect((await ask({ collection: 'news', id: item.id, locale: 'xx' })).body).toEqual({
    error: 'invalid',
    field: 'locale',
  })
})

async function publishedBefore(count: number): Promise<void> {
  for (let place = 0; place < count; place++)
    await (await createTestItem(payload)).publish('en', { title: `Item ${place}` })
  await planChanges(payload)
}
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

test('how channels do is told to those who decide what becomes public', async () => {
  const id = await addMastodon(payload, partners, 'en')
  await publishedBefore(1)
  await work()
  await publishedBefore(1)
  await breakAccess(id)
  await work()
  const { body } = await rest('/dissemination/health', { as: editor })

  expect(body).toMatchObject({ due: 1, ending: [] })
  expect(body.blockedSince).toBe(body.oldestDue)
  expect(body.channels).toMatchObject([
    {
      channelId: id,
      paused: true,
      taken: 1,
      refused: 1,
      successRate: 0.5,
      breaker: 'closed',
      restsUntil: null,
    },
  ])
  const statuses = [null, translator].map(async (as) => (await rest('/dissemination/health', { as })).status)
  expect(await Promise.all(statuses)).toEqual([401, 403])
})

test('an administrator names private hosts that accounts may point to, and others keep out', async () => {
  const save = (as: string, value: string) =>
    rest('/globals/network?locale=en', { as, method: 'POST', body: { privateHosts: value } })
  expect(
    (await save(administrator, 'wiki.intern.example:8443\n\n[FD00::1]:443\nBücher.intern:80')).status,
  ).toBe(200)
  const later = Date.now() + 60_000
  expect(await privateHosts(payload, later)).toEqual([
    new URL(partners.url).host,
    'wiki.intern.example:8443',
    '[fd00::1]:443',
    'xn--bcher-kva.intern:80',
  ])
  expect((await rest('/globals/network', { as: editor })).body.privateHosts).toBe(undefined)
  await save(editor, 'other.example:80')
  await save(administrator, '')
  expect(await privateHosts(payload, later + 60_000)).toEqual([new URL(partners.url).host])
})

test.for([
  ['a.example:443\nb.example', 2],
  ['https://a.example:443', 1],
  ['a.example:0', 1],
  ['a.example:65536', 1],
  ['a.example:443/path', 1],
  ['user@a.example:443', 1],
  ['a.example:443 b.example:443', 1],
  ['a.example:443\n\n*:80\n#', 3],
] as const)('of private hosts %j line %i is refused, by its number', async ([value, line]) => {
  const { status, text } = await rest('/globals/network?locale=en', {
    as: administrator,
    method: 'POST',
    body: { privateHosts: value },
  })
  expect([status, text.includes(`Line ${line} is no host and port`)]).toEqual([400, true])
})

test('no secret is stored, logged, answered or exported in the clear, whatever fails', async () => {
  const secret = 'a-token-that-nobody-may-see'
  const logged: string[] = []
  const logger = payload.logger as unknown as Record<'warn' | 'error' | 'info', (...args: unknown[]) => void>
  const kept = { warn: logger.warn, error: logger.error, info: logger.info }
  for (const level of ['warn', 'error', 'info'] as const)
    logger[level] = (...args) => void logged.push(inspect(args, { depth: 9 }))
  const id = await addMastodon(payload, partners, 'en')
  await payload.update({ collection: 'channels', id, data: { secrets: { accessToken: secret } } })
  await sessionOf(id, payload).renew(null, async () => ({ value: secret, expiresAt: null }))
  const answers: string[] = []
  for (const fault of [undefined, { kind: 'answer', status: 500 }, { kind: 'hang-up-after' }] as const) {
    await publishedBefore(1)
    if (fault !== undefined) partners.failNext(fault)
    await work()
    for (const path of [`/channels/${id}`, '/channels', '/dissemination/health', `/channels/${id}/test`])
      answers.push(
        (await rest(path, { as: administrator, method: path.endsWith('test') ? 'POST' : 'GET' })).text,
      )
    await payload.update({ collection: 'channels', id, data: { paused: false } })
  }
  Object.assign(logger, kept)
  const { rows: tables } = await database().execute<{ name: string }>(sql`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'
  `)
  const stored = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await database().execute(sql`
        select 1 from ${sql.raw(name)} t where t::text like ${`%${secret}%`} limit 1
      `)
      return rows.length === 0 ? [] : [name]
    }),
  )

  expect(tables.length).toBeGreaterThan(50)
  expect(stored.flat()).toEqual([])
  expect(logged.join()).toContain('a channel did not take a delivery')
  expect([...logged, ...answers].filter((text) => text.includes(secret))).toEqual([])
})
