import { createHash } from 'node:crypto'

import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInArabic, practiceInEnglish } from '../testing/items.ts'
import { blueskyAccount, startFakeBluesky } from '../testing/services/fake-bluesky.ts'
import { startLoopbackService } from '../testing/services/loopback-service.ts'
import { publishPost, submitOptions, updatePost } from '../testing/submit-post.ts'
import { bluesky } from './bluesky.ts'
import { channelFor, openService } from './channel-for.ts'
import { type ChannelSession, sessionInMemory } from './service.ts'

const { handle, did, appPassword } = blueskyAccount
const published = { change: 'published' } as const
const options = submitOptions
const practice = { ...practiceInEnglish, image: null }
const account = (password: string) => (baseUrl: string) => ({
  baseUrl,
  settings: { handle },
  secrets: { appPassword: password },
})

test('the password goes over no connection that others can read', async () => {
  const account = {
    baseUrl: 'http://social.example',
    settings: { handle: 'emen.example' },
    secrets: { appPassword: 'abcd-efgh-ijkl-mnop' },
  }
  const network = { allowedPrivateHosts: [], publicUrl: 'https://emen.example' }

  await expect(openService(bluesky, account, network).verify(submitOptions())).rejects.toMatchObject({
    reason: 'misconfigured',
    message: expect.stringContaining('not encrypted'),
  })
})

describeChannel({
  service: bluesky,
  startService: startFakeBluesky,
  isSubmission: ({ path }) => /repo\.(put|delete)Record/.test(path),
  account: account(appPassword),
  stranger: account('wrong-wron-wron-wron'),
  reasons: { 500: 'unconfirmed' },
  probes: true,
  changeByHand: (service) => service.changeByHand(),
  removeByHand: (service) => service.removeByHand(),
})

test('a correction replies to the post that stays wrong, and one after it to that; to one that is gone, nothing does', async () => {
  await using fake = await startFakeBluesky()
  const channel = open(fake.url)
  const post = channel.compose(practice, published)
  const corrected = (title: string) => channel.compose({ ...practice, title }, { change: 'corrected' })
  const first = await publishPost(channel, post, submitOptions('k1'))
  const second = await publishPost(channel, corrected('Second'), {
    ...submitOptions('k2'),
    beside: first.remoteId,
  })
  await publishPost(channel, corrected('Third'), { ...submitOptions('k3'), beside: second.remoteId })

  const one = { uri: first.remoteId, cid: first.mark }
  const two = { uri: second.remoteId, cid: second.mark }
  expect(fake.posts().map(({ value }) => value.reply)).toEqual([
    undefined,
    { root: one, parent: one },
    { root: one, parent: two },
  ])
  const again = { ...submitOptions('k2'), beside: first.remoteId }
  expect(await updatePost(channel, second, corrected('Second'), again)).toEqual(second)

  fake.removeByHand()
  await publishPost(channel, post, {
    ...submitOptions('k4'),
    beside: 'at://did:plc:x/app.bsky.feed.post/3lrkp2xkzqs2a',
  })
  expect(fake.posts().at(-1)?.value.reply).toBeUndefined()
})

interface Opening {
  readonly session?: ChannelSession
  readonly attachment?: 'card' | 'picture'
  readonly site?: string
}

const open = (
  baseUrl: string,
  { session, attachment = 'card', site = 'https://emen.example' }: Opening = {},
) =>
  channelFor(
    { service: 'bluesky', baseUrl, settings: { handle, attachment }, secrets: { appPassword } },
    {
      allowedPrivateHosts: [new URL(baseUrl).host],
      publicUrl: site,
      ...(session !== undefined && { session }),
    },
  )

test('a post has a box that leads to the page, its language, and a name made of when it was planned', async () => {
  await using fake = await startFakeBluesky()
  const channel = open(fake.url)
  const receipt = await publishPost(channel, channel.compose(practiceInArabic, published), options('k1'))

  const [post] = fake.posts()
  expect(post?.rkey).toMatch(/^3mgfb7/)
  expect(receipt).toEqual({
    remoteId: `at://${did}/app.bsky.feed.post/${post?.rkey}`,
    remoteUrl: `https://bsky.app/profile/${did}/post/${post?.rkey}`,
    mark: post?.cid,
  })
  expect(post?.value).toMatchObject({
    langs: ['ar'],
    text: expect.not.stringContaining('https://'),
    embed: { external: { uri: practiceInArabic.url, title: practiceInArabic.title } },
  })
})

test('followers are those that the server says; one that does not know them fails, and says no number', async () => {
  await using fake = await startFakeBluesky()
  const channel = open(fake.url)
  fake.countFollowers(512)
  const counted = await channel.followers?.(options())
  fake.countFollowers(null)

  expect(counted).toBe(512)
  await expect(channel.followers?.(options())).rejects.toMatchObject({ reason: 'unavailable' })
})

