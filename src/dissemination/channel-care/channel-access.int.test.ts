import { expect, test } from 'vitest'

import { caredNetwork } from '../../testing/cared-network.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { addMastodon } from '../../testing/partner-network.ts'

const {
  partners,
  smtp,
  payload,
  database,
  administrator,
  editor,
  translator,
  work,
  breakAccess,
  publishedBefore,
} = await caredNetwork()
const { sql } = await import('../../database/database.ts')
const { needsOf } = await import('../../admin/dashboard/needs.ts')
const { timedContext } = await import('../../admin/view-context.ts')
const { noteVerified, takeChannelsToCheck, takeEndingUntold } = await import('../../ledger/channel-checks.ts')
const { rest } = await import('../../testing/api.ts')
const { checkChannel } = await import('./check-channel.ts')
const { pauseChannel } = await import('./pause-channel.ts')
const { tellCaretaker } = await import('./tell-caretaker.ts')

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
