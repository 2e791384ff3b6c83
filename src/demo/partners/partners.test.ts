import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { channelFor } from '../../channels/channel-for.ts'
import { practiceInArabic, practiceInEnglish } from '../../testing/items.ts'
import { publishPost, submitOptions } from '../../testing/submit-post.ts'
import { demoAccounts, demoSites } from './partner-accounts.ts'
import { startPartners } from './server.ts'

const [account = { accessToken: '' }] = demoAccounts
const [site = { name: '', secret: '' }] = demoSites
const inMemory = { port: 0, host: '127.0.0.1', dataDir: null } as const
const options = submitOptions
const published = { change: 'published' } as const

const channelsAt = (url: string) => {
  const network = { allowedPrivateHosts: [new URL(url).host], publicUrl: 'https://emen.example' }
  const { accessToken } = account
  return {
    mastodon: channelFor({ service: 'mastodon', baseUrl: url, secrets: { accessToken } }, network),
    webhook: channelFor(
      { service: 'webhook', baseUrl: `${url}/hooks/${site.name}`, secrets: { signingSecret: site.secret } },
      network,
    ),
  }
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/v1/statuses`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${account.accessToken}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  })

test.for([
  [{ status: 'x'.repeat(501) }, 422],
  [{ status: `https://example.org/${'x'.repeat(600)} ${'👩🏽‍💻'.repeat(476)}` }, 200],
  [{ status: `https://example.org/ ${'x'.repeat(477)}` }, 422],
  [{ status: ' ' }, 422],
  [{ status: 'x', media_ids: ['1'] }, 422],
] as const)(
  'the Mastodon server counts and refuses as the real one does (case %#)',
  async ([body, status]) => {
    await using partners = await startPartners(inMemory)
    expect((await post(partners.url, body)).status).toBe(status)
  },
)

test('the Mastodon server forgets a key after an hour', async () => {
  let now = new Date('2026-03-06T12:00:00Z')
  await using partners = await startPartners({ ...inMemory, now: () => now })
  const submit = async () =>
    (await (await post(partners.url, { status: 'x' }, { 'idempotency-key': 'k1' })).json()).id

  const first = await submit()
  now = new Date('2026-03-06T12:59:59Z')
  expect(await submit()).toBe(first)
  now = new Date('2026-03-06T13:00:00Z')
  expect(await submit()).not.toBe(first)
})

test('nobody edits or removes what another account posted', async () => {
  await using partners = await startPartners(inMemory)
  const { id } = await (await post(partners.url, { status: 'x' })).json()
  const other = { authorization: `Bearer ${demoAccounts[1]?.accessToken}` }

  expect(
    (await fetch(`${partners.url}/api/v1/statuses/${id}`, { method: 'DELETE', headers: other })).status,
  ).toBe(404)
})

test('what cannot be read is refused, and the server goes on', async () => {
  await using partners = await startPartners(inMemory)
  const send = (path: string, body: string) =>
    fetch(`${partners.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${account.accessToken}`, 'content-type': 'application/json' },
      body,
    })

  expect((await send('/api/v1/statuses', '{')).status).toBe(400)
  expect((await send('/api/faults', '{"kind":"earthquake"}')).status).toBe(400)
  expect((await fetch(partners.url)).status).toBe(200)
})

test('a fault ordered over HTTP hits the next submission, and no question before it', async () => {
  await using partners = await startPartners(inMemory)
  const ordered = await fetch(`${partners.url}/api/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'answer', status: 503 }),
  })
  expect(ordered.status).toBe(204)

  const { mastodon } = channelsAt(partners.url)
  await mastodon.verify(options('v1'))
  expect((await post(partners.url, { status: 'x' })).status).toBe(503)
  expect((await post(partners.url, { status: 'x' })).status).toBe(200)
})

test('partners remember what they hold when they are started again', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'partners-'))
  const before = await startPartners({ ...inMemory, dataDir })
  const { mastodon, webhook } = channelsAt(before.url)
  const item = { ...practiceInEnglish, image: null }
  await publishPost(mastodon, mastodon.compose(item, published), options('k1'))
  await publishPost(webhook, webhook.compose(item, published), options('k1'))
  await before.stop()

  await using after = await startPartners({ ...inMemory, dataDir })
  expect(after.state).toEqual(before.state)
  const again = channelsAt(after.url)
  await publishPost(again.webhook, again.webhook.compose(item, published), options('k1'))
  expect(after.state.events).toMatchObject([{ webhookId: 'k1', repeats: 1 }])
  await rm(dataDir, { recursive: true })
})

test('a post has an address that people can open, until it is removed', async () => {
  await using partners = await startPartners(inMemory)
  const { mastodon } = channelsAt(partners.url)
  const item = { ...practiceInArabic, title: 'إرشاد <b>' }
  const { remoteId, remoteUrl } = await publishPost(
    mastodon,
    mastodon.compose(item, published),
    options('k1'),
  )
  const page = await (await fetch(remoteUrl ?? '')).text()

  expect(page).toContain('<div class="post" lang="ar" dir="rtl"><p>إرشاد &lt;\u2068b\u2069&gt;</p>')
  await mastodon.remove({ remoteId, item, locale: 'ar', occurredAt: new Date(), reason: null }, options('k2'))
  expect((await fetch(remoteUrl ?? '')).status).toBe(404)
})

test('the page of everything shows accounts and sites, and no access token or secret', async () => {
  await using partners = await startPartners(inMemory)
  const { webhook } = channelsAt(partners.url)
  await publishPost(
    webhook,
    webhook.compose({ ...practiceInArabic, title: '"><script>' }, published),
    options('k1'),
  )
  const page = await (await fetch(partners.url)).text()
  const state = await (await fetch(`${partners.url}/api/state`)).text()

  for (const { username } of demoAccounts) expect(page).toContain(`@${username}`)
  for (const { name } of demoSites) expect(page).toContain(`/hooks/${name}`)
  expect(page).toContain('&quot;&gt;&lt;script&gt;')
  expect(page).not.toContain('<script')
  for (const text of [page, state]) expect(text).not.toContain(account.accessToken)
})
