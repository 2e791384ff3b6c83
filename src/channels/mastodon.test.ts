import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { mastodonScopes } from '../demo/partners/mastodon-rules.ts'
import { demoAccounts } from '../demo/partners/partner-accounts.ts'
import { startPartners } from '../demo/partners/server.ts'
import { locales } from '../i18n/locales.ts'
import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInArabic, practiceInEnglish, practiceInFrench } from '../testing/items.ts'
import { startLoopbackService } from '../testing/services/loopback-service.ts'
import { startOwnSite } from '../testing/services/own-site.ts'
import { publishPost, submitOptions, updatePost } from '../testing/submit-post.ts'
import { channelFor } from './channel-for.ts'
import { mastodon } from './mastodon.ts'

const [{ accessToken } = { accessToken: '' }] = demoAccounts
const inMemory = { port: 0, host: '127.0.0.1', dataDir: null } as const
const publicUrl = 'https://emen.example'
const options = submitOptions
const open = (
  baseUrl: string,
  allowedPrivateHosts: readonly string[] = [new URL(baseUrl).host],
  own = publicUrl,
) =>
  channelFor(
    { service: 'mastodon', baseUrl, secrets: { accessToken } },
    { allowedPrivateHosts, publicUrl: own },
  )
const published = { change: 'published' } as const
const practice = { ...practiceInEnglish, image: null }

describeChannel({
  service: mastodon,
  async startService() {
    const partners = await startPartners(inMemory)
    const statuses = () => partners.state.mastodon.statuses.filter(({ removedAt }) => removedAt === null)
    return {
      url: partners.url,
      standing: () => statuses().flatMap(({ text }) => text.match(/https:\/\/emen\.example\S*/) ?? []),
      newestText: () => statuses().at(-1)?.text ?? '',
      changeByHand() {
        const text = `Changed by hand: ${practice.url}`
        Object.assign(statuses().at(-1) ?? {}, { text, editedAt: new Date().toISOString() })
      },
      removeByHand: () =>
        void Object.assign(statuses().at(-1) ?? {}, { removedAt: new Date().toISOString() }),
      [Symbol.asyncDispose]: partners.stop,
    }
  },
  isSubmission: ({ method, path }) => method !== 'GET' && /^\/api\/v1\/statuses/.test(path),
  account: (baseUrl) => ({ baseUrl, secrets: { accessToken } }),
  stranger: (baseUrl) => ({ baseUrl, secrets: { accessToken: 'wrong' } }),
  reasons: { 500: 'unconfirmed' },
  probes: true,
  changeByHand: (service) => service.changeByHand(),
  removeByHand: (service) => service.removeByHand(),
})

test.for(['profile', 'read:statuses'])(
  'a token that may not read (%s) is found out before anything is posted',
  async (lacking) => {
    const scopes = mastodonScopes.filter((scope) => scope !== lacking)
    await using partners = await startPartners({ ...inMemory, scopes })

    await expect(open(partners.url).verify(options('v1'))).rejects.toMatchObject({ reason: 'unauthorised' })
  },
)

test('a key that is repeated at once publishes once', async () => {
  await using partners = await startPartners(inMemory)
  const channel = open(partners.url)
  const post = channel.compose(practice, published)
  const first = await publishPost(channel, post, options('k1'))

  expect(await publishPost(channel, post, options('k1'))).toEqual(first)
  expect(partners.state.mastodon.statuses).toHaveLength(1)
})

const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0b5563' } })
  .png()
  .toBuffer()
const withPicture = (url: string) => ({
  ...practice,
  image: { url: `${url}/media/workshop.png`, alt: 'A workshop', type: 'image/png', width: 8, height: 8 },
})

