import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInEnglish } from '../testing/items.ts'
import { startFakeTelegram, telegramAccount } from '../testing/services/fake-telegram.ts'
import { startLoopbackService } from '../testing/services/loopback-service.ts'
import { publishPost, submitOptions, updatePost } from '../testing/submit-post.ts'
import { channelFor } from './channel-for.ts'
import { telegram } from './telegram.ts'

const { botToken, chat } = telegramAccount
const published = { change: 'published' } as const
const options = submitOptions
const practice = { ...practiceInEnglish, image: null }
const account = (token: string) => (baseUrl: string) => ({
  baseUrl,
  settings: { chat },
  secrets: { botToken: token },
})

describeChannel({
  service: telegram,
  startService: startFakeTelegram,
  isSubmission: ({ path }) => /\/(send|edit|delete)Message|\/sendPhoto/.test(path),
  account: account(botToken),
  stranger: account('7254931806:wrong'),
  reasons: { 500: 'unconfirmed' },
  probes: false,
  removeByHand: (service) => service.removeByHand(),
})

const open = (baseUrl: string, { site = 'https://emen.example', settings = { chat } } = {}) =>
  channelFor(
    { service: 'telegram', baseUrl, settings, secrets: { botToken } },
    { allowedPrivateHosts: [new URL(baseUrl).host], publicUrl: site },
  )

test('the title is bold, and what looks like markup in it is none', () => {
  const post = open('http://127.0.0.1:9').compose({ ...practice, title: 'A < B & C' }, published)

  expect(post.text.split('\n')[0]).toBe('<b>A &lt; B &amp; C</b>')
  expect(post.report).toMatchObject({
    unit: 'code-units',
    used: post.text.length - '<b></b>'.length - 'lt;'.length - 'amp;'.length,
    limit: 4096,
  })
})

describe('pictures', () => {
  const pictureOf = (background: string) =>
    sharp({ create: { width: 8, height: 8, channels: 3, background } })
      .png()
      .toBuffer()
  const start = async () => {
    const green = await pictureOf('#0b5563')
    const red = await pictureOf('#aa2211')
    const site = await startLoopbackService(({ url }) => ({
      status: 200,
      body: url.pathname === '/red.png' ? red : green,
    }))
    const fake = await startFakeTelegram()
    const channel = open(fake.url, { site: site.url })
    const image = (path: string) => ({
      url: `${site.url}/${path}`,
      alt: 'A workshop',
      type: 'image/png',
      width: 8,
      height: 8,
    })
    return {
      fake,
      green,
      red,
      channel,
      post: (path: string, title = practice.title) =>
        channel.compose({ ...practice, title, image: image(path) }, published),
      async [Symbol.asyncDispose]() {
        await site[Symbol.asyncDispose]()
        await fake[Symbol.asyncDispose]()
      },
    }
  }

  test('have the announcement as their caption, which has less room', async () => {
    await using it = await start()
    const post = it.post('green.png')
    await publishPost(it.channel, post, options())

    expect(post.report.limit).toBe(1024)
    expect(it.fake.messages()).toMatchObject([{ picture: it.green, html: post.text }])
  })

  test('stay when only the words change', async () => {
    await using it = await start()
    const receipt = await publishPost(it.channel, it.post('green.png'), options('k1'))
    await updatePost(it.channel, receipt, it.post('green.png', 'Another title'), options('k2'))

    expect(it.fake.messages()).toMatchObject([
      { picture: it.green, text: expect.stringContaining('Another title') },
    ])
  })

  test('can be changed, and added to a message that had none', async () => {
    await using it = await start()
    const first = it.channel.compose(practice, published)
    const receipt = await publishPost(it.channel, first, options('k1'))
    const second = await updatePost(it.channel, receipt, it.post('green.png'), options('k2'))
    const third = await updatePost(it.channel, second, it.post('red.png'), options('k3'))

    expect(it.fake.messages()).toMatchObject([{ picture: it.red }])
    expect(third.remoteUrl).toBe(receipt.remoteUrl)
  })

  test.for([{ known: true }, { known: false }])(
    'stay when word of a withdrawal takes the place of the caption (known to us: $known)',
    async ({ known }) => {
      await using it = await start()
      const receipt = await publishPost(it.channel, it.post('green.png'), options('k1'))
      const remoteId = known ? receipt.remoteId : receipt.remoteId.split('/').slice(0, 2).join('/')
      const word = it.channel.compose(practice, { change: 'withdrawn', reason: 'The figures were wrong.' })
      const second = await updatePost(it.channel, { remoteId }, word, options('k2'))
      await updatePost(it.channel, second, word, options('k3'))

      expect(it.fake.messages()).toMatchObject([
        { picture: it.green, text: expect.stringContaining('The figures were wrong.') },
      ])
    },
  )

  test('cannot be taken out of a message, which is a person’s to settle', async () => {
    await using it = await start()
    const receipt = await publishPost(it.channel, it.post('green.png'), options('k1'))
    const without = it.channel.compose(practice, published)

    const update = updatePost(it.channel, receipt, without, options('k2'))
    await expect(update).rejects.toMatchObject({ reason: 'rejected' })
  })
})