describe('a session', () => {
  test('is kept: one log-in does for all posts, of all processes', async () => {
    await using fake = await startFakeBluesky()
    const session = sessionInMemory()
    for (const key of ['k1', 'k2', 'k3']) {
      const channel = open(fake.url, { session })
      await publishPost(channel, channel.compose(practice, published), options(key))
    }
    expect(fake.logIns()).toBe(1)
  })

  test.for([
    ['access', 1],
    ['all', 2],
  ] as const)('that is over (%s) is renewed, with %i log-ins in all', async ([which, logIns]) => {
    await using fake = await startFakeBluesky()
    const channel = open(fake.url)
    await publishPost(channel, channel.compose(practice, published), options('k1'))
    fake.endSessions(which)
    await publishPost(channel, channel.compose(practice, published), options('k2'))

    expect(fake.posts()).toHaveLength(2)
    expect(fake.logIns()).toBe(logIns)
  })

  test('is kept as long as it can be renewed', async () => {
    await using fake = await startFakeBluesky()
    const kept = sessionInMemory()
    const ends: (Date | null)[] = []
    const session: ChannelSession = {
      ...kept,
      renew: (stale, make) =>
        kept.renew(stale, async () => {
          const made = await make()
          ends.push(made.expiresAt)
          return made
        }),
    }
    await open(fake.url, { session }).verify(options())

    const inDays = ends.map((end) => Math.round(((end?.getTime() ?? 0) - Date.now()) / 86_400_000))
    expect(inDays).toEqual([90])
  })

  test('that cannot be renewed because the password was taken back is a person’s to mend', async () => {
    await using fake = await startFakeBluesky()
    const channel = open(fake.url)
    await channel.verify(options())
    fake.endSessions('all')
    fake.changePassword('another')

    const submission = publishPost(channel, channel.compose(practice, published), options('k1'))
    await expect(submission).rejects.toMatchObject({ reason: 'unauthorised' })
    expect(fake.posts()).toEqual([])
  })

  test('is waited for when there were too many log-ins', async () => {
    await using fake = await startFakeBluesky()
    fake.limitLogIns(1)
    const now = new Date('2026-03-06T12:00:00Z')

    await expect(open(fake.url).verify(options('v', now))).rejects.toMatchObject({
      reason: 'rate-limited',
      retryAfter: new Date('2026-03-06T12:04:50Z'),
    })
  })
})

/** Noise, which nothing makes smaller. */
const noise = (width: number, height: number) => {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 32)
    createHash('sha256').update(String(at)).digest().copy(pixels, at)
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

describe('pictures', () => {
  const withPicture = (site: string) => ({
    ...practice,
    image: { url: `${site}/w.png`, alt: 'A workshop', type: 'image/png', width: 1200, height: 900 },
  })
  const siteWith = (picture: Buffer) => startLoopbackService(() => ({ status: 200, body: picture }))

  test('stand in the box, made small enough', async () => {
    await using site = await siteWith(await noise(1200, 900).png().toBuffer())
    await using fake = await startFakeBluesky()
    const channel = open(fake.url, { site: site.url })
    await publishPost(channel, channel.compose(withPicture(site.url), published), options())

    expect(fake.posts()[0]?.value.embed).toMatchObject({
      external: { thumb: { mimeType: 'image/jpeg', size: expect.toSatisfy((size) => size <= 1_000_000) } },
    })
  })

  test('stand with their text alternative and their form where the account prefers them, and the address in the text', async () => {
    await using site = await siteWith(await noise(120, 90).png().toBuffer())
    await using fake = await startFakeBluesky()
    const channel = open(fake.url, { site: site.url, attachment: 'picture' })
    await publishPost(channel, channel.compose(withPicture(site.url), published), options())

    const [post] = fake.posts()
    expect(post?.value.embed).toMatchObject({
      images: [
        { alt: 'A workshop', aspectRatio: { width: 120, height: 90 }, image: { mimeType: 'image/png' } },
      ],
    })
    expect(post?.value.text).toContain(practice.url)
  })

  test('that are none are the item’s fault, and nothing is posted', async () => {
    await using site = await siteWith(Buffer.from('<h1>Not found</h1>'))
    await using fake = await startFakeBluesky()
    const channel = open(fake.url, { site: site.url })
    const submission = publishPost(channel, channel.compose(withPicture(site.url), published), options())

    await expect(submission).rejects.toMatchObject({ reason: 'rejected' })
    expect(fake.posts()).toEqual([])
  })
})

test('a revision keeps the date of the post', async () => {
  await using fake = await startFakeBluesky()
  const channel = open(fake.url)
  const first = new Date('2026-03-06T12:00:00Z')
  const receipt = await publishPost(channel, channel.compose(practice, published), options('k1', first))
  const revised = channel.compose({ ...practice, title: 'Another title' }, { change: 'revised' })
  await updatePost(channel, receipt, revised, options('k2', new Date('2026-04-06T12:00:00Z')))

  expect(fake.posts()).toMatchObject([{ value: { createdAt: first.toISOString() } }])
})