describe('pictures', () => {
  test.for([0, 3])(
    'are uploaded with their text alternative, also by a server busy %i times',
    async (mediaPolls) => {
      await using site = await startOwnSite({ status: 200, body: picture })
      await using partners = await startPartners({ ...inMemory, mediaPolls })
      const channel = open(partners.url, undefined, site.url)
      await publishPost(channel, channel.compose(withPicture(site.url), published), options())

      const { media, statuses } = partners.state.mastodon
      expect(media).toMatchObject([{ description: 'A workshop', type: 'image/png' }])
      expect(statuses).toMatchObject([{ mediaIds: media.map(({ id }) => id) }])
      const stored = await fetch(`${partners.url}/media/${media[0]?.id}`)
      expect(Buffer.from(await stored.arrayBuffer())).toEqual(picture)
    },
  )

  test('go along with a revision too', async () => {
    await using site = await startOwnSite({ status: 200, body: picture })
    await using partners = await startPartners(inMemory)
    const channel = open(partners.url, undefined, site.url)
    const post = channel.compose(withPicture(site.url), published)
    const { remoteId } = await publishPost(channel, post, options('k1'))
    await updatePost(channel, { remoteId }, post, options('k2'))

    const [status] = partners.state.mastodon.statuses
    expect(status?.mediaIds).toHaveLength(1)
  })

  test('that our own site has lost are the item’s fault, and nothing is posted', async () => {
    await using site = await startOwnSite({ status: 404, body: Buffer.of() })
    await using partners = await startPartners(inMemory)
    const channel = open(partners.url, undefined, site.url)
    const submission = publishPost(channel, channel.compose(withPicture(site.url), published), options())

    await expect(submission).rejects.toMatchObject({ reason: 'rejected' })
    expect(partners.state.mastodon.statuses).toEqual([])
  })

  test('from elsewhere in our network are not fetched', async () => {
    await using inside = await startOwnSite({ status: 200, body: picture })
    await using partners = await startPartners(inMemory)
    const channel = open(partners.url)
    const submission = publishPost(channel, channel.compose(withPicture(inside.url), published), options())

    await expect(submission).rejects.toMatchObject({ reason: 'misconfigured' })
  })
})

test('a post carries a language that the server knows, in every locale', async () => {
  await using partners = await startPartners(inMemory)
  const channel = open(partners.url)
  for (const locale of locales) {
    const item = { ...practiceInArabic, locale, url: `https://emen.example/${locale}/practices/x` }
    await publishPost(channel, channel.compose(item, published), options(locale))
  }
  const languages = partners.state.mastodon.statuses.map(({ language }) => language)
  expect(languages).toEqual(locales.map((locale) => new Intl.Locale(locale).language))
})

