import { load } from 'cheerio'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInEnglish } from '../testing/items.ts'
import { matrixAccount, startFakeMatrix } from '../testing/services/fake-matrix.ts'
import { startLoopbackService } from '../testing/services/loopback-service.ts'
import { publishPost, submitOptions, updatePost } from '../testing/submit-post.ts'
import { channelFor } from './channel-for.ts'
import { digestOf } from './digest.ts'
import { matrix } from './matrix.ts'

const { accessToken, room } = matrixAccount
const published = { change: 'published' } as const
const options = submitOptions
const practice = { ...practiceInEnglish, image: null }
const account = (token: string) => (baseUrl: string) => ({
  baseUrl,
  settings: { room },
  secrets: { accessToken: token },
})

describe.for(['whole', 'named'] as const)('a server that tells revisions %s', (revisions) => {
  describeChannel({
    service: matrix,
    startService: () => startFakeMatrix({ revisions }),
    isSubmission: ({ method, path }) => method === 'PUT' && /\/(send|redact)\//.test(path),
    account: account(accessToken),
    stranger: account('syt_wrong'),
    reasons: { 500: 'unconfirmed' },
    probes: true,
    changeByHand: (service) => service.changeByHand(),
    removeByHand: (service) => service.removeByHand(),
  })
})

const open = (baseUrl: string, site = 'https://emen.example') =>
  channelFor(
    { service: 'matrix', baseUrl, settings: { room }, secrets: { accessToken } },
    { allowedPrivateHosts: [new URL(baseUrl).host], publicUrl: site },
  )

test('a message is plain and formatted, says where it comes from, and rings at nobody’s', async () => {
  await using fake = await startFakeMatrix()
  const channel = open(fake.url)
  const post = channel.compose(practice, published)
  const { remoteUrl } = await publishPost(channel, post, options())

  const [event] = fake.events()
  expect(event?.content).toMatchObject({
    body: post.text,
    external_url: practice.url,
    'm.mentions': {},
  })
  const html = load(String(event?.content.formatted_body))
  expect(html('strong').text()).toBe(practice.title)
  expect(html('a').attr('href')).toBe(practice.url)
  expect(remoteUrl).toBe(
    `https://matrix.to/#/${encodeURIComponent(room)}/${encodeURIComponent(event?.id ?? '')}?via=emen.example`,
  )
})

test('a post is not made twice, also when its server has forgotten what it was sent', async () => {
  await using fake = await startFakeMatrix()
  const channel = open(fake.url)
  const post = channel.compose(practice, published)
  const first = await publishPost(channel, post, options('k1'))
  expect(await publishPost(channel, post, options('k1'))).toEqual(first)

  fake.forgetTransactions()
  for (let index = 0; index < 30; index++) {
    const other = { ...practice, url: `${practice.url}-${index}` }
    await publishPost(channel, channel.compose(other, published), options(`other ${index}`))
  }
  expect(await channel.find?.(post, options('another'))).toMatchObject(first)
  expect(await channel.find?.({ ...post, url: `${post.url}-` }, options('another'))).toBeNull()
})

test.for(['whole', 'named'] as const)(
  'what stands there is what its newest revision says, on a server that tells it %s',
  async (revisions) => {
    await using fake = await startFakeMatrix({ revisions })
    const channel = open(fake.url)
    const receipt = await publishPost(channel, channel.compose(practice, published), options('k1'))
    const revised = channel.compose({ ...practice, title: 'Another title' }, { change: 'revised' })
    const updated = await updatePost(channel, receipt, revised, options('k2'))
    expect(await channel.words?.(receipt.remoteId, options())).toBe(revised.text)
    expect(await channel.find?.(revised, options('k1'))).toMatchObject({ says: channel.saying?.(revised) })

    // Its answer was lost: it is there, and nothing is sent.
    const sent = fake.events().length
    const again = await updatePost(channel, receipt, revised, options('k3'))
    expect([again.remoteId, fake.events().length]).toEqual([updated.remoteId, sent])

    fake.changeByHand()
    expect(await channel.words?.(receipt.remoteId, options())).toBe('Changed by hand')
    expect(await channel.find?.(revised, options('k1'))).toMatchObject({ says: digestOf('Changed by hand') })
  },
)

test('a withdrawal takes the words of every revision away', async () => {
  await using fake = await startFakeMatrix()
  const channel = open(fake.url)
  const receipt = await publishPost(channel, channel.compose(practice, published), options('k1'))
  const revised = channel.compose({ ...practice, title: 'Another title' }, { change: 'revised' })
  await updatePost(channel, receipt, revised, options('k2'))
  const { remoteId } = receipt
  const withdrawal = {
    remoteId,
    item: practice,
    locale: practice.locale,
    occurredAt: new Date(),
    reason: null,
  }
  await channel.remove(withdrawal, options('k3'))

  expect(fake.events().map(({ isRedacted }) => isRedacted)).toEqual([true, true])
})

describe('pictures', () => {
  test('stand above the words, with their text alternative', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0b5563' } })
      .png()
      .toBuffer()
    await using site = await startLoopbackService(() => ({ status: 200, body: picture }))
    await using fake = await startFakeMatrix()
    const channel = open(fake.url, site.url)
    const image = { url: `${site.url}/w.png`, alt: 'A "workshop"', type: 'image/png', width: 8, height: 8 }
    await publishPost(channel, channel.compose({ ...practice, image }, published), options())

    const html = load(String(fake.events()[0]?.content.formatted_body))
    expect(html('img').attr('alt')).toBe('A "workshop"')
    expect(html('img').attr('src')).toMatch(/^mxc:\/\//)
  })
})

test('an older server says how long to wait in the body alone', async () => {
  await using fake = await startFakeMatrix()
  const channel = open(fake.url)
  fake.refuseNext(2500)
  const now = new Date('2026-03-06T12:00:00Z')

  const submission = publishPost(channel, channel.compose(practice, published), options('k1', now))
  await expect(submission).rejects.toMatchObject({
    reason: 'rate-limited',
    retryAfter: new Date('2026-03-06T12:00:02.500Z'),
  })
})

test('an account that is not in the room is found out', async () => {
  await using fake = await startFakeMatrix()
  fake.leave()

  await expect(open(fake.url).verify(options())).rejects.toMatchObject({ reason: 'unauthorised' })
})
