import { expect, test } from 'vitest'

import { caredNetwork } from '../../testing/cared-network.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { addMastodon, addWebhook } from '../../testing/partner-network.ts'

const { partners, payload, administrator, editor, translator, work } = await caredNetwork()
const { rest } = await import('../../testing/api.ts')

const told = () => partners.state.events.map(({ type, data }) => `${type} ${data.title ?? ''}`.trim())
const as = (credentials: string, body: unknown = {}) => ({ as: credentials, method: 'POST', body }) as const

/** One item that stands and one that was taken away, both told. */
async function twoTold(): Promise<string> {
  const channelId = await addWebhook(payload, partners, ['en'])
  const [stays, goes] = [await createTestItem(payload), await createTestItem(payload)]
  await stays.publish('en', { title: 'Stays' })
  await work()
  await goes.publish('en', { title: 'Goes' })
  await work()
  await goes.saveDraft('en', {}, { unpublish: true })
  await work()
  return channelId
}

test('a receiver that lost everything is told all again: what stands, and what was taken away', async () => {
  const channelId = await twoTold()
  const before = new Set(partners.state.events.map(({ webhookId }) => webhookId))
  partners.state.events.length = 0

  const counted = await rest(`/channels/${channelId}/replay`, as(editor, { dryRun: true }))
  expect([counted.body, told()]).toEqual([{ count: 2 }, []])
  expect((await rest(`/channels/${channelId}/replay`, as(editor, { dryRun: false }))).body).toEqual({
    count: 2,
  })
  await work()

  expect(told().toSorted()).toEqual(['item.revised Stays', 'item.withdrawn'])
  expect(partners.state.events.filter(({ webhookId }) => before.has(webhookId))).toEqual([])
  // And then there is nothing left to do.
  partners.state.events.length = 0
  await work()
  expect(told()).toEqual([])
})

test('what was told before a day is not told again since that day', async () => {
  const channelId = await twoTold()
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()
  const { body } = await rest(`/channels/${channelId}/replay`, as(editor, { since: tomorrow }))
  expect(body).toEqual({ count: 0 })
})

test('people are not shown the same post twice: their channels cannot be told again', async () => {
  const channelId = await addMastodon(payload, partners, 'en')
  const { status, body } = await rest(`/channels/${channelId}/replay`, as(editor, { dryRun: false }))
  expect([status, body]).toEqual([409, { error: 'not-replayable', field: 'service' }])
})

test('the log says of each attempt what, when and with which outcome, and gives the failed ones alone', async () => {
  const channelId = await twoTold()
  const log = async (query = '') =>
    (await rest(`/channels/${channelId}/log${query}`, { as: editor })).body.attempts as {
      action: string
      outcome: string
      title: string
      tookMs: number
    }[]

  expect((await log()).map(({ action, outcome, title }) => [action, outcome, title])).toEqual([
    ['remove', 'submitted', 'Goes'],
    ['publish', 'submitted', 'Goes'],
    ['publish', 'submitted', 'Stays'],
  ])
  expect(await log('?failed=1')).toEqual([])
})

test('the log is for editors, and a page that is none is refused by name', async () => {
  const channelId = await addWebhook(payload, partners, ['en'])
  const path = `/channels/${channelId}/log`
  expect([(await rest(path)).status, (await rest(path, { as: translator })).status]).toEqual([401, 403])
  expect((await rest(`${path}?before=x`, { as: editor })).body).toEqual({ error: 'invalid', field: 'before' })
})

test('a new secret is told once and to administrators; messages then carry both signatures', async () => {
  const channelId = await addWebhook(payload, partners, ['en'])
  const path = `/channels/${channelId}/rotate-secret`
  expect((await rest(path, as(editor))).status).toBe(403)

  const { body, status } = await rest(path, as(administrator))
  expect(status).toBe(200)
  expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  // The receiver knows the earlier secret only, and still takes what we send.
  const item = await createTestItem(payload)
  await item.publish('en', { title: 'Signed twice' })
  await work()
  expect(told()).toEqual(['item.published Signed twice'])
  const { text } = await rest(`/channels/${channelId}`, { as: administrator })
  expect(text).not.toContain(body.secret)
})