test('the limits are those of the server, asked for once an hour', async () => {
  let maxCharacters = 5000
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    response.end(JSON.stringify({ configuration: { statuses: { max_characters: maxCharacters } } }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const channel = open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const limitAt = async (moment: string) =>
    (await channel.limits?.(options('', new Date(moment))))?.maxCharacters

  expect(await limitAt('2026-03-06T12:00:00Z')).toBe(5000)
  maxCharacters = 700
  expect(await limitAt('2026-03-06T12:59:00Z')).toBe(5000)
  expect(asked).toBe(1)
  expect(await limitAt('2026-03-06T13:00:00Z')).toBe(700)
  server.close()
})

test.for([
  { status: 404, body: '{"error":"Not found"}' },
  { status: 200, body: '{"uri":"old.example"}' },
])('a server that tells nothing about its limits ($status) has the usual ones', async ({ status, body }) => {
  await using server = await startOwnSite({ status, body: Buffer.from(body) })
  expect(await open(server.url).limits?.(options())).toMatchObject({
    maxCharacters: 500,
    charactersPerUrl: 23,
  })
})

test('a lost post is found on a later page, and not mistaken for one whose address begins alike', async () => {
  await using partners = await startPartners(inMemory)
  const channel = open(partners.url)
  const { remoteId } = await publishPost(channel, channel.compose(practice, published), options('first'))
  for (let index = 0; index < 45; index++) {
    const other = { ...practice, url: `${practice.url}-${index}` }
    await publishPost(channel, channel.compose(other, published), options(`k${index}`))
  }

  expect(await channel.find?.(channel.compose(practice, published), options())).toMatchObject({ remoteId })
  const absent = { ...practice, url: practice.url.slice(0, -1) }
  expect(await channel.find?.(channel.compose(absent, published), options())).toBeNull()
})

test('what somebody posted of the same page before ours was planned is not taken for it', async () => {
  let now = new Date('2026-03-06T11:00:00Z')
  await using partners = await startPartners({ ...inMemory, now: () => now })
  const channel = open(partners.url)
  const post = channel.compose(practice, published)
  await publishPost(channel, post, options('by hand'))
  expect(await channel.find?.(post, options())).toBeNull()

  now = new Date('2026-03-06T11:58:00Z')
  const { remoteId } = await publishPost(channel, post, options('ours'))
  expect(await channel.find?.(post, options())).toMatchObject({ remoteId })
})

test('a server that does not say when a status was edited is believed to show ours', async () => {
  await using server = await startLoopbackService(({ method, body }) => {
    const text = method === 'GET' ? '' : JSON.parse(body.toString('utf8')).status
    return { status: 200, body: JSON.stringify({ id: '1', url: null, content: text }) }
  })
  const channel = open(server.url)
  const post = channel.compose(practice, published)
  const receipt = await publishPost(channel, post, options('k1'))

  expect(receipt).toEqual({ remoteId: '1', remoteUrl: null, mark: null })
  expect(await channel.probe?.(receipt, options())).toBe('live')
  expect(await updatePost(channel, receipt, post, options('k2'))).toEqual(receipt)
})

test('a status that a person adopted by its address can be changed', async () => {
  await using partners = await startPartners(inMemory)
  const channel = open(partners.url)
  const { remoteUrl } = await publishPost(channel, channel.compose(practice, published), options('k1'))
  const revised = channel.compose({ ...practice, title: 'Another title' }, published)
  await updatePost(channel, { remoteId: remoteUrl ?? '' }, revised, options('k2'))

  expect(partners.state.mastodon.statuses).toMatchObject([{ text: revised.text }])
})

test('what somebody removed by hand is missing when it is to be revised', async () => {
  await using partners = await startPartners(inMemory)
  const channel = open(partners.url)
  const update = updatePost(
    channel,
    { remoteId: '114000000000000001' },
    channel.compose(practice, published),
    options(),
  )

  await expect(update).rejects.toMatchObject({ reason: 'missing' })
})

test('a server that answers 500 may have published', async () => {
  await using partners = await startPartners(inMemory)
  const channel = open(partners.url)
  partners.failNext({ kind: 'answer', status: 500 })

  const submission = publishPost(channel, channel.compose(practice, published), options())
  await expect(submission).rejects.toMatchObject({ reason: 'unconfirmed' })
})

test('an acceptance that cannot be read is unconfirmed, never taken for a success', async () => {
  await using server = await startOwnSite({ status: 200, body: Buffer.from('<h1>Welcome</h1>') })
  const channel = open(server.url)

  const submission = publishPost(channel, channel.compose(practice, published), options())
  await expect(submission).rejects.toMatchObject({ reason: 'unconfirmed' })
})

test('a server that limits the rate says until when', async () => {
  await using partners = await startPartners({ ...inMemory, now: () => new Date('2026-03-06T12:00:00Z') })
  const channel = open(partners.url)
  const post = channel.compose(practice, published)
  const withdrawal = {
    remoteId: '1',
    item: practice,
    locale: practice.locale,
    occurredAt: new Date(),
    reason: null,
  }
  for (let index = 0; index < 30; index++) await channel.remove(withdrawal, options())

  await expect(channel.remove(withdrawal, options())).rejects.toMatchObject({
    reason: 'rate-limited',
    retryAfter: new Date('2026-03-06T12:30:00Z'),
  })
  await publishPost(channel, post, options())
})

test('no message holds the access token', async () => {
  await using partners = await startPartners(inMemory)
  partners.failNext({ kind: 'hang-up-before' })
  const channel = open(partners.url)
  const submission = publishPost(channel, channel.compose(practiceInFrench, published), options())

  await expect(submission).rejects.not.toThrow(accessToken)
})

test.for([
  [{ followers_count: 3 }, 3],
  [{ followers_count: -1 }, null],
  [{}, null],
] as const)('an account that says %o of its followers has %s of them', async ([said, followers]) => {
  await using server = await startLoopbackService(() => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: '1', acct: 'news', ...said }),
  }))

  expect(await open(server.url).followers?.(options())).toBe(followers)
})