test('people see a message at the channel’s address', async () => {
  await using fake = await startFakeTelegram()
  const channel = open(fake.url)
  const receipt = await publishPost(channel, channel.compose(practice, published), options())

  expect(receipt).toEqual({
    remoteId: '-1001234567890/11',
    remoteUrl: 'https://t.me/emen_news/11',
    mark: null,
  })
})

test.for(['https://t.me/emen_news/11', 'https://t.me/c/1234567890/11'])(
  'a message that a person adopted by its address can be changed (%s)',
  async (remoteId) => {
    await using fake = await startFakeTelegram()
    const channel = open(fake.url)
    await publishPost(channel, channel.compose(practice, published), options('k1'))
    const revised = channel.compose({ ...practice, title: 'Another title' }, published)
    await updatePost(channel, { remoteId }, revised, options('k2'))

    expect(fake.messages()).toMatchObject([{ text: expect.stringContaining('Another title') }])
  },
)

test.for([
  ['Bad Request: chat not found', 'misconfigured'],
  ['Bad Request: need administrator rights in the channel chat', 'unauthorised'],
  ["Bad Request: can't parse entities", 'rejected'],
] as const)('“%s” means %s', async ([description, reason]) => {
  await using fake = await startFakeTelegram()
  const channel = open(fake.url)
  fake.refuseNext(description)

  const submission = publishPost(channel, channel.compose(practice, published), options())
  await expect(submission).rejects.toMatchObject({ name: 'ChannelError', reason })
})

test('a flood is waited out as long as Telegram says', async () => {
  await using fake = await startFakeTelegram()
  const channel = open(fake.url)
  fake.refuseNext('Too Many Requests: retry after 35', { retry_after: 35 })
  const now = new Date('2026-03-06T12:00:00Z')

  const submission = publishPost(channel, channel.compose(practice, published), options('k1', now))
  await expect(submission).rejects.toMatchObject({
    reason: 'rate-limited',
    retryAfter: new Date('2026-03-06T12:00:35Z'),
  })
})

test('a group that became another says which, for a person to enter', async () => {
  await using fake = await startFakeTelegram()
  const channel = open(fake.url)
  fake.refuseNext('Bad Request: group chat was upgraded', { migrate_to_chat_id: -1009876543210 })

  const submission = publishPost(channel, channel.compose(practice, published), options())
  await expect(submission).rejects.toMatchObject({
    reason: 'misconfigured',
    message: expect.stringContaining('-1009876543210'),
  })
})

test.for([{ status: 'left' }, { status: 'kicked' }, { status: 'administrator', can_post_messages: false }])(
  'a bot that may not post is found out ($status)',
  async (granted) => {
    await using fake = await startFakeTelegram()
    fake.grant(granted)

    await expect(open(fake.url).verify(options())).rejects.toMatchObject({ reason: 'unauthorised' })
  },
)

test('a message that was never removed is not said to be: one older than two days stays', async () => {
  await using fake = await startFakeTelegram()
  const channel = open(fake.url)
  const { remoteId } = await publishPost(channel, channel.compose(practice, published), options('k1'))
  fake.refuseNext("Bad Request: message can't be deleted for everyone")
  const withdrawal = {
    remoteId,
    item: practice,
    locale: practice.locale,
    occurredAt: new Date(),
    reason: null,
  }

  await expect(channel.remove(withdrawal, options('k2'))).rejects.toMatchObject({ reason: 'too-late' })
  expect(fake.standing()).toEqual([practice.url])
})
